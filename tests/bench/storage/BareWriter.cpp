#include "tests/bench/storage/BareWriter.h"

#include <cstdlib>

namespace atelier::test {

namespace {

void check(bool succeeded)
{
    if (!succeeded)
        std::abort();
}

void execute(sqlite3 *connection, const char *sql)
{
    check(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
}

constexpr const char *schema
    = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000;"
      "CREATE TABLE metric (job_id INTEGER, key_id INTEGER, step INTEGER, time_ms INTEGER, value REAL);"
      "CREATE INDEX metric_by_series ON metric (job_id, key_id, step, time_ms);"
      "CREATE TABLE latest_metric (job_id INTEGER, key_id INTEGER, step INTEGER, time_ms INTEGER, value REAL,"
      " PRIMARY KEY (job_id, key_id)) WITHOUT ROWID;";

} // namespace

BareWriter::BareWriter(const std::filesystem::path &file)
{
    check(sqlite3_open(file.c_str(), &m_connection) == SQLITE_OK);
    execute(m_connection, schema);
    check(sqlite3_prepare_v2(
              m_connection, "INSERT INTO metric VALUES (1, 1, ?1, 1, 0.5)", -1, &m_insert, nullptr)
        == SQLITE_OK);
    check(sqlite3_prepare_v2(m_connection, "INSERT OR REPLACE INTO latest_metric VALUES (1, 1, ?1, 1, 0.5)",
              -1, &m_latest, nullptr)
        == SQLITE_OK);
    m_thread = std::thread([this] { serve(); });
}

BareWriter::~BareWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_arrived.notify_one();
    m_thread.join();
    sqlite3_finalize(m_insert);
    sqlite3_finalize(m_latest);
    sqlite3_close(m_connection);
}

void BareWriter::submit(std::int64_t step, std::function<void()> done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({step, std::move(done)});
    }
    m_arrived.notify_one();
}

void BareWriter::write(std::int64_t step)
{
    for (sqlite3_stmt *statement : {m_insert, m_latest}) {
        sqlite3_bind_int64(statement, 1, step);
        check(sqlite3_step(statement) == SQLITE_DONE);
        sqlite3_reset(statement);
    }
}

void BareWriter::serve()
{
    std::vector<Entry> group;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, [this] { return !m_waiting.empty() || m_isStopping; });
            if (m_waiting.empty())
                return;
            group.swap(m_waiting);
        }
        execute(m_connection, "BEGIN IMMEDIATE");
        for (const Entry &entry : group)
            write(entry.step);
        execute(m_connection, "COMMIT");
        for (const Entry &entry : group)
            entry.done();
        group.clear();
    }
}

} // namespace atelier::test
