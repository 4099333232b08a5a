#include "core/http/Server.h"

#include "core/http/IoThread.h"
#include "core/http/Listener.h"

#include <boost/asio/executor_work_guard.hpp>
#include <vector>

namespace atelier::http {

struct Server::Implementation
{
    Implementation(Handler &handler, const Limits &limits)
        : context(std::make_shared<asio::io_context>(1), handler, limits)
    {
    }

    Result<std::uint16_t> take(Result<std::unique_ptr<Listener>> listener)
    {
        if (!listener)
            return listener.error();
        const std::uint16_t port = (*listener)->port();
        listeners.push_back(*std::move(listener));
        return port;
    }

    SessionContext context;
    std::vector<std::unique_ptr<Listener>> listeners;
    std::unique_ptr<IoThread> thread;
};

Server::Server(Handler &handler, Limits limits)
    : m_implementation(std::make_unique<Implementation>(handler, limits))
{
}

Server::~Server()
{
    if (!m_implementation->thread)
        return;
    // With its sockets and its timer gone the context runs out of work, and what was under way returns before
    // the join.
    asio::post(*m_implementation->context.io, [this] {
        for (const std::unique_ptr<Listener> &listener : m_implementation->listeners)
            listener->stop();
        m_implementation->context.watch.endAll();
    });
    m_implementation->thread.reset();
}

Result<void> Server::listenUnix(const std::filesystem::path &path)
{
    const Result<std::uint16_t> taken
        = m_implementation->take(Listener::onUnix(m_implementation->context, path));
    return taken ? Result<void>() : Result<void>(taken.error());
}

Result<std::uint16_t> Server::listenLoopback(std::uint16_t port)
{
    return m_implementation->take(Listener::onLoopback(m_implementation->context, port));
}

void Server::start()
{
    for (const std::unique_ptr<Listener> &listener : m_implementation->listeners)
        listener->accept();
    m_implementation->thread = std::make_unique<IoThread>(m_implementation->context.io);
}

std::size_t Server::connectionCount() const
{
    return m_implementation->context.openSessions;
}

} // namespace atelier::http
