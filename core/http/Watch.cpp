#include "core/http/Watch.h"

#include <algorithm>
#include <vector>

namespace atelier::http {

Watch::Watch(asio::io_context &context)
    : m_timer(context.get_executor())
{
}

void Watch::add(const std::shared_ptr<Watched> &connection)
{
    m_connections.emplace(connection.get(), connection);
}

void Watch::remove(Watched &connection)
{
    m_connections.erase(&connection);
}

void Watch::setDeadline(Watched &connection, Clock::duration fromNow)
{
    connection.m_deadline = Clock::now() + fromNow;
    if (connection.m_deadline < m_armed)
        arm(connection.m_deadline);
}

void Watch::endAll()
{
    m_isEnded = true;
    forEach([](Watched &connection) { connection.end(); });
    m_timer.cancel();
}

void Watch::arm(Clock::time_point when)
{
    if (m_isEnded)
        return;
    m_armed = when;
    m_timer.expires_at(when);
    m_timer.async_wait([this](ErrorCode error) {
        if (!error)
            sweep();
    });
}

void Watch::sweep()
{
    const Clock::time_point now = Clock::now();
    m_armed = Clock::time_point::max();
    Clock::time_point next = Clock::time_point::max();
    forEach([&](Watched &connection) {
        if (connection.m_deadline <= now) {
            connection.m_deadline = Clock::time_point::max();
            connection.expire();
        } else {
            next = std::min(next, connection.m_deadline);
        }
    });
    // An expired connection may have set a new deadline, and with it the timer.
    if (next < m_armed)
        arm(next);
}

void Watch::forEach(const std::function<void(Watched &)> &visit)
{
    // What is visited may remove itself or others, so the visit goes over a copy.
    std::vector<std::shared_ptr<Watched>> connections;
    connections.reserve(m_connections.size());
    for (const auto &[key, connection] : m_connections)
        connections.push_back(connection);
    for (const std::shared_ptr<Watched> &connection : connections)
        visit(*connection);
}

} // namespace atelier::http
