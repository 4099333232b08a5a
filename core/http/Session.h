#pragma once

#include "core/http/Outgoing.h"
#include "core/http/Parser.h"
#include "core/http/Server.h"
#include "core/http/StreamChannel.h"
#include "core/http/Watch.h"

#include <optional>

namespace atelier::http {

/// What all sessions of a server share; lives on the server's thread.
struct SessionContext
{
    SessionContext(
        std::shared_ptr<asio::io_context> context, Handler &requestHandler, const Limits &serverLimits)
        : io(std::move(context))
        , handler(requestHandler)
        , limits(serverLimits)
        , watch(*io)
    {
    }

    std::shared_ptr<asio::io_context> io;
    Handler &handler;
    const Limits limits;
    Watch watch;
    std::atomic<std::size_t> openSessions = 0;
    std::atomic<std::size_t> refusedSessions = 0; ///< told that the server is full, not yet closed
};

/// One connection from accept to close: reads a request, has it handled, sends the answer, and so on in turn.
/// A pipelined request waits in the buffer until its predecessor is answered. Lives on the server's thread.
class Session final : public Watched
{
public:
    Session(SessionContext &context, Socket socket, Peer peer);
    ~Session() override;

    void start();
    /// The server is full: answers 503 and closes.
    void refuse();
    void respond(Response response);
    /// The stream's queue changed.
    void pump();
    void expire() override { end(); }
    void end() override;

private:
    enum class State { Head, Continuing, Body, Handling, Responding, Streaming, Lingering, Closed };

    [[nodiscard]] std::shared_ptr<Session> self()
    {
        return std::static_pointer_cast<Session>(shared_from_this());
    }
    void setDeadline(Clock::duration fromNow) { m_context.watch.setDeadline(*this, fromNow); }

    void read();
    void arrived(ErrorCode error, std::size_t count);
    void parse();
    void wait();
    void parseFailed(ErrorCode error);
    void headArrived();
    bool admit();
    Admission askHandler();
    bool takeBody(std::string_view bytes);
    void bodyArrived();
    void tellWhenGone(std::function<void()> gone);

    void transmit(Response response);
    void startStream(Response response);
    void sent(ErrorCode error);
    void next();
    void fail(Response response);
    void linger();

    SessionContext &m_context;
    Socket m_socket;
    const Peer m_peer;
    State m_state = State::Head;
    InputBuffer m_input;
    Outgoing m_outgoing;
    bool m_isReading = false;
    std::atomic<std::size_t> *m_count = nullptr; // where this session is counted
    bool m_keepsAlive = false; // after the request at hand
    bool m_isHead = false;
    bool m_isHttp11 = true;

    std::optional<RequestParser> m_parser;
    std::size_t m_headBytes = 0; // parsed of the head so far
    bool m_headTimed = false;
    Admission m_admission;
    bool m_isDiscarding = false; // answered already, the rest of the body is only read away
    std::uint64_t m_bodyBytes = 0;
    std::uint64_t m_timedBytes = 0; // of the body when its deadline was set
    std::optional<Error> m_sinkError;
    std::function<void()> m_gone; // of the request that is handled

    Response m_response;
    std::string m_outText; // the head, or a stream's chunk
    bool m_isLastChunk = false;
    std::shared_ptr<StreamChannel> m_stream;
    std::uint64_t m_lingered = 0;
};

} // namespace atelier::http
