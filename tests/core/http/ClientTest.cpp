#include "core/http/Client.h"

#include "core/http/ErrorAnswer.h"
#include "tests/core/http/FakeHandler.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace atelier;
using testing::HasSubstr;

namespace {

http::Request request(http::Method method, const std::string &target, std::string body = {})
{
    http::Request request;
    request.method = method;
    request.target = target;
    request.body = std::move(body);
    return request;
}

/// Sends and waits for the answer.
Result<http::Response> call(http::Client &client, http::Request request)
{
    std::promise<Result<http::Response>> promise;
    client.send(
        std::move(request), [&](Result<http::Response> response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
}

class HttpClient : public testing::Test
{
protected:
    void SetUp() override
    {
        handler.on("/echo", [this](http::Request request, const http::Respond &respond) {
            lastRequest = request;
            respond(test::text(std::move(request.body)));
        });
        handler.on("/wait", [this](const http::Request &, http::Respond respond) {
            kept.push_back(std::move(respond));
            waiting.raise();
        });
    }

    void TearDown() override
    {
        server.reset(); // before what its handlers hold
        client.reset();
    }

    void start(http::Limits limits = {})
    {
        server = std::make_unique<http::Server>(handler, limits);
        const Result<void> listening = server->listenUnix(socket);
        ASSERT_TRUE(listening) << listening.error().sentence;
        server->start();
    }

    test::TemporaryFolder folder;
    std::filesystem::path socket = folder / "s";
    test::FakeHandler handler;
    http::Request lastRequest;
    std::vector<http::Respond> kept; // server's thread
    test::Signal waiting;
    std::unique_ptr<http::Server> server;
    std::unique_ptr<http::Client> client = std::make_unique<http::Client>(socket);
};

/// A listening socket that does with its connections what a test says.
class FakeServer
{
public:
    FakeServer(const std::filesystem::path &path, std::function<void(int)> serve)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.string().copy(address.sun_path, sizeof(address.sun_path) - 1);
        EXPECT_EQ(bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
        EXPECT_EQ(listen(m_socket, 16), 0);
        m_thread = std::thread([this, serve = std::move(serve)] {
            for (int connection = 0; (connection = accept(m_socket, nullptr, nullptr)) >= 0;) {
                ++accepted;
                serve(connection);
                close(connection);
            }
        });
    }
    ~FakeServer()
    {
        shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        close(m_socket);
    }
    FakeServer(const FakeServer &) = delete;
    FakeServer &operator=(const FakeServer &) = delete;

    static std::string readHead(int connection)
    {
        std::string head;
        for (char c = 0; head.find("\r\n\r\n") == std::string::npos && recv(connection, &c, 1, 0) == 1;)
            head += c;
        return head;
    }
    static void say(int connection, std::string_view text)
    {
        send(connection, text.data(), text.size(), MSG_NOSIGNAL);
    }

    std::atomic<int> accepted = 0;

private:
    int m_socket;
    std::thread m_thread;
};

} // namespace

TEST_F(HttpClient, BringsRequestsAndResponsesAcross)
{
    start();
    http::Request post = request(http::Method::Post, "/echo?a=%20", "{}");
    post.headers.emplace_back("idempotency-key", "k");
    const Result<http::Response> response = call(*client, post);
    ASSERT_TRUE(response) << response.error().sentence;
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body, "{}");
    EXPECT_EQ(response->contentType, "text/plain");
    EXPECT_EQ(response->header("x-content-type-options"), "nosniff");
    EXPECT_EQ(lastRequest.method, http::Method::Post);
    EXPECT_EQ(lastRequest.parameter("a"), " ");
    EXPECT_EQ(lastRequest.header("idempotency-key"), "k");
    EXPECT_EQ(lastRequest.header("content-type"), "application/json");
}

TEST_F(HttpClient, EncodesAPathAndAQueryThatAreGivenDecoded)
{
    handler.on("/ä/b c", [](const http::Request &request, const http::Respond &respond) {
        respond(test::text(request.path + "|" + std::string(request.parameter("q&"))));
    });
    start();
    http::Request get;
    get.path = "/ä/b c";
    get.query = {{"q&", "=+ "}};
    const Result<http::Response> response = call(*client, get);
    ASSERT_TRUE(response);
    EXPECT_EQ(response->body, "/ä/b c|=+ ");
}

TEST_F(HttpClient, LeavesErrorStatusesAsResponses)
{
    start();
    const Result<http::Response> response = call(*client, request(http::Method::Delete, "/absent"));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 404);
}

TEST_F(HttpClient, UsesOneConnectionForOneCallAfterTheOther)
{
    start();
    for (int i = 0; i < 50; ++i)
        ASSERT_TRUE(call(*client, request(http::Method::Post, "/echo", std::to_string(i))));
    EXPECT_EQ(server->connectionCount(), 1U);
    const Result<http::Response> head = call(*client, request(http::Method::Head, "/echo"));
    ASSERT_TRUE(head);
    EXPECT_EQ(head->body, "");
    EXPECT_EQ(call(*client, request(http::Method::Put, "/echo", "x"))->body, "x");
    EXPECT_EQ(server->connectionCount(), 1U);
}

TEST_F(HttpClient, RunsManyCallsOverFewConnections)
{
    start();
    test::Signal answered;
    std::atomic<int> right = 0;
    for (int i = 0; i < 1000; ++i) {
        client->send(request(http::Method::Post, "/echo", std::to_string(i)),
            [&, i](const Result<http::Response> &response) {
                right += response && response->body == std::to_string(i) ? 1 : 0;
                answered.raise();
            });
    }
    ASSERT_TRUE(answered.wait(1000));
    EXPECT_EQ(right, 1000);
    EXPECT_LE(server->connectionCount(), 8U);
}

TEST_F(HttpClient, SaysThatNobodyListens)
{
    const auto expectUnreachable = [&] {
        const Result<http::Response> response = call(*client, request(http::Method::Get, "/"));
        ASSERT_FALSE(response);
        EXPECT_EQ(response.error().kind, ErrorKind::Unavailable);
        EXPECT_EQ(response.error().code, "service.unreachable");
        EXPECT_THAT(response.error().sentence, HasSubstr(socket.string()));
    };
    expectUnreachable();
    start();
    std::filesystem::rename(socket, folder / "stale");
    server.reset();
    std::filesystem::rename(folder / "stale", socket);
    expectUnreachable();
}

TEST_F(HttpClient, AnswersEveryCallOfALongQueueWhereNobodyListens)
{
    test::Signal answered;
    for (int i = 0; i < 20000; ++i)
        client->send(
            request(http::Method::Get, "/"), [&](const Result<http::Response> &) { answered.raise(); });
    EXPECT_TRUE(answered.wait(20000));
}

TEST_F(HttpClient, ReachesASocketWhosePathIsTooLongForTheKernel)
{
    const std::filesystem::path deep = folder / std::string(90, 'a') / std::string(90, 'b');
    std::filesystem::create_directories(deep);
    socket = deep / "s";
    start();
    http::Client far(socket);
    const Result<http::Response> response = call(far, request(http::Method::Post, "/echo", "far"));
    ASSERT_TRUE(response) << response.error().sentence;
    EXPECT_EQ(response->body, "far");
}

TEST_F(HttpClient, TriesAgainWhenAnIdleConnectionTurnsOutClosed)
{
    // Each connection answers once as if it would stay open, and closes at the second request.
    const FakeServer fake(socket, [](int connection) {
        FakeServer::readHead(connection);
        FakeServer::say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        FakeServer::readHead(connection);
    });
    ASSERT_TRUE(call(*client, request(http::Method::Get, "/")));
    EXPECT_TRUE(call(*client, request(http::Method::Get, "/")));
    EXPECT_EQ(fake.accepted, 2);
    // A POST may have been carried out: whoever sent it must decide.
    const Result<http::Response> post = call(*client, request(http::Method::Post, "/"));
    ASSERT_FALSE(post);
    EXPECT_EQ(post.error().code, "service.connection-lost");
    EXPECT_EQ(fake.accepted, 2);
    client.reset();
}

TEST_F(HttpClient, NoticesAClosedIdleConnectionBeforeItUsesIt)
{
    test::Signal closed;
    const FakeServer fake(socket, [&](int connection) {
        FakeServer::readHead(connection);
        FakeServer::say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        shutdown(connection, SHUT_RDWR);
        closed.raise();
    });
    for (int i = 1; i <= 20; ++i) {
        const Result<http::Response> response = call(*client, request(http::Method::Post, "/"));
        ASSERT_TRUE(response) << response.error().sentence;
        ASSERT_TRUE(closed.wait(i));
        std::promise<void> settled; // the client's thread sees the end before it gets to the next call
        client->open(
            request(http::Method::Other, "/"), [](std::string_view) {},
            [&](const Result<void> &) { settled.set_value(); });
        settled.get_future().wait();
    }
    client.reset();
}

TEST_F(HttpClient, SaysThatTheConnectionWasLost)
{
    for (const char *answer :
        {"", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"}) {
        const FakeServer fake(socket, [&](int connection) {
            FakeServer::readHead(connection);
            FakeServer::say(connection, answer);
        });
        const Result<http::Response> response = call(*client, request(http::Method::Get, "/"));
        ASSERT_FALSE(response) << answer;
        EXPECT_EQ(response.error().code, "service.connection-lost") << answer;
        std::filesystem::remove(socket);
    }
}

TEST_F(HttpClient, ReadsABodyThatEndsWithTheConnection)
{
    const FakeServer fake(socket, [&](int connection) {
        FakeServer::readHead(connection);
        FakeServer::say(connection, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200 OK\r\n\r\nto the end");
    });
    const Result<http::Response> response = call(*client, request(http::Method::Get, "/"));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->body, "to the end");
}

TEST_F(HttpClient, SaysThatSomethingElseAnswers)
{
    const FakeServer fake(socket, [&](int connection) {
        FakeServer::readHead(connection);
        FakeServer::say(connection, "SSH-2.0-OpenSSH_9.2\r\n");
    });
    const Result<http::Response> response = call(*client, request(http::Method::Get, "/"));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, "service.malformed-answer");
}

TEST_F(HttpClient, GivesUpAfterItsTimeLimit)
{
    start();
    http::Client hasty(socket, std::chrono::milliseconds(50));
    const Result<http::Response> response = call(hasty, request(http::Method::Get, "/wait"));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, "service.timeout");
}

TEST_F(HttpClient, RefusesToSendWhatWouldBecomeTwoRequests)
{
    start();
    http::Request split = request(http::Method::Get, "/echo");
    split.headers.emplace_back("x", "a\r\nb: c");
    for (const http::Request &bad :
        {split, request(http::Method::Get, "/a b"), request(http::Method::Get, "/\r\n"),
            request(http::Method::Get, "echo"), request(http::Method::Other, "/")}) {
        const Result<http::Response> response = call(*client, bad);
        ASSERT_FALSE(response);
        EXPECT_EQ(response.error().code, "http.bad-request");
    }
    EXPECT_EQ(handler.handled, 0);
}

TEST_F(HttpClient, CallsNobodyAfterACancel)
{
    start();
    std::atomic<int> called = 0;
    const std::shared_ptr<http::Call> running = client->send(
        request(http::Method::Get, "/wait"), [&](const Result<http::Response> &) { ++called; });
    ASSERT_TRUE(waiting.wait());
    running->cancel();
    running->cancel();
    // It had one of the few connections: with eight more of its kind cancelled, calls still get through.
    for (int i = 0; i < 40; ++i)
        client->send(request(http::Method::Get, "/wait"), [&](const Result<http::Response> &) { ++called; })
            ->cancel();
    EXPECT_EQ(call(*client, request(http::Method::Post, "/echo", "through"))->body, "through");
    client.reset();
    EXPECT_EQ(called, 0);
    running->cancel(); // after the client's end
}

TEST_F(HttpClient, LetsGoOfACancelledCallsCallback)
{
    start();
    const auto token = std::make_shared<int>(0);
    const std::weak_ptr<int> watch = token;
    std::shared_ptr<http::Call> running
        = client->send(request(http::Method::Get, "/wait"), [token](const Result<http::Response> &) {});
    ASSERT_TRUE(waiting.wait());
    running->cancel();
    ASSERT_TRUE(call(*client, request(http::Method::Get, "/echo")));
    EXPECT_EQ(token.use_count(), 1);
}

TEST_F(HttpClient, EndsInTheMiddleOfCallsWithoutCallingAnybody)
{
    start();
    std::atomic<int> called = 0;
    for (int i = 0; i < 50; ++i)
        client->send(request(http::Method::Get, "/wait"), [&](const Result<http::Response> &) { ++called; });
    ASSERT_TRUE(waiting.wait(8));
    client.reset();
    EXPECT_EQ(called, 0);
}

TEST_F(HttpClient, MaySendFromItsOwnCallback)
{
    start();
    std::promise<std::string> last;
    std::function<void(int)> again = [&](int left) {
        client->send(request(http::Method::Post, "/echo", std::to_string(left)),
            [&, left](const Result<http::Response> &response) {
                if (left > 0)
                    return again(left - 1);
                last.set_value(response ? response->body : "failed");
            });
    };
    again(100);
    EXPECT_EQ(last.get_future().get(), "0");
}
