#pragma once

#include "core/http/Asio.h"

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>

namespace atelier::http {

/// A connection that a Watch keeps alive and ends when its deadline passes.
class Watched : public std::enable_shared_from_this<Watched>
{
public:
    Watched() = default;
    virtual ~Watched() = default;
    Watched(const Watched &) = delete;
    Watched &operator=(const Watched &) = delete;

    virtual void expire() = 0; ///< the deadline has passed
    virtual void end() = 0; ///< the server or client stops

private:
    friend class Watch;
    Clock::time_point m_deadline = Clock::time_point::max();
};

/// Owns the open connections and, with one timer for all, their deadlines. A deadline that only moves away,
/// as with every answered request, costs no timer operation. Lives on the I/O thread.
class Watch
{
public:
    explicit Watch(asio::io_context &context);

    void add(const std::shared_ptr<Watched> &connection);
    void remove(Watched &connection);
    void setDeadline(Watched &connection, Clock::duration fromNow);
    void clearDeadline(Watched &connection) { connection.m_deadline = Clock::time_point::max(); }
    /// Ends every connection and stops the timer, so that the context runs out of work.
    void endAll();

private:
    void arm(Clock::time_point when);
    void sweep();
    void forEach(const std::function<void(Watched &)> &visit);

    std::unordered_map<Watched *, std::shared_ptr<Watched>> m_connections;
    Timer m_timer;
    bool m_isEnded = false;
    Clock::time_point m_armed = Clock::time_point::max();
};

} // namespace atelier::http
