#include "tests/core/http/RawConnection.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace atelier::test {

RawConnection::RawConnection(const std::filesystem::path &socket)
    : m_descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = socket.string();
    EXPECT_LT(path.size(), sizeof(address.sun_path));
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    EXPECT_EQ(connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0)
        << path;
}

RawConnection::RawConnection(std::uint16_t loopbackPort)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(loopbackPort);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
}

RawConnection::~RawConnection()
{
    close();
}

bool RawConnection::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawConnection::finishSending()
{
    shutdown(m_descriptor, SHUT_WR);
}

void RawConnection::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

std::string RawConnection::readUntil(std::string_view part)
{
    m_patience = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (part.empty() || m_pending.find(part) == std::string::npos)
        if (!readSome())
            break;
    return std::exchange(m_pending, {});
}

std::string RawConnection::readResponse()
{
    m_patience = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    std::size_t head = std::string::npos;
    while ((head = m_pending.find("\r\n\r\n")) == std::string::npos)
        if (!readSome())
            return std::exchange(m_pending, {});
    constexpr std::string_view length = "Content-Length: ";
    const std::size_t at = m_pending.find(length);
    const std::size_t body = at < head ? std::stoul(m_pending.substr(at + length.size())) : 0;
    const std::size_t end = head + 4 + body;
    while (m_pending.size() < end)
        if (!readSome())
            break;
    std::string rest = m_pending.size() > end ? m_pending.substr(end) : std::string();
    m_pending.resize(std::min(m_pending.size(), end));
    return std::exchange(m_pending, std::move(rest));
}

bool RawConnection::readSome()
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_patience - std::chrono::steady_clock::now());
    pollfd poll{m_descriptor, POLLIN, 0};
    if (left.count() <= 0 || ::poll(&poll, 1, static_cast<int>(left.count())) <= 0)
        return false;
    std::array<char, 65536> buffer{};
    const ssize_t count = recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (count <= 0) {
        m_isAtEnd = true;
        return false;
    }
    m_pending.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

} // namespace atelier::test
