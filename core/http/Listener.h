#pragma once

#include "core/http/Session.h"

#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <filesystem>
#include <sys/types.h>

namespace atelier::http {

/// A listening socket and its accept loop; removes its socket file at its end.
class Listener
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Listener>> onUnix(
        SessionContext &context, const std::filesystem::path &path);
    [[nodiscard]] static Result<std::unique_ptr<Listener>> onLoopback(
        SessionContext &context, std::uint16_t port);
    ~Listener();
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    [[nodiscard]] std::uint16_t port();
    /// Both on the server's thread.
    void accept();
    void stop();

private:
    Listener(SessionContext &context, int socket);

    void acceptAll();
    void acceptLater();
    void adopt(int socket);

    SessionContext &m_context;
    asio::posix::basic_stream_descriptor<Executor> m_socket;
    Timer m_pause;
    std::filesystem::path m_file; // empty for TCP
    bool m_isStopped = false;
    dev_t m_device = 0;
    ino_t m_inode = 0;
};

} // namespace atelier::http
