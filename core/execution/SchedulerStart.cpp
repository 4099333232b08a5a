// The starting half of the scheduler: what may start now, and how it is started.

#include "core/base/Ids.h"
#include "core/execution/Scheduler.h"
#include "core/execution/StepLaunch.h"
#include "core/storage/Database.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr std::uint64_t memoryForOneMore = std::uint64_t{512}
    << 20U; // what a Python with its libraries wants

} // namespace

Result<void> Scheduler::startReady(Round &round)
{
    m_waitsForMemory = false;
    // A reused step frees those after it at once, so this goes on until nothing moves any more.
    std::set<JobId> waiting;
    std::string obstacle; // what keeps one from starting keeps all after it, too
    for (;;) {
        std::vector<JobId> ready = m_jobs.graph().ready();
        ready.erase(
            std::remove_if(ready.begin(), ready.end(), [&](JobId id) { return waiting.count(id) != 0; }),
            ready.end());
        if (ready.empty())
            return {};
        for (const JobId id : ready) {
            const JobRow *row = m_jobs.row(id);
            if (row == nullptr)
                continue;
            const JobRow step = *row;
            // What waits was looked up when it began to: a thousand waiting steps are not looked up again
            // each time that one of them ends.
            if (obstacle.empty())
                obstacle = whyNoneMayStart();
            if (obstacle.empty() || step.statusReason.empty()) {
                const auto reused = reuse(step, round);
                if (!reused)
                    return reused.error();
                if (*reused)
                    continue;
            }
            if (obstacle.empty()) {
                intend(step, round);
            } else {
                waiting.insert(id);
                keepWaiting(step, obstacle, round);
            }
        }
    }
}

/// "" where one more may.
std::string Scheduler::whyNoneMayStart()
{
    const auto running = std::count_if(
        m_attempts.begin(), m_attempts.end(), [](const auto &entry) { return !entry.second.isOver; });
    if (static_cast<double>(running) + 1 > std::max(m_parts.cores, 1.0))
        return "Waits for a core: all " + std::to_string(running) + " are in use.";
    if (running == 0 || m_parts.freeMemory() >= memoryForOneMore)
        return {};
    m_waitsForMemory = true;
    return "Waits for memory: less than " + std::to_string(memoryForOneMore >> 20U) + " MiB are free.";
}

Result<bool> Scheduler::reuse(const JobRow &row, Round &round)
{
    const StepGraph::Pipeline *pipeline = m_jobs.graph().pipeline(row.parentId.value_or(0));
    if (pipeline == nullptr || pipeline->forceRerun)
        return false;
    const auto found = m_parts.readers.read([&](Database &database) { return findReusable(database, row); });
    if (!found)
        return found.error();
    if (!*found)
        return false;
    startPipeline(row, round);
    round.writes.push_back(
        [id = row.id, pipelineId = *row.parentId, origin = **found](WriteContext &context) -> Result<void> {
            Database &database = context.database();
            for (const JobOutputRow &output : origin.outputs) {
                // The pipeline's own outputs are outputs of its steps under other names.
                if (auto moved = database.run("UPDATE job_output SET path = ?1 WHERE job_id = ?2 AND path = "
                                              "(SELECT path FROM job_output WHERE job_id = ?3 AND name = ?4)",
                        output.path, pipelineId, id, output.name);
                    !moved)
                    return moved;
                if (auto put = JobRepository::putOutput(database, id, output); !put)
                    return put;
            }
            return database.run("UPDATE job SET reused_from = ?1, started_ms = ?2 WHERE id = ?3", origin.name,
                context.nowMs(), id);
        });
    m_jobs.setReused(row.id, (*found)->name);
    finish(row.id, {}, round);
    return true;
}

void Scheduler::startPipeline(const JobRow &step, Round &round)
{
    const JobRow *pipeline = m_jobs.row(step.parentId.value_or(0));
    if (pipeline == nullptr || pipeline->status != JobStatus::Queued)
        return;
    m_jobs.setStatus(pipeline->id, JobStatus::Running, {});
    round.writes.push_back([id = pipeline->id, name = pipeline->name](WriteContext &context) {
        context.changed("job", name, "status");
        return JobRepository::setStatus(context.database(), id, JobStatus::Running, {}, context.nowMs());
    });
}

void Scheduler::intend(const JobRow &row, Round &round)
{
    startPipeline(row, round);
    const RunTokens::Token token = RunTokens::make();
    AttemptRow attempt;
    attempt.uuid = randomUuid();
    attempt.jobId = row.id;
    attempt.tokenHash = {std::string(token.digest.begin(), token.digest.end())};
    m_jobs.setStatus(row.id, JobStatus::Starting, {});
    m_attempts[attempt.uuid] = {attempt, row.name, false};
    m_attemptOf[row.id] = attempt.uuid;
    round.intents.push_back(attempt);
    round.tokens[attempt.uuid] = token;
    round.writes.push_back([attempt, name = row.name](WriteContext &context) -> Result<void> {
        Database &database = context.database();
        const auto number = AttemptRepository::nextNumber(database, attempt.jobId);
        if (!number)
            return number.error();
        AttemptRow numbered = attempt;
        numbered.number = *number;
        numbered.createdMs = context.nowMs();
        if (auto inserted = AttemptRepository::insert(database, numbered); !inserted)
            return inserted;
        context.changed("job", name, "status");
        return JobRepository::setStatus(database, attempt.jobId, JobStatus::Starting);
    });
}

void Scheduler::keepWaiting(const JobRow &row, const std::string &reason, Round &round)
{
    if (row.status == JobStatus::Queued && row.statusReason == reason)
        return;
    m_jobs.setStatus(row.id, JobStatus::Queued, reason);
    round.writes.push_back([id = row.id, name = row.name, reason](WriteContext &context) {
        context.changed("job", name, "status");
        return JobRepository::setStatus(context.database(), id, JobStatus::Queued, reason);
    });
}

Result<void> Scheduler::prepare(const AttemptRow &attempt, const RunTokens::Token &token)
{
    const OpenAttempt &open = m_attempts[attempt.uuid];
    const JobRow *row = m_jobs.row(attempt.jobId);
    if (row == nullptr)
        return {};
    const auto step = m_parts.readers.read([&](Database &database) { return launchOf(database, *row); });
    if (!step)
        return step.error();
    m_parts.tokens.admit(token.digest, open.job);
    AttemptLaunch launch;
    launch.attempt = placeOf(open);
    launch.command = step->command;
    launch.workingFolder = m_parts.layout.work(open.job);
    launch.logFile = m_parts.layout.log(open.job);
    launch.environment = jobEnvironment(
        m_parts.runtime, {open.job, row->experimentId, token.text}, step->environmentVariables);
    launch.timeout = step->timeout.value_or(std::chrono::seconds(0));
    m_launches[attempt.uuid] = std::move(launch);
    m_preparing.begin(attempt.uuid, [&layout = m_parts.layout, job = open.job, outputs = step->outputs] {
        return prepareWorkFolder(layout, job, outputs);
    });
    return {};
}

void Scheduler::failLaunch(const std::string &uuid, const Error &error)
{
    // The attempt never began: its end is ours to write.
    Round round;
    const auto found = m_attempts.find(uuid);
    if (found == m_attempts.end())
        return;
    endUnlaunched(found->second, {JobStatus::Failed, error.code, error.sentence}, round);
    if (!commit(round)) {
        m_mustReload = true;
        return;
    }
    act(round);
    attemptChanged(uuid); // a round, so that what waited for its core starts
}

} // namespace atelier
