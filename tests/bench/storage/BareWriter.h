#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <sqlite3.h>
#include <thread>
#include <vector>

namespace atelier::test {

/// The floor: SQLite's C API and a queue, one prepared insert and one upsert for a metric, group commit with
/// synchronous=FULL, an answer after COMMIT; no key names, no change feed, no way for a work to fail.
class BareWriter
{
public:
    explicit BareWriter(const std::filesystem::path &file);
    ~BareWriter();
    BareWriter(const BareWriter &) = delete;
    BareWriter &operator=(const BareWriter &) = delete;

    void submit(std::int64_t step, std::function<void()> done);

private:
    struct Entry
    {
        std::int64_t step;
        std::function<void()> done;
    };
    void serve();
    void write(std::int64_t step);

    sqlite3 *m_connection = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_latest = nullptr;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<Entry> m_waiting;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace atelier::test
