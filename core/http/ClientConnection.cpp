#include "core/http/ClientConnection.h"

#include "core/http/UnixAddress.h"

#include <boost/beast/http/error.hpp>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace atelier::http {

namespace {

namespace beast = boost::beast::http;

constexpr std::size_t inputBuffer = 64 * 1024;
constexpr std::uint32_t headLimit = 32 * 1024;
constexpr std::size_t bodyLimit = 256U << 20U; // of a response that is held in memory
// Less than the server's patience, so that a call seldom meets a connection that the server is just closing.
constexpr std::chrono::seconds idleTime{60};

Error unreachable(const std::filesystem::path &path, int number)
{
    return {ErrorKind::Unavailable, "service.unreachable",
        "The service does not answer on " + path.string() + " ("
            + ErrorCode(number, boost::system::system_category()).message() + "). Start it, then try again.",
        {{"socket", path.string()}}, {}};
}

Error connectionLost()
{
    return {ErrorKind::Unavailable, "service.connection-lost",
        "The service closed the connection before it had answered. It may have stopped; whether it carried "
        "out the call "
        "is not known.",
        {}, {}};
}

bool isIdempotent(Method method)
{
    return method != Method::Post && method != Method::Patch && method != Method::Other;
}

} // namespace

ClientConnection::ClientConnection(const std::filesystem::path &path, asio::io_context &context, Watch &watch,
    ConnectionOwner owner, Clock::duration timeout)
    : m_path(path)
    , m_watch(watch)
    , m_owner(std::move(owner))
    , m_timeout(timeout)
    , m_socket(context.get_executor())
    , m_connectTimer(context.get_executor())
    , m_input(inputBuffer)
    , m_outgoing(m_socket)
{
    m_outgoing.progressed = [this] { extendDeadline(); };
    // A failed write is no end yet: a server that refuses an upload closes its side, but its answer is still
    // to be read.
    m_outgoing.done = [](ErrorCode) {};
}

std::shared_ptr<ClientConnection> ClientConnection::self()
{
    return std::static_pointer_cast<ClientConnection>(shared_from_this());
}

void ClientConnection::start(std::shared_ptr<Exchange> exchange)
{
    m_exchange = std::move(exchange);
    m_hasAnswerBegun = false;
    m_isReused = m_state == State::Idle;
    if (m_isReused)
        return begin();
    m_giveUp = Clock::now() + m_timeout;
    connect();
}

void ClientConnection::connect()
{
    const Result<UnixAddress> address = UnixAddress::of(m_path);
    if (!address)
        return fail(unreachable(m_path, ENOENT));
    const int number = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (number < 0)
        return fail(systemError("http.socket", "make a socket", errno));
    if (::connect(number, address->address(), address->size()) == 0) {
        m_socket.assign(asio::generic::stream_protocol(AF_UNIX, 0), number);
        begin();
        return read();
    }
    const int error = errno;
    ::close(number);
    if (error == EAGAIN && Clock::now() < m_giveUp)
        return connectLater();
    fail(unreachable(m_path, error));
}

void ClientConnection::connectLater()
{
    // The server's queue of connections is full, and a unix socket tells no one when it no longer is.
    m_connectTimer.expires_after(std::chrono::milliseconds(5));
    m_connectTimer.async_wait([this, keep = self()](ErrorCode error) {
        if (!error && m_state == State::Unconnected)
            connect();
    });
}

void ClientConnection::begin()
{
    m_state = State::Busy;
    beginParsing();
    extendDeadline();
    m_outgoing.send(self(), m_exchange->head, m_exchange->body, m_exchange->file);
}

void ClientConnection::extendDeadline()
{
    if (m_state != State::Busy)
        return;
    if (m_exchange->hasTimeout)
        m_watch.setDeadline(*this, m_timeout);
    else
        m_watch.clearDeadline(*this);
}

void ClientConnection::read()
{
    // Also while idle: so a connection that the server closed is gone before a call could take it.
    m_socket.async_read_some(
        m_input.room(), [this, keep = self()](ErrorCode error, std::size_t count) { arrived(error, count); });
}

void ClientConnection::arrived(ErrorCode error, std::size_t count)
{
    if (m_state == State::Closed)
        return;
    if (error || m_state == State::Idle)
        return lost();
    m_hasAnswerBegun = true;
    m_input.commit(count);
    extendDeadline();
    parse();
    if (m_state != State::Closed)
        read();
}

void ClientConnection::beginParsing()
{
    m_parser.emplace();
    m_parser->header_limit(headLimit);
    m_parser->onBody = [this](std::string_view bytes) { return takeBody(bytes); };
    if (m_exchange->method == Method::Head)
        m_parser->skip(true);
}

void ClientConnection::parse()
{
    while (m_state == State::Busy) {
        ErrorCode error;
        m_input.consume(m_parser->step(m_input, error));
        if (m_exchange->isCancelled)
            return close(nullptr);
        if (error == beast::error::need_more && !m_input.isFull())
            return;
        if (error && m_takeError)
            return fail(*m_takeError);
        if (error)
            return fail({ErrorKind::Unavailable, "service.malformed-answer",
                "What answers on " + m_path.string() + " does not speak HTTP as the service does ("
                    + error.message() + "). Another program may use the service's socket.",
                {}, {}});
        if (!m_parser->is_header_done())
            continue;
        if (m_parser->response.status >= 200)
            m_exchange->response.status = m_parser->response.status;
        if (m_parser->is_done())
            finished();
    }
}

bool ClientConnection::takeBody(std::string_view bytes)
{
    Exchange &exchange = *m_exchange;
    if (exchange.isCancelled)
        return true;
    if (exchange.onPiece && m_parser->response.status == 200) {
        const Result<void> taken = exchange.onPiece(bytes);
        if (!taken)
            m_takeError = taken.error();
        return taken.has_value();
    }
    if (exchange.response.body.size() + bytes.size() > bodyLimit) {
        m_takeError = Error{ErrorKind::TooLarge, "http.answer-too-large",
            "The answer of the service is longer than the 256 MiB that can be held at once. Ask for a part, "
            "or download "
            "it into a file.",
            {}, {}};
        return false;
    }
    exchange.response.body += bytes;
    return true;
}

void ClientConnection::finished()
{
    if (m_parser->response.status < 200) // an interim answer: the real one follows
        return beginParsing();
    const bool isReusable = m_parser->keep_alive() && !m_outgoing.isSending() && m_input.isEmpty();
    const std::shared_ptr<Exchange> exchange = std::move(m_exchange);
    std::string body = std::move(exchange->response.body);
    exchange->response = std::move(m_parser->response);
    exchange->response.body = std::move(body);
    const std::shared_ptr<ClientConnection> keep = self();
    if (isReusable) {
        m_state = State::Idle;
        m_watch.setDeadline(*this, idleTime);
        m_owner.released(keep);
    } else {
        close(nullptr);
    }
    exchange->finish(std::move(exchange->response));
}

void ClientConnection::lost()
{
    if (m_state == State::Idle)
        return close(nullptr);
    ErrorCode error;
    if (m_parser->got_some() && m_parser->is_header_done() && m_parser->need_eof()) {
        m_parser->put_eof(error);
        if (!error)
            return finished();
    }
    // The server may have closed an idle connection just as this call took it; then nothing of the call was
    // done, but only a call that may be done twice can rely on that.
    const bool mayRetry
        = m_isReused && !m_hasAnswerBegun && !m_exchange->wasRetried && isIdempotent(m_exchange->method);
    if (!mayRetry)
        return fail(connectionLost());
    m_exchange->wasRetried = true;
    close(m_exchange);
}

void ClientConnection::expire()
{
    if (m_state == State::Idle)
        return close(nullptr);
    fail({ErrorKind::Unavailable, "service.timeout",
        "The service did not answer in time. It may be busy or stopped; whether it carried out the call is "
        "not known.",
        {}, {}});
}

void ClientConnection::end()
{
    close(nullptr);
}

void ClientConnection::fail(Error error)
{
    const std::shared_ptr<Exchange> exchange = std::move(m_exchange);
    close(nullptr);
    exchange->finish(std::move(error));
}

void ClientConnection::close(const std::shared_ptr<Exchange> &unanswered)
{
    if (m_state == State::Closed)
        return;
    const std::shared_ptr<ClientConnection> keep = self();
    m_state = State::Closed;
    m_watch.remove(*this);
    m_connectTimer.cancel();
    ErrorCode ignored;
    m_socket.close(ignored);
    m_owner.gone(keep, unanswered);
}

} // namespace atelier::http
