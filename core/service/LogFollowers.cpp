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
    {
        const std::lock_guard lock(m_mutex);
        m_new.push_back({std::move(stream), std::move(job), std::move(file), offset, {}});
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
            m_wake.wait_for(lock, interval, [this] { return m_stopping || !m_new.empty(); });
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
    // Asked before the last look at the file, so that what was written before the end is sent.
    const bool ended = m_hasEnded(follower.job);
    if (!follower.descriptor)
        follower.descriptor
            = Descriptor(open(follower.file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    if (follower.descriptor && !sendNew(follower))
        return false;
    if (ended)
        follower.stream->close();
    return !ended;
}

bool LogFollowers::sendNew(Follower &follower)
{
    for (;;) {
        std::string piece(pieceBytes, '\0');
        const ssize_t got = pread(
            follower.descriptor.number(), piece.data(), piece.size(), static_cast<off_t>(follower.offset));
        if (got <= 0)
            return true;
        piece.resize(static_cast<std::size_t>(got));
        follower.offset += piece.size();
        if (!follower.stream->write(std::move(piece)))
            return false;
    }
}

} // namespace atelier
