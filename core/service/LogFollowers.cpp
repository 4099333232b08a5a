#include "core/service/LogFollowers.h"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <iterator>
#include <unistd.h>

namespace atelier {

namespace {

constexpr std::chrono::milliseconds interval{100};
constexpr std::size_t pieceBytes = std::size_t{256} << 10U;

} // namespace

LogFollowers::LogFollowers(std::function<bool(const std::string &job)> hasEnded)
    : m_hasEnded(std::move(hasEnded))
    , m_thread([this] { work(); })
{
}

LogFollowers::~LogFollowers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void LogFollowers::follow(
    std::shared_ptr<http::Stream> stream, std::string job, std::filesystem::path file, std::uint64_t offset)
{
    const auto isReady = std::make_shared<std::atomic<bool>>(true);
    // A client that goes while it owes us its word is looked at once more, and then left.
    stream->whenClosed([this, isReady] {
        *isReady = true;
        wake();
    });
    {
        const std::lock_guard lock(m_mutex);
        m_new.push_back({std::move(stream), std::move(job), std::move(file), offset, {}, isReady});
    }
    m_wake.notify_all();
}

void LogFollowers::work()
{
    std::vector<Follower> followers;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (followers.empty())
            m_wake.wait(lock, [this] { return m_stopping || !m_new.empty(); });
        else
            m_wake.wait_for(lock, interval, [this] { return m_stopping || !m_new.empty() || m_isAwaited; });
        m_isAwaited = false;
        std::move(m_new.begin(), m_new.end(), std::back_inserter(followers));
        m_new.clear();
        lock.unlock();
        followers.erase(std::remove_if(followers.begin(), followers.end(),
                            [this](Follower &follower) { return !advance(follower); }),
            followers.end());
        lock.lock();
    }
    for (const Follower &follower : followers)
        follower.stream->close();
}

bool LogFollowers::advance(Follower &follower)
{
    if (!*follower.isReady)
        return true;
    // Asked before the last look at the file, so that what was written before the end is sent.
    const bool ended = m_hasEnded(follower.job);
    if (!follower.descriptor)
        follower.descriptor
            = Descriptor(open(follower.file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    const Sent sent = follower.descriptor ? sendPiece(follower) : Sent::Nothing;
    if (ended && sent == Sent::Nothing)
        follower.stream->close();
    return sent == Sent::Piece || (sent == Sent::Nothing && !ended);
}

LogFollowers::Sent LogFollowers::sendPiece(Follower &follower)
{
    std::string piece(pieceBytes, '\0');
    const ssize_t got = pread(
        follower.descriptor.number(), piece.data(), piece.size(), static_cast<off_t>(follower.offset));
    if (got <= 0)
        return Sent::Nothing;
    piece.resize(static_cast<std::size_t>(got));
    follower.offset += piece.size();
    // The next piece waits for the client: one that is slow must not be cut off for falling behind.
    *follower.isReady = false;
    if (!follower.stream->write(std::move(piece)))
        return Sent::Failed;
    follower.stream->whenDrained([this, ready = follower.isReady] {
        *ready = true;
        wake();
    });
    return Sent::Piece;
}

void LogFollowers::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isAwaited = true;
    }
    m_wake.notify_all();
}

} // namespace atelier
