#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace atelier::test {

/// A plain socket that says exactly what a test tells it to, well-behaved or not.
class RawConnection
{
public:
    explicit RawConnection(const std::filesystem::path &socket);
    explicit RawConnection(std::uint16_t loopbackPort);
    ~RawConnection();
    RawConnection(const RawConnection &) = delete;
    RawConnection &operator=(const RawConnection &) = delete;

    /// Waits until the kernel has taken all; false when the other end is gone.
    bool send(std::string_view bytes);
    void finishSending();
    void close();

    /// Reads until `part` has come, the other end closes, or 10 s pass; returns all that came since the last
    /// call.
    std::string readUntil(std::string_view part);
    std::string readToEnd() { return readUntil({}); }
    /// One response with a Content-Length, head and body; what follows it stays for the next call.
    std::string readResponse();
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; } ///< the other end closed, in order or not
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    bool readSome();

    int m_descriptor = -1;
    bool m_isAtEnd = false;
    std::string m_pending;
    std::chrono::steady_clock::time_point m_patience;
};

} // namespace atelier::test
