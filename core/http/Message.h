#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace atelier::http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

[[nodiscard]] std::string_view name(Method method);

/// Who is at the other end.
struct Peer
{
    bool isUnixSocket = false;
    uid_t uid = 0; ///< of the peer process, from the kernel; only for a unix socket
};

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Request
{
    Method method = Method::Get;
    /// As sent: path and query, still percent-encoded. Left empty, a client makes it from `path` and `query`.
    std::string target;
    std::string path; ///< without the query, percent-decoded exactly once; begins with '/'
    Fields query; ///< decoded, in order; a key may repeat
    Fields headers; ///< names in lower case
    std::string body; ///< empty where a BodySink took it
    Peer peer;
    /// Served: has a handler told, once and on the server's thread, when the client ends its connection
    /// before it has its answer. Any thread may call it; a client that only ends its sending counts as gone
    /// from then on.
    std::function<void(std::function<void()> gone)> whenGone;

    [[nodiscard]] std::string_view header(std::string_view lowerCaseName) const; ///< first value, or ""
    [[nodiscard]] std::string_view parameter(std::string_view queryKey) const; ///< first value, or ""
};

/// The sending end of a response without an end (events, a followed log). Any thread may call it.
class Stream
{
public:
    virtual ~Stream() = default;
    /// Queues bytes; false once the client is gone or so far behind that it was cut off.
    virtual bool write(std::string bytes) = 0;
    /// Ends the response after what is queued; dropping the last copy of the stream does the same.
    virtual void close() = 0;
    /// Called once, on the server's thread, when the connection has ended, whoever ended it; soon where it
    /// already has.
    virtual void whenClosed(std::function<void()> callback) = 0;
    /// Called once, on the server's thread, as soon as nothing is queued: how a writer keeps the client's
    /// pace. Dropped where the connection ends first.
    virtual void whenDrained(std::function<void()> callback) = 0;
};

/// A region of an open file to send as a body; the response owns the descriptor.
class FileRegion
{
public:
    FileRegion(int descriptor, std::uint64_t offset, std::uint64_t length);
    ~FileRegion();
    FileRegion(const FileRegion &) = delete;
    FileRegion &operator=(const FileRegion &) = delete;

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] std::uint64_t offset() const { return m_offset; }
    [[nodiscard]] std::uint64_t length() const { return m_length; }

private:
    int m_descriptor;
    std::uint64_t m_offset;
    std::uint64_t m_length;
};

/// At most one of `body`, `file` and `onStream` is set.
struct Response
{
    int status = 200;
    /// Served: besides Content-Type, Content-Length, nosniff, CSP and no-store, which the server adds.
    /// Received by a client: all, names in lower case.
    Fields headers;
    std::string contentType = "application/json";
    std::string body;
    std::shared_ptr<FileRegion> file;
    /// The head is sent at once; the callback gets the open end on the server's thread.
    std::function<void(std::shared_ptr<Stream>)> onStream;

    [[nodiscard]] std::string_view header(std::string_view lowerCaseName) const; ///< first value, or ""
};

} // namespace atelier::http
