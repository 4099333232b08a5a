// The ending half of the scheduler: what an attempt has come to, and what that means for its job and for
// others.

#include "core/execution/Scheduler.h"
#include "core/storage/Database.h"
#include "core/storage/StepCacheRepository.h"

namespace atelier {

namespace {

/// Runs that the job's script opened below its own and never ended: nobody else will.
Result<void> endOpenRuns(Database &database, JobId job, JobStatus status, std::int64_t endedMs)
{
    return database.run(
        "UPDATE job SET status = ?1, ended_ms = ?2, status_reason = 'The job that opened this run ended.' "
        "WHERE parent_id = ?3 AND type = 'interactive' "
        "AND status NOT IN ('Completed', 'Failed', 'Canceled', 'Skipped')",
        name(status), endedMs, job);
}

} // namespace

void Scheduler::look(const std::string &uuid, Round &round)
{
    const auto found = m_attempts.find(uuid);
    if (found == m_attempts.end())
        return;
    OpenAttempt &attempt = found->second;
    if (m_launches.count(uuid) != 0) {
        if (const auto prepared = m_preparing.outcome(uuid))
            notePrepared(attempt, *prepared, round);
        return; // it tells when it is done
    }
    const auto observation = m_parts.driver.observe(placeOf(attempt));
    if (!observation)
        return; // it cannot be seen now; the driver tells again
    switch (observation->phase) {
    case AttemptState::Phase::NotLaunched:
        noteNotLaunched(attempt, observation->supervisorCode, round);
        break;
    case AttemptState::Phase::Running:
        if (observation->run)
            noteRunning(attempt, *observation->run, round);
        break;
    case AttemptState::Phase::Ended:
    case AttemptState::Phase::Lost:
        noteEnd(attempt, *observation, round);
        break;
    }
}

void Scheduler::notePrepared(OpenAttempt &attempt, const Result<void> &prepared, Round &round)
{
    const JobRow *job = m_jobs.row(attempt.row.jobId);
    if (job != nullptr && job->status == JobStatus::CancelRequested)
        endUnlaunched(attempt, {JobStatus::Canceled, {}, {}}, round);
    else if (!prepared)
        endUnlaunched(attempt, {JobStatus::Failed, prepared.error().code, prepared.error().sentence}, round);
    else
        round.prepared.push_back(attempt.row.uuid);
}

void Scheduler::endUnlaunched(OpenAttempt &attempt, const Outcome &outcome, Round &round)
{
    attempt.isOver = true;
    attempt.row.state = AttemptStage::Ended;
    attempt.row.reason = "not launched";
    round.writes.push_back([row = attempt.row](WriteContext &context) {
        return AttemptRepository::update(context.database(), row);
    });
    round.ended.push_back(attempt.row.uuid);
    finish(attempt.row.jobId, outcome, round);
}

void Scheduler::noteNotLaunched(OpenAttempt &attempt, int supervisorCode, Round &round)
{
    const JobRow *job = m_jobs.row(attempt.row.jobId);
    if (job == nullptr)
        return;
    const bool canceled = job->status == JobStatus::CancelRequested;
    if (canceled || supervisorCode != 0) {
        const Outcome failed{JobStatus::Failed, "job.supervisor",
            "The job's supervisor could not begin (exit code " + std::to_string(supervisorCode)
                + "): look whether the disk is full or the job's folder was changed, and run it again."};
        endUnlaunched(attempt, canceled ? Outcome{JobStatus::Canceled, {}, {}} : failed, round);
        return;
    }
    // Intended by a service that ended before it could launch; its token went with it.
    const RunTokens::Token token = RunTokens::make();
    m_parts.tokens.revoke(RunTokens::digestOf(attempt.row.tokenHash.bytes));
    attempt.row.tokenHash = {std::string(token.digest.begin(), token.digest.end())};
    round.intents.push_back(attempt.row);
    round.tokens[attempt.row.uuid] = token;
    round.writes.push_back([row = attempt.row](WriteContext &context) {
        return context.database().run(
            "UPDATE attempt SET token_hash = ?1 WHERE uuid = ?2", row.tokenHash, row.uuid);
    });
}

void Scheduler::noteRunning(OpenAttempt &attempt, const RunRecord &record, Round &round)
{
    const JobRow *job = m_jobs.row(attempt.row.jobId);
    if (attempt.row.state == AttemptStage::Running || job == nullptr)
        return;
    attempt.row.state = AttemptStage::Running;
    attempt.row.startedMs = record.startedMs;
    const bool canceling = job->status == JobStatus::CancelRequested;
    const JobStatus status = canceling ? JobStatus::CancelRequested : JobStatus::Running;
    m_jobs.setStatus(job->id, status, {});
    round.writes.push_back(
        [row = attempt.row, name = attempt.job, status](WriteContext &context) -> Result<void> {
            if (auto updated = AttemptRepository::update(context.database(), row); !updated)
                return updated;
            context.changed("job", name, "status");
            return JobRepository::setStatus(context.database(), row.jobId, status, {}, row.startedMs);
        });
    if (canceling) // asked for while the supervisor was being launched
        static_cast<void>(m_parts.driver.cancel(placeOf(attempt)));
}

void Scheduler::noteEnd(OpenAttempt &attempt, const AttemptState &observation, Round &round)
{
    attempt.isOver = true;
    AttemptRow &row = attempt.row;
    const bool lost = observation.phase == AttemptState::Phase::Lost;
    const bool restarted = observation.lostReason == AttemptState::LostReason::MachineRestarted;
    const ExitRecord record = observation.exit.value_or(ExitRecord{});
    Outcome outcome = lost ? lostOutcome(restarted) : outcomeOf(record, m_parts.layout.log(attempt.job));
    if (outcome.status == JobStatus::Completed) {
        const auto kept = keepWhatItMade(attempt);
        if (!kept)
            return; // not over for anybody before it is on the disk; the work tells when it is
        outcome = *kept;
    }
    row.state = lost ? AttemptStage::Lost : AttemptStage::Ended;
    if (lost) {
        row.reason = restarted ? "machine restarted" : "supervisor died";
    } else {
        row.reason = name(record.reason);
        row.exitCode = record.code;
        row.signal = record.signal;
        row.startedMs = record.startedMs;
        row.endedMs = record.endedMs;
        row.cpuMs = record.cpuMs;
        row.peakMemoryKib = static_cast<std::int64_t>(record.peakKib);
        row.durationMs = record.durationMs;
    }
    round.writes.push_back(
        [row](WriteContext &context) { return AttemptRepository::update(context.database(), row); });
    round.ended.push_back(row.uuid);
    // Who asked for the end gets it, also where the job was lost on the way.
    const JobRow *job = m_jobs.row(row.jobId);
    if (job != nullptr && job->status == JobStatus::CancelRequested && outcome.status == JobStatus::Failed)
        outcome = {JobStatus::Canceled, {}, {}};
    finish(row.jobId, outcome, round);
}

/// What became of a job that ended well; nothing while its outputs are on their way to the disk.
std::optional<Outcome> Scheduler::keepWhatItMade(const OpenAttempt &attempt)
{
    m_keeping.begin(attempt.row.uuid, [this, job = attempt.job]() -> Result<void> {
        auto kept = m_parts.keepOutputs(m_parts.layout, job);
        if (kept) // what a failed job left helps to find out why
            static_cast<void>(removeWorkFolder(m_parts.layout, job));
        return kept;
    });
    const auto kept = m_keeping.outcome(attempt.row.uuid);
    if (!kept)
        return std::nullopt;
    if (!*kept)
        return Outcome{
            JobStatus::Failed, "job.outputs", "The outputs could not be kept. " + kept->error().sentence};
    return Outcome{};
}

void Scheduler::finish(JobId id, const Outcome &outcome, Round &round)
{
    const JobRow *found = m_jobs.row(id);
    if (found == nullptr)
        return;
    const JobRow job = *found;
    const auto attempt = m_attemptOf.find(id);
    std::optional<std::int64_t> started;
    std::optional<std::int64_t> ended;
    if (attempt != m_attemptOf.end()) {
        started = m_attempts[attempt->second].row.startedMs;
        ended = m_attempts[attempt->second].row.endedMs;
    }
    round.writes.push_back([job, outcome, started, ended](WriteContext &context) -> Result<void> {
        Database &database = context.database();
        context.changed("job", job.name, "status");
        const auto end = ended ? *ended : context.nowMs();
        if (auto set = JobRepository::setStatus(database, job.id, outcome.status, {}, started, end); !set)
            return set;
        if (auto closed = endOpenRuns(database, job.id, outcome.status, end); !closed)
            return closed;
        if (outcome.status == JobStatus::Completed && !job.cacheKey.empty() && job.parentId
            && job.reusedFrom.empty())
            return StepCacheRepository::put(database, job.cacheKey, job.id);
        if (outcome.errorCode.empty())
            return {};
        return JobRepository::setError(database, job.id, outcome.errorCode, outcome.errorSentence);
    });
    const auto consequences = m_jobs.graph().finish(id, outcome.status);
    m_jobs.forget(id);
    for (const StepGraph::Consequence &consequence : consequences)
        recordConsequence(consequence, round);
}

namespace {

/// A pipeline fails as the first of its steps did.
Result<void> explainFailure(Database &database, JobId pipeline)
{
    const auto step = JobRepository::firstFailedStep(database, pipeline);
    if (!step)
        return step.error();
    if (!*step)
        return {};
    return JobRepository::setError(
        database, pipeline, "job.step-failed", (*step)->step + ": " + (*step)->errorSentence);
}

} // namespace

void Scheduler::recordConsequence(const StepGraph::Consequence &consequence, Round &round)
{
    m_jobs.forget(consequence.id);
    round.writes.push_back([consequence](WriteContext &context) -> Result<void> {
        context.changed("job", consequence.name, "status");
        std::string reason;
        if (consequence.status == JobStatus::Skipped) {
            const auto cause = JobRepository::findByName(context.database(), consequence.reason);
            if (!cause)
                return cause.error();
            reason = "The step " + (*cause ? (*cause)->step : consequence.reason)
                + " before it did not complete.";
        }
        if (auto set = JobRepository::setStatus(
                context.database(), consequence.id, consequence.status, reason, {}, context.nowMs());
            !set || consequence.status != JobStatus::Failed)
            return set;
        return explainFailure(context.database(), consequence.id);
    });
}

void Scheduler::cancelAll(JobId id, Round &round)
{
    const JobRow *row = m_jobs.row(id);
    if (row == nullptr)
        return;
    if (row->type != JobType::Pipeline) {
        cancelOne(id, round);
        return;
    }
    m_jobs.graph().requestCancel(id);
    const StepGraph::Pipeline *pipeline = m_jobs.graph().pipeline(id);
    const std::set<JobId> steps = pipeline == nullptr ? std::set<JobId>{} : pipeline->unfinished;
    for (const JobId step : steps)
        cancelOne(step, round);
}

void Scheduler::cancelOne(JobId id, Round &round)
{
    const JobRow *row = m_jobs.row(id);
    if (row == nullptr)
        return; // it was skipped because one before it was canceled
    if (m_attemptOf.count(id) == 0) {
        finish(id, {JobStatus::Canceled, {}, {}}, round);
        return;
    }
    m_jobs.setStatus(id, JobStatus::CancelRequested, {});
    round.writes.push_back([id, name = row->name](WriteContext &context) {
        context.changed("job", name, "status");
        return JobRepository::setStatus(context.database(), id, JobStatus::CancelRequested);
    });
    const OpenAttempt &attempt = m_attempts[m_attemptOf[id]];
    if (attempt.row.state == AttemptStage::Running)
        static_cast<void>(m_parts.driver.cancel(placeOf(attempt)));
}

} // namespace atelier
