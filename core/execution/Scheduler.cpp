#include "core/execution/Scheduler.h"

#include "core/execution/StepLaunch.h"
#include "core/execution/WorkFolder.h"
#include "core/storage/DataAssetRepository.h"
#include "core/storage/Database.h"
#include "core/storage/StepCacheRepository.h"

#include <algorithm>
#include <chrono>

namespace atelier {

namespace {

constexpr std::chrono::seconds retryInterval{1}; // after a failed commit: a full disk, mostly

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

Scheduler::Scheduler(Parts parts)
    : m_parts(std::move(parts))
{
}

Scheduler::~Scheduler()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> Scheduler::start()
{
    if (auto loaded = reload(); !loaded)
        return loaded;
    m_thread = std::thread([this] { work(); });
    return {};
}

void Scheduler::submitted(JobId id)
{
    {
        const std::lock_guard lock(m_mutex);
        m_events.submitted.push_back(id);
        m_hasWork = true;
    }
    m_wake.notify_all();
}

Result<void> Scheduler::cancel(JobId id)
{
    // Durable first: a service that dies now must still cancel when it is back.
    auto asked = m_parts.writer.run([&](WriteContext &context) -> Result<void> {
        const auto row = JobRepository::find(context.database(), id);
        if (!row)
            return row.error();
        if (!*row || isFinal((*row)->status))
            return {};
        context.changed("job", (*row)->name, "status");
        return JobRepository::setStatus(context.database(), id, JobStatus::CancelRequested);
    });
    if (!asked)
        return asked;
    {
        const std::lock_guard lock(m_mutex);
        m_events.canceled.push_back(id);
    }
    m_wake.notify_all();
    return {};
}

void Scheduler::attemptChanged(const std::string &uuid)
{
    {
        const std::lock_guard lock(m_mutex);
        m_events.changed.insert(uuid);
    }
    m_wake.notify_all();
}

bool Scheduler::hasWork() const
{
    const std::lock_guard lock(m_mutex);
    return m_hasWork;
}

void Scheduler::noteWork()
{
    const std::lock_guard lock(m_mutex);
    m_hasWork = !m_jobs.isEmpty() || !m_events.submitted.empty();
}

Scheduler::Events Scheduler::waitForEvents()
{
    noteWork();
    std::unique_lock lock(m_mutex);
    const auto anything = [this] {
        return m_stopping || !m_events.submitted.empty() || !m_events.canceled.empty()
            || !m_events.changed.empty();
    };
    if (m_mustReload)
        m_wake.wait_for(lock, retryInterval, [this] { return m_stopping; });
    else
        m_wake.wait(lock, anything);
    return std::exchange(m_events, {});
}

void Scheduler::work()
{
    Events events;
    for (bool first = true;; first = false) {
        if (!first)
            events = waitForEvents();
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping)
                return;
        }
        if (m_mustReload && !first && !reload())
            continue;
        // After a reload every attempt is looked at, whatever was said of it meanwhile.
        if (std::exchange(m_mustReload, false))
            addAll(events);
        m_mustReload = !round(events);
    }
}

Result<void> Scheduler::reload()
{
    m_mustReload = true;
    return m_parts.readers.read([this](Database &database) -> Result<void> {
        if (auto loaded = m_jobs.loadAll(database); !loaded)
            return loaded;
        const auto open = AttemptRepository::open(database);
        if (!open)
            return open.error();
        m_attempts.clear();
        m_attemptOf.clear();
        for (const AttemptRow &row : *open) {
            const JobRow *job = m_jobs.row(row.jobId);
            if (job == nullptr)
                continue;
            m_parts.tokens.admit(RunTokens::digestOf(row.tokenHash.bytes), job->name);
            m_attempts[row.uuid] = {row, job->name};
            m_attemptOf[row.jobId] = row.uuid;
        }
        return {};
    });
}

void Scheduler::addAll(Events &events) const
{
    for (const auto &[uuid, attempt] : m_attempts)
        events.changed.insert(uuid);
    for (const JobId id : m_jobs.cancelRequested())
        events.canceled.push_back(id);
}

Result<void> Scheduler::takeUp(const std::vector<JobId> &ids)
{
    if (ids.empty())
        return {};
    return m_parts.readers.read([&](Database &database) -> Result<void> {
        for (const JobId id : ids)
            if (auto loaded = m_jobs.load(database, id); !loaded)
                return loaded;
        return {};
    });
}

Result<void> Scheduler::round(const Events &events)
{
    Round round;
    if (auto taken = takeUp(events.submitted); !taken)
        return taken;
    for (const std::string &uuid : events.changed)
        look(uuid, round);
    for (const JobId id : events.canceled)
        cancelAll(id, round);
    if (auto started = startReady(round); !started)
        return started;
    noteWork(); // before anyone can read of the last end, or a stop right after it would be refused
    if (auto committed = commit(round); !committed)
        return committed;
    act(round);
    return {};
}

void Scheduler::look(const std::string &uuid, Round &round)
{
    const auto found = m_attempts.find(uuid);
    if (found == m_attempts.end())
        return;
    RunningAttempt &attempt = found->second;
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

void Scheduler::noteNotLaunched(RunningAttempt &attempt, int supervisorCode, Round &round)
{
    const JobRow *job = m_jobs.row(attempt.row.jobId);
    if (job == nullptr)
        return;
    const bool canceled = job->status == JobStatus::CancelRequested;
    if (canceled || supervisorCode != 0) {
        attempt.row.state = AttemptStage::Ended;
        attempt.row.reason = "not launched";
        round.writes.push_back([row = attempt.row](WriteContext &context) {
            return AttemptRepository::update(context.database(), row);
        });
        round.ended.push_back(attempt.row.uuid);
        const Outcome failed{JobStatus::Failed, "job.supervisor",
            "The job's supervisor could not begin (exit code " + std::to_string(supervisorCode)
                + "): look whether the disk is full or the job's folder was changed, and run it again."};
        finish(attempt.row.jobId, canceled ? Outcome{JobStatus::Canceled, {}, {}} : failed, round);
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

void Scheduler::noteRunning(RunningAttempt &attempt, const RunRecord &record, Round &round)
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

void Scheduler::noteEnd(RunningAttempt &attempt, const AttemptState &observation, Round &round)
{
    AttemptRow &row = attempt.row;
    const bool lost = observation.phase == AttemptState::Phase::Lost;
    const bool restarted = observation.lostReason == AttemptState::LostReason::MachineRestarted;
    const ExitRecord record = observation.exit.value_or(ExitRecord{});
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
    Outcome outcome = lost ? lostOutcome(restarted) : outcomeOf(record, m_parts.layout.log(attempt.job));
    if (outcome.status == JobStatus::Completed)
        if (const auto kept = keepOutputs(m_parts.layout, attempt.job); !kept)
            outcome = {
                JobStatus::Failed, "job.outputs", "The outputs could not be kept. " + kept.error().sentence};
    // Who asked for the end gets it, also where the job was lost on the way.
    const JobRow *job = m_jobs.row(row.jobId);
    if (job != nullptr && job->status == JobStatus::CancelRequested && outcome.status == JobStatus::Failed)
        outcome = {JobStatus::Canceled, {}, {}};
    finish(row.jobId, outcome, round);
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
        return JobRepository::setStatus(
            context.database(), consequence.id, consequence.status, reason, {}, context.nowMs());
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
    const RunningAttempt &attempt = m_attempts[m_attemptOf[id]];
    if (attempt.row.state == AttemptStage::Running)
        static_cast<void>(m_parts.driver.cancel(placeOf(attempt)));
}

AttemptReference Scheduler::placeOf(const RunningAttempt &attempt) const
{
    return {attempt.row.uuid, m_parts.layout.attempts(attempt.job) / attempt.row.uuid};
}

} // namespace atelier
