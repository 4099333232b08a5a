#pragma once

#include "core/base/Result.h"
#include "core/http/Message.h"

#include <any>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>

namespace atelier::http {

/// Answers one request, once, from any thread. Dropping every copy unanswered answers 500.
using Respond = std::function<void(Response)>;

/// Takes a body as it arrives, for uploads that must not be held in memory. Used on one thread at a time.
class BodySink
{
public:
    virtual ~BodySink() = default;
    virtual Result<void> write(std::string_view bytes) = 0;
};

/// What a handler decides when only the head of a request has arrived.
struct Admission
{
    std::optional<Response> refusal; ///< sent at once; the body is drained within limits, never kept
    std::uint64_t bodyLimit = 1U << 20U; ///< bytes; more answers 413
    std::shared_ptr<BodySink> sink; ///< where the body goes instead of Request::body
    std::any decision = {}; ///< the handler's own, which handle() gets back
};

class Handler
{
public:
    virtual ~Handler() = default;
    /// On the server's thread, before any byte of the body is read. `head.body` is empty.
    virtual Admission admit(const Request &head) = 0;
    /// On the server's thread: must not block. `admission` is what admit() gave, with the whole body written
    /// to its sink.
    virtual void handle(Request request, Admission admission, Respond respond) = 0;
};

struct Limits
{
    std::size_t headerBytes = 16 * 1024;
    std::size_t connections = 256; ///< beyond it a new connection gets 503 and is closed
    std::chrono::milliseconds head
        = std::chrono::seconds(10); ///< a client that needs longer for its head is cut off
    std::chrono::milliseconds idle = std::chrono::seconds(120); ///< keep-alive without a request
    std::chrono::milliseconds body = std::chrono::seconds(30); ///< least speed of a body: 1 KiB in this time
    std::size_t streamBacklog = 4U << 20U; ///< bytes a slow stream client may fall behind
};

/// HTTP/1.1 over unix sockets and loopback TCP, on one thread of its own.
class Server
{
public:
    /// `handler` must outlive the server.
    explicit Server(Handler &handler, Limits limits = {});
    ~Server(); ///< stops accepting, closes every connection, joins the thread
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Binds a socket file (0600), replacing a stale one that nobody answers on.
    [[nodiscard]] Result<void> listenUnix(const std::filesystem::path &path);
    /// Binds 127.0.0.1; port 0 lets the system choose. Returns the port.
    [[nodiscard]] Result<std::uint16_t> listenLoopback(std::uint16_t port);
    /// Once, after the last listen…().
    void start();
    [[nodiscard]] std::size_t connectionCount() const; ///< open now; any thread

private:
    struct Implementation; // keeps Boost.Beast out of every other translation unit
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace atelier::http
