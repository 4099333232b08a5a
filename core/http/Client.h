#pragma once

#include "core/base/Result.h"
#include "core/http/Message.h"

#include <chrono>
#include <filesystem>
#include <memory>

namespace atelier::http {

/// Stops a call whose answer is no longer wanted; safe from any thread and after the end.
class Call
{
public:
    virtual ~Call() = default;
    /// From here on no callback begins; one that is running on the client's thread runs to its end.
    virtual void cancel() = 0;
};

/// Talks HTTP to one server over its unix socket, on one thread of its own; keeps a few connections open.
/// Callbacks come on that thread, must not block it, and must not destroy the client. Any thread may call; a
/// few calls run at once, the others wait in turn. The time limit is for a pause without any progress. Errors
/// are `service.unreachable` (nobody listens: nothing was done), `service.connection-lost` and
/// `service.timeout` (all Unavailable); an answer with an error status stays an answer.
class Client
{
public:
    explicit Client(
        std::filesystem::path socket, std::chrono::milliseconds timeout = std::chrono::seconds(30));
    ~Client(); ///< cancels what is under way and joins the thread; no callback comes afterwards
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    /// Connects to another socket from now on; what is under way is not touched.
    void moveTo(std::filesystem::path socket);

    std::shared_ptr<Call> send(Request request, std::function<void(Result<Response>)> done);
    /// Sends a file as the body without holding it in memory.
    std::shared_ptr<Call> sendFile(
        Request request, std::filesystem::path file, std::function<void(Result<Response>)> done);
    /// A response without an end: `onBytes` for each piece, `onEnd` once; a status other than 200 ends with
    /// an error.
    std::shared_ptr<Call> open(Request request, std::function<void(std::string_view)> onBytes,
        std::function<void(Result<void>)> onEnd);
    enum class Patience { Limited, Endless };
    /// Streams a response's body into an open file, which stays the caller's; errors as with open(). With
    /// endless patience the time limit does not count.
    std::shared_ptr<Call> download(Request request, int descriptor, std::function<void(Result<void>)> done,
        Patience patience = Patience::Limited);

    struct Implementation; ///< keeps Asio and Beast out of every other translation unit

private:
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace atelier::http
