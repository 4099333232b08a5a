#include "core/http/StreamChannel.h"

#include "core/http/Session.h"

#include <utility>

namespace atelier::http {

StreamChannel::StreamChannel(
    std::shared_ptr<asio::io_context> context, std::weak_ptr<Session> session, std::size_t limit)
    : m_context(std::move(context))
    , m_session(std::move(session))
    , m_limit(limit)
{
}

bool StreamChannel::write(std::string_view bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_state != State::Open || m_isBehind)
        return false;
    m_isBehind = m_queue.size() + m_inFlight + bytes.size() > m_limit;
    if (!m_isBehind)
        m_queue += bytes;
    wakeSession();
    return !m_isBehind;
}

void StreamChannel::finish()
{
    const std::lock_guard lock(m_mutex);
    if (m_state != State::Open)
        return;
    m_state = State::Finished;
    wakeSession();
}

void StreamChannel::whenClosed(std::function<void()> callback)
{
    const std::lock_guard lock(m_mutex);
    if (m_state != State::Dead)
        m_closed = std::move(callback);
    else if (!m_context->stopped())
        asio::post(*m_context, std::move(callback));
}

void StreamChannel::whenDrained(std::function<void()> callback)
{
    const std::lock_guard lock(m_mutex);
    if (m_state != State::Open)
        return;
    m_drained = std::move(callback);
    wakeSession();
}

bool StreamChannel::isBehind()
{
    const std::lock_guard lock(m_mutex);
    m_isWaking = false;
    return m_isBehind;
}

std::string StreamChannel::take()
{
    std::unique_lock lock(m_mutex);
    std::string bytes = std::exchange(m_queue, {});
    m_inFlight = bytes.size();
    if (!bytes.empty())
        return bytes;
    const std::function<void()> drained = std::exchange(m_drained, nullptr);
    lock.unlock(); // the callback may write
    if (drained)
        drained();
    return {};
}

bool StreamChannel::isFinished() const
{
    const std::lock_guard lock(m_mutex);
    return m_state == State::Finished && m_queue.empty();
}

void StreamChannel::died()
{
    std::unique_lock lock(m_mutex);
    m_state = State::Dead;
    m_queue = {};
    // Both may hold the stream itself: letting go of them breaks the circle.
    const std::function<void()> drained = std::exchange(m_drained, nullptr);
    const std::function<void()> closed = std::exchange(m_closed, nullptr);
    lock.unlock();
    if (closed)
        closed();
}

void StreamChannel::wakeSession()
{
    if (std::exchange(m_isWaking, true))
        return;
    asio::post(*m_context, [weak = m_session] {
        if (const std::shared_ptr<Session> session = weak.lock())
            session->pump();
    });
}

} // namespace atelier::http
