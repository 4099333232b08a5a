#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace atelier {

/// A few threads for work that blocks: reading the database, hashing, waiting for a commit. Thread-safe.
class WorkerPool
{
public:
    WorkerPool(std::size_t threads, std::size_t longestQueue);
    ~WorkerPool(); ///< finishes what is queued, then joins
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// False, without taking the work, where the queue is full.
    [[nodiscard]] bool post(std::function<void()> work);

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
    std::size_t m_longestQueue;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace atelier
