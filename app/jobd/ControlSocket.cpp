#include "app/jobd/ControlSocket.h"

#include "core/system/AttemptFolder.h"

#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace atelier::jobd {

namespace {

void answer(int peer, std::string_view text)
{
    [[maybe_unused]] const ssize_t ignored
        = send(peer, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

bool isOwner(int peer)
{
    ucred credentials{};
    socklen_t size = sizeof credentials;
    return getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0
        && (credentials.uid == geteuid() || credentials.uid == 0);
}

} // namespace

ControlSocket::ControlSocket(int folder)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    // Through our own descriptor: a workspace's path is easily longer than the 107 bytes of a socket's
    // address.
    const std::string path = "/proc/self/fd/" + std::to_string(folder) + "/" + attempt::controlSocket;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    unlinkat(folder, attempt::controlSocket, 0);
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket || bind(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || listen(socket.number(), 8) != 0)
        return; // canceling by a signal to the supervisor still works
    m_socket = std::move(socket);
}

ControlSocket::Request ControlSocket::serve() const
{
    const Descriptor peer(accept4(m_socket.number(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!peer)
        return Request::None;
    if (!isOwner(peer.number())) {
        answer(peer.number(), "denied\n");
        return Request::None;
    }
    const timeval patience{0, 200'000};
    setsockopt(peer.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::array<char, 32> buffer{};
    const ssize_t got = recv(peer.number(), buffer.data(), buffer.size(), 0);
    const std::string_view text(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    if (text == "cancel\n") {
        answer(peer.number(), "ok\n");
        return Request::Cancel;
    }
    answer(peer.number(), text == "alive\n" ? "alive\n" : "unknown\n");
    return Request::None;
}

} // namespace atelier::jobd
