#pragma once

#include "core/http/Message.h"
#include "core/system/Descriptor.h"

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace atelier {

/// Sends log files to clients while they grow. One thread looks ten times a second at the followed files
/// alone: that works on every file system, has no limit on watches, and costs nothing while nobody follows.
/// Thread-safe.
class LogFollowers
{
public:
    /// `hasEnded(job)` says whether the job can write no more.
    explicit LogFollowers(std::function<bool(const std::string &job)> hasEnded);
    ~LogFollowers();
    LogFollowers(const LogFollowers &) = delete;
    LogFollowers &operator=(const LogFollowers &) = delete;

    /// From `offset` bytes on; the stream is closed when the job has ended and all was sent.
    void follow(std::shared_ptr<http::Stream> stream, std::string job, std::filesystem::path file,
        std::uint64_t offset);

private:
    struct Follower
    {
        std::shared_ptr<http::Stream> stream;
        std::string job;
        std::filesystem::path file;
        std::uint64_t offset;
        Descriptor descriptor;
        std::shared_ptr<std::atomic<bool>> isReady; ///< the client has taken what was sent
    };
    enum class Sent { Nothing, Piece, Failed };

    void work();
    /// False when the follower is done with.
    [[nodiscard]] bool advance(Follower &follower);
    [[nodiscard]] Sent sendPiece(Follower &follower);
    void wake();

    std::function<bool(const std::string &)> m_hasEnded;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Follower> m_new;
    bool m_stopping = false;
    bool m_isAwaited = false; ///< a client took what it was sent and may get more at once
    std::thread m_thread;
};

} // namespace atelier
