#pragma once

#include "core/http/Asio.h"
#include "core/http/Message.h"

#include <functional>
#include <memory>

namespace atelier::http {

/// The sending half of a connection: two pieces of text, then a region of a file by sendfile(2), one message
/// at a time. The thread must have SIGPIPE blocked, because sendfile cannot be told to spare it.
class Outgoing
{
public:
    explicit Outgoing(Socket &socket);

    /// `first` and `second` must stay where they are until `done`. `keep` keeps their owner, and this, alive.
    void send(std::shared_ptr<void> keep, std::string_view first, std::string_view second,
        std::shared_ptr<FileRegion> file);
    [[nodiscard]] bool isSending() const { return m_isSending; }

    std::function<void()> progressed; ///< the other end has taken some bytes, more are to go
    std::function<void(ErrorCode)> done;

private:
    void step();
    void sendFile();
    void finish(ErrorCode error);

    Socket &m_socket;
    std::shared_ptr<void> m_keep;
    std::string_view m_first;
    std::string_view m_second;
    std::shared_ptr<FileRegion> m_file;
    std::uint64_t m_fileSent = 0;
    bool m_isSending = false;
};

} // namespace atelier::http
