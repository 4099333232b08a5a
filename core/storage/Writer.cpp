#include "core/storage/Writer.h"

#include "core/storage/SqlError.h"

#include <algorithm>
#include <utility>

namespace atelier {

namespace {

constexpr std::size_t largestGroup = 1000;
constexpr std::chrono::milliseconds idleAfter{500};
constexpr std::chrono::milliseconds afterFailedCheckpoint{100};

std::int64_t unixMilliseconds()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

Error queueFull(std::size_t limit)
{
    return {ErrorKind::Busy, "storage.queue-full",
        "More than " + std::to_string(limit) + " changes wait to be written. Try again in a moment.",
        {{"limit", std::to_string(limit)}}, {}};
}

Error brokenPromise(const Error &error)
{
    if (isDiskError(error))
        return error;
    return {ErrorKind::Busy, "storage.group-undone",
        "Another change failed halfway and was undone together with this one. Try again. (" + error.sentence
            + ")",
        {}, {}};
}

Error transactionLost()
{
    return {ErrorKind::Internal, "storage.transaction-lost",
        "A change ended the transaction that it shares with others, so all of them were undone. Try again.",
        {}, {}};
}

} // namespace

Result<std::unique_ptr<Writer>> Writer::open(const std::filesystem::path &file, Listener listener)
{
    return open(file, std::move(listener), Options{});
}

Result<std::unique_ptr<Writer>> Writer::open(
    const std::filesystem::path &file, Listener listener, Options options)
{
    Result<Database> database = Database::open(file, {Database::Access::ReadWrite, options.vfs});
    if (!database)
        return database.error();
    return std::unique_ptr<Writer>(
        new Writer(file, std::move(listener), std::move(options), std::move(*database)));
}

Writer::Writer(std::filesystem::path file, Listener listener, Options options, Database database)
    : m_file(std::move(file))
    , m_listener(std::move(listener))
    , m_options(std::move(options))
    , m_database(std::move(database))
    , m_thread([this] { serve(); })
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_arrived.notify_one();
    m_thread.join();
}

void Writer::submit(Work work, Done done, Isolation isolation)
{
    {
        std::unique_lock lock(m_mutex);
        if (m_waiting.size() < m_options.queueLimit) {
            m_waiting.push_back({std::move(work), std::move(done), isolation, {}});
            const bool wasEmpty = m_waiting.size() == 1;
            lock.unlock();
            if (wasEmpty)
                m_arrived.notify_one();
            return;
        }
    }
    done(queueFull(m_options.queueLimit));
}

void Writer::serve()
{
    std::vector<Entry> batch;
    while (takeWaiting(batch)) {
        for (std::size_t written = 0; written < batch.size();) {
            const std::span<Entry> rest = std::span(batch).subspan(written);
            written += writeGroup(rest.first(std::min(rest.size(), largestGroup)));
            checkpoint(false);
        }
        batch.clear();
    }
    checkpoint(true);
}

bool Writer::takeWaiting(std::vector<Entry> &batch)
{
    std::unique_lock lock(m_mutex);
    const auto somethingToDo = [this] { return !m_waiting.empty() || m_isStopping; };
    if (!m_arrived.wait_for(lock, idleAfter, somethingToDo)) {
        lock.unlock();
        checkpoint(true);
        lock.lock();
        m_arrived.wait(lock, somethingToDo);
    }
    batch.swap(m_waiting);
    return !batch.empty();
}

std::size_t Writer::writeGroup(std::span<Entry> entries)
{
    if (Result<void> begun = begin(); !begun) {
        abandon(entries, begun.error());
        return entries.size();
    }
    WriteContext context(*m_database, unixMilliseconds());
    std::size_t ran = 0;
    if (Result<void> intact = runWorks(entries, context, ran); !intact) {
        abandon(entries.first(ran), intact.error());
        return ran;
    }
    const Result<std::vector<Change>> changes = commit(context);
    if (!changes) {
        abandon(entries, changes.error());
        return entries.size();
    }
    if (m_listener && !changes->empty())
        m_listener(*changes);
    for (Entry &entry : entries)
        entry.done(std::move(entry.outcome));
    return entries.size();
}

Result<void> Writer::begin()
{
    if (!m_database) {
        Result<Database> database = Database::open(m_file, {Database::Access::ReadWrite, m_options.vfs});
        if (!database)
            return database.error();
        m_database = std::move(*database);
    }
    return m_database->run("BEGIN IMMEDIATE");
}

Result<void> Writer::runWorks(std::span<Entry> entries, WriteContext &context, std::size_t &ran)
{
    for (Entry &entry : entries) {
        ++ran;
        context.beginWork();
        if (Result<void> intact = runWork(entry, context); !intact)
            return intact;
        if (!entry.outcome)
            context.forgetLastWork();
    }
    return {};
}

Result<void> Writer::runWork(Entry &entry, WriteContext &context)
{
    Database &database = *m_database;
    const bool canBeUndone = entry.isolation == Isolation::Savepoint;
    if (canBeUndone)
        if (Result<void> done = database.run("SAVEPOINT work"); !done)
            return done;
    const std::int64_t before = database.totalChangedRows();
    entry.outcome = entry.work(context);
    if (!database.isInTransaction()) // some errors make SQLite roll back everything at once
        return entry.outcome ? transactionLost() : entry.outcome.error();
    if (!canBeUndone) {
        const bool keptItsPromise = entry.outcome || database.totalChangedRows() == before;
        return keptItsPromise ? Result<void>() : Result<void>(brokenPromise(entry.outcome.error()));
    }
    if (!entry.outcome)
        if (Result<void> undone = database.run("ROLLBACK TO work"); !undone)
            return undone;
    return database.run("RELEASE work");
}

Result<std::vector<Change>> Writer::commit(WriteContext &context)
{
    Result<std::vector<Change>> changes = context.writeChanges();
    if (!changes)
        return changes;
    if (Result<void> committed = m_database->run("COMMIT"); !committed)
        return committed.error();
    m_noCheckpointBefore = {}; // the disk takes writes: a log that grew while it did not is worth another try
    return changes;
}

void Writer::abandon(std::span<Entry> entries, const Error &error)
{
    if (m_database && m_database->isInTransaction() && !m_database->run("ROLLBACK"))
        m_database.reset();
    // After an error of the disk what SQLite holds in memory may differ from what is on it.
    if (isDiskError(error))
        m_database.reset();
    // A full disk may have room inside the log once its pages are in the file.
    if (error.kind == ErrorKind::StorageFull)
        checkpoint(true);
    for (Entry &entry : entries)
        entry.done(entry.outcome ? Result<void>(error) : std::move(entry.outcome));
}

void Writer::checkpoint(bool isIdle)
{
    if (!m_database)
        return;
    const int pages = m_database->logPages();
    const auto now = std::chrono::steady_clock::now();
    if (pages == 0 || now < m_noCheckpointBefore)
        return;
    if (!isIdle && pages < 4 * m_options.checkpointPages) {
        const std::lock_guard lock(m_mutex);
        if (pages < m_options.checkpointPages || !m_waiting.empty())
            return;
    }
    // Nothing is lost when it fails, everything is still in the log; the next commit tells whether the disk
    // is well.
    if (const Result<void> done = m_database->checkpoint(); !done) {
        m_noCheckpointBefore = now + afterFailedCheckpoint;
        if (isDiskError(done.error()))
            m_database.reset();
    }
}

} // namespace atelier
