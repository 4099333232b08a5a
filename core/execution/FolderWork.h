#pragma once

#include "core/base/Result.h"
#include "core/compute/Driver.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace atelier {

/// Work on jobs' folders that can take minutes: copying code, bringing outputs to the disk. One piece for
/// each attempt, on threads of its own, so that nobody else waits for it. Thread-safe.
class FolderWork
{
public:
    using Task = std::function<Result<void>()>;

    /// `changed` is told, on one of at most `threads` threads, that an attempt's piece is done.
    FolderWork(std::size_t threads, AttemptChanged changed);
    ~FolderWork(); ///< waits for what is under way; what waits is dropped, and nobody is told any more
    FolderWork(const FolderWork &) = delete;
    FolderWork &operator=(const FolderWork &) = delete;

    /// At most once for an attempt, however often it is called, until it is forgotten.
    void begin(const std::string &uuid, Task task);
    /// How it ended; nothing while it has not.
    [[nodiscard]] std::optional<Result<void>> outcome(const std::string &uuid) const;
    /// Only of what has ended or was never begun.
    void forget(const std::string &uuid);

private:
    void work();

    const std::size_t m_threadLimit;
    const AttemptChanged m_changed;

    mutable std::mutex m_mutex; ///< guards everything below
    std::condition_variable m_wake;
    std::deque<std::pair<std::string, Task>> m_waiting;
    std::map<std::string, std::optional<Result<void>>> m_outcomes; ///< by uuid
    std::size_t m_idle = 0; ///< threads that wait for work
    bool m_isStopping = false;
    std::vector<std::thread> m_threads; ///< made when they are first needed
};

} // namespace atelier
