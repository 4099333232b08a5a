#include "core/http/Listener.h"

#include "core/http/UnixAddress.h"

#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace atelier::http {

namespace {

// Sockets are made here and not by Asio, which leaves out close-on-exec: a job started in between would keep
// them open.
constexpr int socketFlags = SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK;
constexpr int backlog = 1024;
// Sessions beyond the limit that may wait at once for their 503 to be read.
constexpr std::size_t refusals = 32;

Result<void> removeStale(const std::filesystem::path &path, const UnixAddress &address)
{
    struct stat status
    {
    };
    if (lstat(path.c_str(), &status) != 0)
        return {};
    if (!S_ISSOCK(status.st_mode))
        return Error{ErrorKind::Conflict, "http.not-a-socket",
            "Cannot listen on " + path.string()
                + ": a file that is not a socket has this name. Move it away.",
            {}, {}};
    const int probe = socket(AF_UNIX, socketFlags, 0);
    if (probe < 0)
        return systemError("http.listen", "make a socket", errno);
    const bool isAnswered = connect(probe, address.address(), address.size()) == 0 || errno == EAGAIN;
    close(probe);
    if (isAnswered)
        return Error{ErrorKind::Conflict, "http.already-served",
            "Cannot listen on " + path.string()
                + ": another process answers there already. Use that one, or end it.",
            {}, {}};
    unlink(path.c_str());
    return {};
}

Peer peerOf(int socket)
{
    ucred credentials{};
    socklen_t size = sizeof(credentials);
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0)
        return {};
    return {true, credentials.uid};
}

} // namespace

Listener::Listener(SessionContext &context, int socket)
    : m_context(context)
    , m_socket(context.io->get_executor(), socket)
    , m_pause(context.io->get_executor())
{
}

Result<std::unique_ptr<Listener>> Listener::onUnix(SessionContext &context, const std::filesystem::path &path)
{
    const Result<UnixAddress> address = UnixAddress::of(path);
    if (!address)
        return address.error();
    if (const Result<void> removed = removeStale(path, *address); !removed)
        return removed.error();
    const int number = socket(AF_UNIX, socketFlags, 0);
    if (number < 0)
        return systemError("http.listen", "make a socket", errno);
    std::unique_ptr<Listener> listener(new Listener(context, number));
    // The mode of the socket becomes that of its file: there is no moment when others could connect.
    struct stat status
    {
    };
    if (fchmod(number, 0600) != 0 || bind(number, address->address(), address->size()) != 0
        || lstat(path.c_str(), &status) != 0 || listen(number, backlog) != 0)
        return systemError("http.listen", "listen on " + path.string(), errno);
    listener->m_file = path;
    listener->m_device = status.st_dev;
    listener->m_inode = status.st_ino;
    return listener;
}

Result<std::unique_ptr<Listener>> Listener::onLoopback(SessionContext &context, std::uint16_t port)
{
    const int number = socket(AF_INET, socketFlags, 0);
    if (number < 0)
        return systemError("http.listen", "make a socket", errno);
    std::unique_ptr<Listener> listener(new Listener(context, number));
    const int on = 1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) != 0
        || bind(number, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0
        || listen(number, backlog) != 0)
        return systemError("http.listen", "listen on port " + std::to_string(port) + " of 127.0.0.1", errno);
    return listener;
}

Listener::~Listener()
{
    struct stat status
    {
    };
    const bool isOurs = !m_file.empty() && lstat(m_file.c_str(), &status) == 0 && status.st_dev == m_device
        && status.st_ino == m_inode;
    if (isOurs)
        unlink(m_file.c_str());
}

std::uint16_t Listener::port()
{
    sockaddr_in address{};
    socklen_t size = sizeof(address);
    getsockname(m_socket.native_handle(), reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

void Listener::accept()
{
    m_socket.async_wait(asio::posix::descriptor_base::wait_read, [this](ErrorCode error) {
        if (!error)
            acceptAll();
    });
}

void Listener::stop()
{
    m_isStopped = true;
    m_socket.close();
    m_pause.cancel();
}

void Listener::acceptAll()
{
    if (m_isStopped)
        return;
    // A bounded number, so that a crowd at the door does not starve those inside.
    for (int i = 0; i < 64; ++i) {
        const int socket = accept4(m_socket.native_handle(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (socket >= 0)
            adopt(socket);
        else if (errno == EAGAIN)
            break;
        else if (errno != EINTR && errno != ECONNABORTED)
            return acceptLater();
    }
    accept();
}

void Listener::acceptLater()
{
    // Out of descriptors or memory: the connection stays at the door, and asking at once again would spin.
    m_pause.expires_after(std::chrono::milliseconds(100));
    m_pause.async_wait([this](ErrorCode error) {
        if (!error)
            acceptAll();
    });
}

void Listener::adopt(int socket)
{
    const bool isUnix = !m_file.empty();
    const std::size_t refused = m_context.refusedSessions;
    const bool isFull = m_context.openSessions >= m_context.limits.connections;
    if (isFull && refused >= refusals) {
        close(socket);
        return;
    }
    if (const int on = 1; !isUnix)
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    const asio::generic::stream_protocol protocol(isUnix ? AF_UNIX : AF_INET, 0);
    Socket connection(m_context.io->get_executor(), protocol, socket);
    const auto session
        = std::make_shared<Session>(m_context, std::move(connection), isUnix ? peerOf(socket) : Peer{});
    m_context.watch.add(session);
    isFull ? session->refuse() : session->start();
}

} // namespace atelier::http
