#include "core/http/Outgoing.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/sendfile.h>

namespace atelier::http {

namespace {

// Between two pieces of this many bytes other connections get their turn.
constexpr std::uint64_t filePiece = 512 * 1024;

void drop(std::string_view &text, std::size_t &count)
{
    const std::size_t taken = std::min(count, text.size());
    text.remove_prefix(taken);
    count -= taken;
}

} // namespace

Outgoing::Outgoing(Socket &socket)
    : m_socket(socket)
{
}

void Outgoing::send(std::shared_ptr<void> keep, std::string_view first, std::string_view second,
    std::shared_ptr<FileRegion> file)
{
    m_keep = std::move(keep);
    m_first = first;
    m_second = second;
    m_file = std::move(file);
    m_fileSent = 0;
    m_isSending = true;
    step();
}

void Outgoing::step()
{
    if (m_first.empty() && m_second.empty())
        return sendFile();
    const std::array<asio::const_buffer, 2> pieces{asio::const_buffer(m_first.data(), m_first.size()),
        asio::const_buffer(m_second.data(), m_second.size())};
    m_socket.async_write_some(pieces, [this, keep = m_keep](ErrorCode error, std::size_t count) {
        drop(m_first, count);
        drop(m_second, count);
        const bool isLast = m_first.empty() && m_second.empty() && !m_file;
        if (error || isLast)
            return finish(error);
        progressed();
        step();
    });
}

void Outgoing::sendFile()
{
    auto offset = static_cast<off_t>(m_file->offset() + m_fileSent);
    const std::uint64_t left = m_file->length() - m_fileSent;
    const auto piece = static_cast<std::size_t>(std::min(left, filePiece));
    const ssize_t sent
        = piece == 0 ? 0 : ::sendfile(m_socket.native_handle(), m_file->descriptor(), &offset, piece);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) {
        const ErrorCode error(errno, boost::system::system_category());
        return asio::post(m_socket.get_executor(), [this, error, keep = m_keep] { finish(error); });
    }
    if (sent > 0)
        m_fileSent += static_cast<std::uint64_t>(sent);
    const bool wasCutShort
        = sent == 0 && left > 0; // somebody truncated the file: the promised length cannot be kept
    if (wasCutShort || m_fileSent == m_file->length()) {
        const ErrorCode error = wasCutShort ? asio::error::make_error_code(asio::error::eof) : ErrorCode();
        return asio::post(m_socket.get_executor(), [this, error, keep = m_keep] { finish(error); });
    }
    m_socket.async_wait(Socket::wait_write, [this, keep = m_keep](ErrorCode error) {
        if (error)
            return finish(error);
        progressed();
        sendFile();
    });
}

void Outgoing::finish(ErrorCode error)
{
    m_isSending = false;
    m_file.reset();
    const std::shared_ptr<void> keep = std::move(m_keep);
    done(error);
}

} // namespace atelier::http
