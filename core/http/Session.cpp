#include "core/http/Session.h"

#include "core/http/Answer.h"
#include "core/http/ErrorAnswer.h"
#include "core/http/ResponseHead.h"
#include "core/http/Target.h"

#include <boost/beast/http/error.hpp>
#include <exception>
#include <utility>

namespace atelier::http {

namespace {

namespace beast = boost::beast::http;

// Once this much of a body has come, the rest is read in bigger pieces.
constexpr std::uint64_t bigBody = 16 * 1024;
constexpr std::size_t bodyBuffer = 128 * 1024;
// A refused body up to this size is read away and the connection kept.
constexpr std::uint64_t smallBody = 64 * 1024;
// How long and how much a closing connection still listens, so that the client reads the answer and not a
// reset.
constexpr std::chrono::seconds lingerTime{5};
constexpr std::uint64_t lingerBytes = 64U << 20U;
// A body that brings less than this within Limits::body is a client that only holds the connection.
constexpr std::uint64_t leastProgress = 1024;

constexpr std::string_view continueLine = "HTTP/1.1 100 Continue\r\n\r\n";

Response tooLarge(std::uint64_t limit)
{
    const std::string bytes = std::to_string(limit);
    return errorAnswer({ErrorKind::TooLarge, "http.body-too-large",
        "The body of the request is longer than the " + bytes
            + " bytes that this address takes. Send less at once.",
        {{"limit", bytes}}, {}});
}

Response malformed()
{
    return errorAnswer({ErrorKind::Invalid, "http.malformed",
        "The request is not well-formed HTTP/1.1. Correct the program that sent it.", {}, {}});
}

Error handlerThrew()
{
    return {ErrorKind::Internal, "http.handler-failed",
        "The service failed on this request. This is a defect of the service; its log may tell more.", {},
        {}};
}

} // namespace

Session::Session(SessionContext &context, Socket socket, Peer peer)
    : m_context(context)
    , m_socket(std::move(socket))
    , m_peer(peer)
    , m_input(context.limits.headerBytes)
    , m_outgoing(m_socket)
{
    m_outgoing.progressed = [this] { setDeadline(m_context.limits.body); };
    m_outgoing.done = [this](ErrorCode error) { sent(error); };
}

Session::~Session() = default;

void Session::start()
{
    m_count = &m_context.openSessions;
    ++*m_count;
    setDeadline(m_context.limits.head);
    read();
}

void Session::refuse()
{
    m_count = &m_context.refusedSessions;
    ++*m_count;
    Response full = errorAnswer({ErrorKind::Unavailable, "http.too-many-connections",
        "The service has as many connections open as it allows. Close some, or try again later.", {}, {}});
    full.headers.emplace_back("Retry-After", "1");
    fail(std::move(full));
}

void Session::end()
{
    if (m_state == State::Closed)
        return;
    const std::shared_ptr<Session> keep = self();
    m_state = State::Closed;
    --*m_count;
    m_context.watch.remove(*this);
    ErrorCode ignored;
    m_socket.close(ignored);
    if (m_stream)
        m_stream->died();
    m_stream.reset();
    m_admission = {}; // an unfinished upload's sink goes now, not when the last operation has come back
    if (const auto gone = std::exchange(m_gone, nullptr))
        gone();
}

void Session::read()
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_socket.async_read_some(m_input.room(), [this, keep = self()](ErrorCode error, std::size_t count) {
        m_isReading = false;
        arrived(error, count);
    });
}

void Session::arrived(ErrorCode error, std::size_t count)
{
    if (m_state == State::Closed)
        return;
    if (error)
        return end();
    m_input.commit(count);
    if (m_state == State::Head || m_state == State::Body)
        return parse();
    if (m_state == State::Handling || m_state == State::Responding)
        return; // the next request, which waits for this one
    // A stream's client has nothing more to say, and neither has one that was told of the end of its
    // connection.
    m_input.clear();
    m_lingered += count;
    if (m_lingered > lingerBytes)
        return end();
    read();
}

void Session::parse()
{
    while (m_state == State::Head || m_state == State::Body) {
        if (!m_parser) {
            m_parser.emplace();
            m_parser->header_limit(static_cast<std::uint32_t>(m_context.limits.headerBytes));
            m_parser->onBody = [this](std::string_view bytes) { return takeBody(bytes); };
        }
        ErrorCode error;
        const std::size_t taken = m_parser->step(m_input, error);
        m_input.consume(taken);
        if (m_state == State::Head)
            m_headBytes += taken;
        if (error == beast::error::need_more)
            return wait();
        if (error)
            return parseFailed(error);
        if (m_state == State::Head && m_parser->is_header_done())
            headArrived();
        else if (m_state == State::Body && m_parser->is_done())
            bodyArrived();
    }
}

void Session::wait()
{
    if (m_state == State::Head) {
        if (m_headBytes + m_input.size() >= m_context.limits.headerBytes)
            return parseFailed(beast::error::header_limit);
        const bool hasBegun = m_headBytes + m_input.size() > 0;
        if (hasBegun && !std::exchange(m_headTimed, true))
            setDeadline(m_context.limits.head); // for the whole head: a drip of bytes does not move it
    } else {
        if (m_input.isFull())
            return parseFailed(beast::error::bad_chunk);
        if (m_bodyBytes >= bigBody && m_input.isEmpty())
            m_input.setCapacity(bodyBuffer);
        if (m_bodyBytes >= m_timedBytes + leastProgress || m_timedBytes == 0) {
            m_timedBytes = std::max<std::uint64_t>(m_bodyBytes, 1);
            setDeadline(m_context.limits.body);
        }
    }
    read();
}

void Session::parseFailed(ErrorCode error)
{
    if (m_isDiscarding)
        return linger();
    if (error == beast::error::header_limit)
        return fail(errorAnswer(431,
            {ErrorKind::Invalid, "http.head-too-large",
                "The head of the request is longer than " + std::to_string(m_context.limits.headerBytes)
                    + " bytes. Send fewer or shorter headers.",
                {}, {}}));
    if (m_sinkError)
        return fail(errorAnswer(*m_sinkError));
    if (error == beast::error::unexpected_body)
        return fail(tooLarge(m_admission.bodyLimit));
    fail(malformed());
}

void Session::headArrived()
{
    const bool expectsContinue = m_parser->expectsContinue && m_parser->isHttp11 && !m_parser->is_done();
    m_keepsAlive = m_parser->keep_alive();
    m_isHead = m_parser->request.method == Method::Head;
    m_isHttp11 = m_parser->isHttp11;
    m_state = State::Body;
    if (!admit())
        return;
    if (expectsContinue && m_input.isEmpty()) {
        m_state = State::Continuing;
        m_outgoing.send(self(), continueLine, {}, nullptr);
    } else if (m_parser->is_done()) {
        bodyArrived();
    }
}

bool Session::admit()
{
    Request &request = m_parser->request;
    request.peer = m_peer;
    Result<Target> target = parseTarget(request.target);
    if (!target) {
        fail(errorAnswer(target.error()));
        return false;
    }
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    m_admission = askHandler();
    if (!m_admission.refusal && m_parser->content_length().value_or(0) > m_admission.bodyLimit)
        m_admission.refusal = tooLarge(m_admission.bodyLimit);
    if (!m_admission.refusal)
        return true;
    // A client that asked first may now send the body or not, and one with a long body had better stop.
    const bool isShort = m_parser->is_done()
        || (!m_parser->chunked() && *m_parser->content_length() <= smallBody && !m_parser->expectsContinue);
    m_keepsAlive = m_keepsAlive && isShort;
    m_isDiscarding = !m_parser->is_done();
    transmit(*std::move(m_admission.refusal));
    return false;
}

Admission Session::askHandler()
{
    // One request that makes a handler throw must not take the whole service down.
    try {
        return m_context.handler.admit(m_parser->request);
    } catch (const std::exception &) {
        return {errorAnswer(handlerThrew()), 0, nullptr};
    }
}

bool Session::takeBody(std::string_view bytes)
{
    m_bodyBytes += bytes.size();
    if (m_isDiscarding)
        return true;
    if (m_bodyBytes > m_admission.bodyLimit)
        return false;
    if (!m_admission.sink) {
        m_parser->request.body += bytes;
        return true;
    }
    const Result<void> written = m_admission.sink->write(bytes);
    if (!written)
        m_sinkError = written.error();
    return written.has_value();
}

void Session::bodyArrived()
{
    if (m_isDiscarding)
        return next();
    m_state = State::Handling;
    m_context.watch.clearDeadline(*this);
    m_parser->request.whenGone
        = [io = m_context.io, weak = std::weak_ptr<Session>(self())](std::function<void()> gone) {
              asio::post(*io, [weak, gone = std::move(gone)]() mutable {
                  if (const std::shared_ptr<Session> session = weak.lock())
                      session->tellWhenGone(std::move(gone));
                  else
                      gone();
              });
          };
    try {
        m_context.handler.handle(
            std::move(m_parser->request), std::exchange(m_admission, {}), makeRespond(m_context.io, self()));
    } catch (const std::exception &) {
        // On its way out the exception dropped the Respond, which answered.
    }
}

void Session::tellWhenGone(std::function<void()> gone)
{
    if (m_state == State::Closed)
        return gone();
    if (m_state != State::Handling)
        return;
    m_gone = std::move(gone);
    if (!m_input.isFull())
        read();
}

void Session::respond(Response response)
{
    if (m_state == State::Handling)
        transmit(std::move(response));
}

void Session::fail(Response response)
{
    m_keepsAlive = false;
    transmit(std::move(response));
}

void Session::linger()
{
    m_state = State::Lingering;
    m_isDiscarding = true;
    m_admission = {};
    ErrorCode ignored;
    m_socket.shutdown(Socket::shutdown_send, ignored);
    m_input.clear();
    setDeadline(lingerTime);
    read();
}

} // namespace atelier::http
