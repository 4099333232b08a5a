#include "core/http/Client.h"

#include "core/http/ClientConnection.h"
#include "core/http/ErrorAnswer.h"
#include "core/http/IoThread.h"
#include "core/http/Target.h"

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <cerrno>
#include <deque>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace atelier::http {

namespace {

// Calls beyond this many wait their turn; streams do not count.
constexpr std::size_t mostAtOnce = 8;
constexpr std::size_t mostIdle = 4;

using Connection = std::shared_ptr<ClientConnection>;

bool hasControl(std::string_view text)
{
    return std::any_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; });
}

Result<std::string> requestHead(const Request &request, std::uint64_t length)
{
    const std::string target
        = request.target.empty() ? encodeTarget(request.path, request.query) : request.target;
    bool isSound = target.front() == '/' && target.find(' ') == std::string::npos && !hasControl(target)
        && request.method != Method::Other;
    std::string head{name(request.method)};
    head += ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto &[name, value] : request.headers) {
        isSound = isSound && !hasControl(name) && !hasControl(value) && name.find(':') == std::string::npos;
        head += name + ": " + value + "\r\n";
    }
    if (length > 0 && request.header("content-type").empty())
        head += "content-type: application/json\r\n";
    const bool expectsBody
        = request.method == Method::Post || request.method == Method::Put || request.method == Method::Patch;
    if (length > 0 || expectsBody)
        head += "content-length: " + std::to_string(length) + "\r\n";
    if (isSound)
        return head + "\r\n";
    return Error{ErrorKind::Invalid, "http.bad-request",
        "A call of the service has an address or a header that cannot be sent: " + target + ".", {}, {}};
}

Result<std::shared_ptr<FileRegion>> openFile(const std::filesystem::path &path)
{
    const int number = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (number < 0)
        return systemError("http.open-file", "open " + path.string() + " to send it", errno);
    struct stat status
    {
    };
    const bool isFile = fstat(number, &status) == 0 && S_ISREG(status.st_mode);
    auto region
        = std::make_shared<FileRegion>(number, 0, isFile ? static_cast<std::uint64_t>(status.st_size) : 0);
    if (isFile)
        return region;
    return Error{ErrorKind::Invalid, "http.not-a-file",
        "Cannot send " + path.string() + ": it is not a regular file. Name a file.", {}, {}};
}

Result<void> writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return systemError("http.write-download", "write what is being downloaded", errno);
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return {};
}

std::function<void(Result<Response>)> withoutBody(std::function<void(Result<void>)> done)
{
    return [done = std::move(done)](Result<Response> response) {
        if (!response)
            done(response.error());
        else if (response->status != 200)
            done(errorOf(*response));
        else
            done({});
    };
}

} // namespace

/// The pool. All but the constructor and the destructor runs on the thread.
struct Client::Implementation
{
    Implementation(std::filesystem::path path, std::chrono::milliseconds patience)
        : socket(std::move(path))
        , timeout(patience)
    {
    }

    /// From any thread.
    std::shared_ptr<Call> begin(Result<std::string> head, std::shared_ptr<Exchange> exchange);

    void submit(const std::shared_ptr<Exchange> &exchange)
    {
        if (exchange->isCancelled)
            return;
        if (!exchange->hasTimeout)
            return launch(newConnection(), exchange);
        waiting.push_back(exchange);
        startWaiting();
    }

    void startWaiting()
    {
        while (!waiting.empty()) {
            const bool mayConnect = static_cast<std::size_t>(std::count_if(active.begin(), active.end(),
                                        [](const Connection &each) { return each->exchange()->hasTimeout; }))
                < mostAtOnce;
            if (idle.empty() && !mayConnect)
                return;
            const std::shared_ptr<Exchange> exchange = std::move(waiting.front());
            waiting.pop_front();
            Connection connection = idle.empty() ? newConnection() : std::move(idle.back());
            if (!idle.empty())
                idle.pop_back();
            launch(std::move(connection), exchange);
        }
    }

    void launch(Connection connection, const std::shared_ptr<Exchange> &exchange)
    {
        active.push_back(connection);
        connection->start(exchange);
    }

    Connection newConnection()
    {
        ConnectionOwner owner{[this](const Connection &connection) { released(connection); },
            [this](const Connection &connection, const std::shared_ptr<Exchange> &unanswered) {
                gone(connection, unanswered);
            }};
        auto connection = std::make_shared<ClientConnection>(socket, *io, watch, std::move(owner), timeout);
        watch.add(connection);
        return connection;
    }

    void released(const Connection &connection)
    {
        std::erase(active, connection);
        if (waiting.empty() && idle.size() >= mostIdle)
            return connection->end();
        idle.push_back(connection);
        startWaiting();
    }

    void gone(const Connection &connection, const std::shared_ptr<Exchange> &unanswered)
    {
        std::erase(active, connection);
        std::erase(idle, connection);
        if (unanswered)
            waiting.push_front(unanswered);
        // Not at once: an absent service would answer every waiting call deeper in the stack than the one
        // before.
        asio::post(*io, [this] { startWaiting(); });
    }

    void drop(const std::shared_ptr<Exchange> &exchange)
    {
        std::erase(waiting, exchange);
        const auto carries = [&](const Connection &each) { return each->exchange() == exchange; };
        if (const auto found = std::find_if(active.begin(), active.end(), carries); found != active.end())
            Connection(*found)->end();
        exchange->finish(Error{}); // tells nobody, lets go of what the callbacks hold
    }

    void shutDown()
    {
        waiting.clear();
        for (const Connection &connection : active)
            connection->exchange()->isCancelled = true;
        watch.endAll();
        guard.reset();
    }

    std::filesystem::path socket;
    const std::chrono::milliseconds timeout;
    const std::shared_ptr<asio::io_context> io = std::make_shared<asio::io_context>(1);
    asio::executor_work_guard<Executor> guard{io->get_executor()};
    Watch watch{*io};
    std::deque<std::shared_ptr<Exchange>> waiting;
    std::vector<Connection> active;
    std::vector<Connection> idle;
    IoThread thread{io};
};

namespace {

class PendingCall final : public Call
{
public:
    PendingCall(Client::Implementation &pool, const std::shared_ptr<Exchange> &exchange)
        : m_io(pool.io)
        , m_pool(pool)
        , m_exchange(exchange)
    {
    }

    void cancel() override
    {
        const std::shared_ptr<Exchange> exchange = m_exchange.lock();
        if (!exchange || exchange->isCancelled.exchange(true) || m_io->stopped())
            return;
        // Posted even on the thread itself, where one of the exchange's callbacks may be running right now.
        // It runs only while the pool lives, because the pool's end waits for the thread.
        asio::post(*m_io, [&pool = m_pool, exchange] { pool.drop(exchange); });
    }

private:
    const std::shared_ptr<asio::io_context> m_io;
    Client::Implementation &m_pool;
    const std::weak_ptr<Exchange> m_exchange;
};

} // namespace

std::shared_ptr<Call> Client::Implementation::begin(
    Result<std::string> head, std::shared_ptr<Exchange> exchange)
{
    auto call = std::make_shared<PendingCall>(*this, exchange);
    asio::post(*io, [this, head = std::move(head), exchange = std::move(exchange)]() mutable {
        if (!head)
            return exchange->finish(std::move(head).error());
        exchange->head = *std::move(head);
        submit(exchange);
    });
    return call;
}

Client::Client(std::filesystem::path socket, std::chrono::milliseconds timeout)
    : m_implementation(std::make_unique<Implementation>(std::move(socket), timeout))
{
}

Client::~Client()
{
    asio::post(*m_implementation->io, [this] { m_implementation->shutDown(); });
}

void Client::moveTo(std::filesystem::path socket)
{
    asio::post(*m_implementation->io, [pool = m_implementation.get(), socket = std::move(socket)]() mutable {
        pool->socket = std::move(socket);
    });
}

std::shared_ptr<Call> Client::send(Request request, std::function<void(Result<Response>)> done)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->method = request.method;
    exchange->onDone = std::move(done);
    exchange->body = std::move(request.body);
    const std::uint64_t length = exchange->body.size();
    return m_implementation->begin(requestHead(request, length), std::move(exchange));
}

std::shared_ptr<Call> Client::sendFile(
    Request request, std::filesystem::path file, std::function<void(Result<Response>)> done)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->method = request.method;
    exchange->onDone = std::move(done);
    Result<std::shared_ptr<FileRegion>> region = openFile(file);
    if (!region)
        return m_implementation->begin(region.error(), std::move(exchange));
    exchange->file = *region;
    return m_implementation->begin(requestHead(request, (*region)->length()), std::move(exchange));
}

std::shared_ptr<Call> Client::open(
    Request request, std::function<void(std::string_view)> onBytes, std::function<void(Result<void>)> onEnd)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->method = request.method;
    exchange->hasTimeout = false;
    exchange->onPiece = [onBytes = std::move(onBytes)](std::string_view bytes) -> Result<void> {
        onBytes(bytes);
        return {};
    };
    exchange->onDone = withoutBody(std::move(onEnd));
    return m_implementation->begin(requestHead(request, 0), std::move(exchange));
}

std::shared_ptr<Call> Client::download(
    Request request, int descriptor, std::function<void(Result<void>)> done, Patience patience)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->method = request.method;
    exchange->hasTimeout = patience == Patience::Limited;
    exchange->onPiece = [descriptor](std::string_view bytes) { return writeAll(descriptor, bytes); };
    exchange->onDone = withoutBody(std::move(done));
    return m_implementation->begin(requestHead(request, 0), std::move(exchange));
}

} // namespace atelier::http
