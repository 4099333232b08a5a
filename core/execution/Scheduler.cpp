#include "core/execution/Scheduler.h"

#include "core/storage/Database.h"

namespace atelier {

namespace {

constexpr std::chrono::seconds retryInterval{1}; // after a failed commit: a full disk, mostly
constexpr std::size_t folderThreads = 4; // for each sort of work; they wait for the disk

} // namespace

Scheduler::Scheduler(Parts parts)
    : m_parts(std::move(parts))
    , m_preparing(folderThreads, [this](const std::string &uuid) { attemptChanged(uuid); })
    , m_keeping(folderThreads, [this](const std::string &uuid) { attemptChanged(uuid); })
{
}

Scheduler::~Scheduler()
{
    stop();
}

void Scheduler::stop()
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
    else if (m_waitsForMemory)
        m_wake.wait_for(lock, m_parts.memoryInterval, anything);
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
        if (!round(events))
            m_mustReload = true; // which a launch that failed may have asked for as well
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
            m_attempts[row.uuid] = {row, job->name, false};
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
    // First, because the request was durable before its job's end was seen.
    for (const JobId id : events.canceled)
        cancelAll(id, round);
    for (const std::string &uuid : events.changed)
        look(uuid, round);
    if (auto started = startReady(round); !started)
        return started;
    noteWork(); // before anyone can read of the last end, or a stop right after it would be refused
    if (auto committed = commit(round); !committed)
        return committed;
    act(round);
    return {};
}

Result<void> Scheduler::commit(const Round &round)
{
    if (round.writes.empty())
        return {};
    return m_parts.writer.run([&](WriteContext &context) -> Result<void> {
        for (const auto &write : round.writes)
            if (auto written = write(context); !written)
                return written;
        return {};
    });
}

void Scheduler::act(Round &round)
{
    for (const std::string &uuid : round.ended) {
        const auto found = m_attempts.find(uuid);
        if (found == m_attempts.end())
            continue;
        m_parts.tokens.revoke(RunTokens::digestOf(found->second.row.tokenHash.bytes));
        m_parts.driver.forget(placeOf(found->second));
        m_preparing.forget(uuid);
        m_keeping.forget(uuid);
        m_launches.erase(uuid);
        m_attemptOf.erase(found->second.row.jobId);
        m_attempts.erase(found);
    }
    for (const AttemptRow &attempt : round.intents)
        if (auto begun = prepare(attempt, round.tokens[attempt.uuid]); !begun)
            failLaunch(attempt.uuid, begun.error());
    for (const std::string &uuid : round.prepared) {
        m_preparing.forget(uuid);
        const auto launch = m_launches.extract(uuid);
        if (auto launched = m_parts.driver.launch(launch.mapped()); !launched)
            failLaunch(uuid, launched.error());
    }
}

AttemptReference Scheduler::placeOf(const OpenAttempt &attempt) const
{
    return {attempt.row.uuid, m_parts.layout.attempts(attempt.job) / attempt.row.uuid};
}

} // namespace atelier
