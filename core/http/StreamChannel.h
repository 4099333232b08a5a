#pragma once

#include "core/http/Asio.h"
#include "core/http/Message.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace atelier::http {

class Session;

/// The queue between whoever writes a stream, on any thread, and the session that sends it.
class StreamChannel
{
public:
    StreamChannel(
        std::shared_ptr<asio::io_context> context, std::weak_ptr<Session> session, std::size_t limit);

    // The writer's side, any thread.
    bool write(std::string_view bytes);
    void finish();
    void whenClosed(std::function<void()> callback);
    void whenDrained(std::function<void()> callback);

    // The session's side, on its thread.
    /// Whether the client is to be cut off. From here on a writer wakes the session again.
    [[nodiscard]] bool isBehind();
    /// All that is queued, which counts as in flight until the next call. Where nothing is, tells who waits
    /// for that.
    std::string take();
    [[nodiscard]] bool isFinished() const;
    void died();

private:
    enum class State { Open, Finished, Dead };

    void wakeSession(); // with the mutex held

    const std::shared_ptr<asio::io_context> m_context; // a writer may outlive the server
    const std::weak_ptr<Session> m_session;
    const std::size_t m_limit;

    mutable std::mutex m_mutex;
    State m_state = State::Open;
    bool m_isBehind = false;
    bool m_isWaking = false;
    std::size_t m_inFlight = 0;
    std::string m_queue;
    std::function<void()> m_closed;
    std::function<void()> m_drained;
};

/// What a handler holds: the last copy dropped finishes the stream.
class StreamEnd final : public Stream
{
public:
    explicit StreamEnd(std::shared_ptr<StreamChannel> channel)
        : m_channel(std::move(channel))
    {
    }
    ~StreamEnd() override { m_channel->finish(); }
    StreamEnd(const StreamEnd &) = delete;
    StreamEnd &operator=(const StreamEnd &) = delete;

    bool write(std::string bytes) override { return m_channel->write(bytes); }
    void close() override { m_channel->finish(); }
    void whenClosed(std::function<void()> callback) override { m_channel->whenClosed(std::move(callback)); }
    void whenDrained(std::function<void()> callback) override { m_channel->whenDrained(std::move(callback)); }

private:
    std::shared_ptr<StreamChannel> m_channel;
};

} // namespace atelier::http
