#include "core/http/Server.h"

#include "core/http/ErrorAnswer.h"
#include "tests/core/http/FakeHandler.h"
#include "tests/core/http/RawConnection.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace atelier;
using test::RawConnection;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

class HttpServer : public testing::Test
{
protected:
    void SetUp() override
    {
        handler.on(
            "/hello", [](http::Request, const http::Respond &respond) { respond(test::text("hello")); });
        handler.on("/echo", [](http::Request request, const http::Respond &respond) {
            respond(test::text(std::move(request.body)));
        });
        handler.on("/later", [this](http::Request, http::Respond respond) {
            others.emplace_back([respond = std::move(respond)] { respond(test::text("from elsewhere")); });
        });
        handler.on("/drop", [](const http::Request &, const http::Respond &) {});
        handler.on(
            "/throw", [](const http::Request &, const http::Respond &) { throw std::runtime_error("boom"); });
    }

    void TearDown() override
    {
        for (std::thread &other : others)
            other.join();
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
    std::vector<std::thread> others;
    std::unique_ptr<http::Server> server;
};

} // namespace

TEST_F(HttpServer, AnswersWithItsSecurityHeaders)
{
    start();
    RawConnection client(socket);
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    const std::string response = client.readResponse();
    EXPECT_THAT(response, StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_THAT(response, HasSubstr("Content-Type: text/plain\r\n"));
    EXPECT_THAT(response, HasSubstr("X-Content-Type-Options: nosniff\r\n"));
    EXPECT_THAT(response, HasSubstr("Content-Security-Policy: default-src 'none'\r\n"));
    EXPECT_THAT(response, HasSubstr("Cache-Control: no-store\r\n"));
    EXPECT_THAT(response, testing::EndsWith("\r\n\r\nhello"));
}

TEST_F(HttpServer, HandsOverTheWholeRequest)
{
    http::Request seen;
    handler.on("/a b", [&](http::Request request, const http::Respond &respond) {
        seen = std::move(request);
        respond(test::text("ok"));
    });
    start();
    RawConnection client(socket);
    client.send("PUT /a%20b?x=1&x=2 HTTP/1.1\r\nHost: h\r\nX-Two: 2\r\nContent-Length: 3\r\n\r\nabc");
    client.readResponse();
    EXPECT_EQ(seen.method, http::Method::Put);
    EXPECT_EQ(seen.target, "/a%20b?x=1&x=2");
    EXPECT_EQ(seen.query, (http::Fields{{"x", "1"}, {"x", "2"}}));
    EXPECT_EQ(seen.parameter("x"), "1");
    EXPECT_EQ(seen.header("x-two"), "2");
    EXPECT_EQ(seen.header("absent"), "");
    EXPECT_EQ(seen.body, "abc");
    EXPECT_TRUE(seen.peer.isUnixSocket);
    EXPECT_EQ(seen.peer.uid, getuid());
}

TEST_F(HttpServer, ServesLoopbackTooAndKnowsNoUserThere)
{
    http::Peer peer{true, 1};
    handler.on("/who", [&](const http::Request &request, const http::Respond &respond) {
        peer = request.peer;
        respond(test::text("ok"));
    });
    server = std::make_unique<http::Server>(handler);
    const Result<std::uint16_t> port = server->listenLoopback(0);
    ASSERT_TRUE(port);
    ASSERT_GT(*port, 0);
    server->start();
    RawConnection client(*port);
    client.send("GET /who HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(client.readResponse(), StartsWith("HTTP/1.1 200 "));
    EXPECT_FALSE(peer.isUnixSocket);
}

TEST_F(HttpServer, ListensOnNothingButLoopback)
{
    server = std::make_unique<http::Server>(handler);
    const Result<std::uint16_t> port = server->listenLoopback(0);
    ASSERT_TRUE(port);
    char suffix[8];
    std::snprintf(suffix, sizeof(suffix), ":%04X", *port);
    std::ifstream table("/proc/self/net/tcp");
    bool found = false;
    for (std::string line; std::getline(table, line);) {
        if (line.find(suffix) == std::string::npos)
            continue;
        found = true;
        EXPECT_THAT(line, HasSubstr(std::string("0100007F") + suffix));
    }
    EXPECT_TRUE(found);
}

TEST_F(HttpServer, BindsAPortAgainRightAfterItsPredecessor)
{
    server = std::make_unique<http::Server>(handler);
    const Result<std::uint16_t> port = server->listenLoopback(0);
    ASSERT_TRUE(port);
    server->start();
    RawConnection client(*port);
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    client.readResponse();
    server = std::make_unique<http::Server>(handler);
    EXPECT_TRUE(server->listenLoopback(*port));
}

TEST_F(HttpServer, KeepsAConnectionForManyRequests)
{
    start();
    RawConnection client(socket);
    for (int i = 0; i < 100; ++i) {
        client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi");
        ASSERT_THAT(client.readResponse(), testing::EndsWith("\r\n\r\nhi"));
    }
    EXPECT_EQ(server->connectionCount(), 1U);
}

TEST_F(HttpServer, AnswersPipelinedRequestsInTheirOrder)
{
    start();
    RawConnection client(socket);
    std::string requests;
    for (int i = 0; i < 500; ++i) {
        const std::string body = std::to_string(i);
        requests += (i % 3 == 0 ? "GET /later HTTP/1.1\r\nHost: x\r\n\r\n"
                                : "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: "
                    + std::to_string(body.size()) + "\r\n\r\n" + body);
    }
    std::thread sender([&] { client.send(requests); });
    for (int i = 0; i < 500; ++i) {
        const std::string expected = i % 3 == 0 ? "from elsewhere" : std::to_string(i);
        ASSERT_THAT(client.readResponse(), testing::EndsWith("\r\n\r\n" + expected));
    }
    sender.join();
}

TEST_F(HttpServer, SendsOnlyTheHeadToHead)
{
    start();
    RawConnection client(socket);
    client.send(
        "HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const std::string both = client.readToEnd();
    EXPECT_THAT(both, HasSubstr("Content-Length: 5\r\n"));
    EXPECT_THAT(both, HasSubstr("\r\n\r\nHTTP/1.1 200 OK\r\n"));
    EXPECT_EQ(both.find("hello"), both.size() - 5);
}

TEST_F(HttpServer, SendsNoBodyWith204And304)
{
    for (const int status : {204, 304}) {
        handler.on(
            "/" + std::to_string(status), [status](const http::Request &, const http::Respond &respond) {
                http::Response response = test::text("not to be seen");
                response.status = status;
                respond(std::move(response));
            });
    }
    start();
    RawConnection client(socket);
    client.send(
        "GET /204 HTTP/1.1\r\nHost: x\r\n\r\nGET /304 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const std::string both = client.readToEnd();
    EXPECT_THAT(both, HasSubstr("HTTP/1.1 204 No Content\r\n"));
    EXPECT_THAT(both, HasSubstr("HTTP/1.1 304 Not Modified\r\n"));
    EXPECT_THAT(both, Not(HasSubstr("not to be seen")));
    EXPECT_THAT(both, Not(HasSubstr("Content-Length")));
}

TEST_F(HttpServer, ClosesWhereTheClientAsksForIt)
{
    start();
    for (const char *request :
        {"GET /hello HTTP/1.0\r\n\r\n", "GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"}) {
        RawConnection client(socket);
        client.send(request);
        EXPECT_THAT(client.readToEnd(), testing::EndsWith("hello"));
        EXPECT_TRUE(client.isAtEnd());
    }
}

TEST_F(HttpServer, AnswersAClientThatHasFinishedSending)
{
    start();
    RawConnection client(socket);
    client.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    client.finishSending();
    EXPECT_THAT(client.readToEnd(), testing::EndsWith("from elsewhere"));
}

TEST_F(HttpServer, AsksForABodyThatTheClientHoldsBack)
{
    start();
    RawConnection client(socket);
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("body");
    EXPECT_THAT(client.readResponse(), testing::EndsWith("\r\n\r\nbody"));
}

TEST_F(HttpServer, PutsChunkedBodiesTogetherAndDropsTrailers)
{
    http::Fields headers;
    handler.on("/headers", [&](http::Request request, const http::Respond &respond) {
        headers = request.headers;
        respond(test::text(std::move(request.body)));
    });
    start();
    RawConnection client(socket);
    const std::string request = "POST /headers HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                "3;ext=1\r\nabc\r\n0A\r\n0123456789\r\n0\r\nAuthorization: late\r\n\r\n";
    client.send(request);
    EXPECT_THAT(client.readResponse(), testing::EndsWith("\r\n\r\nabc0123456789"));
    for (const auto &[name, value] : headers)
        EXPECT_NE(name, "authorization");
    // Byte by byte it must be the same.
    for (const char c : request)
        ASSERT_TRUE(client.send({&c, 1}));
    EXPECT_THAT(client.readResponse(), testing::EndsWith("\r\n\r\nabc0123456789"));
}

TEST_F(HttpServer, TakesAnEmptyChunkedBodyInEveryCut)
{
    start();
    const std::string request
        = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    RawConnection client(socket);
    for (std::size_t cut = 1; cut < request.size(); ++cut) {
        client.send(request.substr(0, cut));
        std::this_thread::yield();
        client.send(request.substr(cut));
        ASSERT_THAT(client.readResponse(), HasSubstr("Content-Length: 0\r\n")) << cut;
    }
}

TEST_F(HttpServer, Answers500ForAHandlerThatDropsOrThrows)
{
    start();
    RawConnection client(socket);
    client.send("GET /drop HTTP/1.1\r\nHost: x\r\n\r\nGET /throw HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(
        client.readResponse(), testing::AllOf(StartsWith("HTTP/1.1 500 "), HasSubstr("http.no-answer")));
    EXPECT_THAT(
        client.readResponse(), testing::AllOf(StartsWith("HTTP/1.1 500 "), HasSubstr("http.no-answer")));
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(client.readResponse(), testing::EndsWith("hello"));
}

TEST_F(HttpServer, Answers500ForAnAdmissionThatThrows)
{
    handler.onUpload(
        "/gate", [](const http::Request &) -> http::Admission { throw std::logic_error("boom"); }, nullptr);
    start();
    RawConnection client(socket);
    client.send("GET /gate HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(client.readResponse(), HasSubstr("http.handler-failed"));
}

TEST_F(HttpServer, TakesOnlyTheFirstAnswer)
{
    handler.on("/twice", [](const http::Request &, const http::Respond &respond) {
        respond(test::text("first"));
        respond(test::text("second"));
    });
    start();
    RawConnection client(socket);
    client.send(
        "GET /twice HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const std::string all = client.readToEnd();
    EXPECT_THAT(all, HasSubstr("first"));
    EXPECT_THAT(all, Not(HasSubstr("second")));
    EXPECT_THAT(all, testing::EndsWith("hello"));
}

TEST_F(HttpServer, LetsNoHeaderValueBeginAnotherHeader)
{
    handler.on("/split", [](const http::Request &, const http::Respond &respond) {
        http::Response response = test::text("x");
        response.headers.emplace_back("X-Name", "a\r\nSet-Cookie: b\nc");
        respond(std::move(response));
    });
    start();
    RawConnection client(socket);
    client.send("GET /split HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(client.readResponse(), HasSubstr("X-Name: a  Set-Cookie: b c\r\n"));
}

TEST_F(HttpServer, RefusesARequestAtItsHeadAndKeepsTheConnectionWhereTheBodyIsShort)
{
    handler.onUpload(
        "/gate",
        [](const http::Request &) {
            http::Admission admission;
            admission.refusal = http::errorAnswer({ErrorKind::Forbidden, "x", "No.", {}, {}});
            return admission;
        },
        nullptr);
    start();
    RawConnection client(socket);
    client.send("POST /gate HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n");
    EXPECT_THAT(client.readResponse(), StartsWith("HTTP/1.1 403 "));
    client.send("12345GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(client.readResponse(), testing::EndsWith("hello"));
    client.send("POST /gate HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    const std::string refusal = client.readToEnd();
    EXPECT_THAT(refusal, StartsWith("HTTP/1.1 403 "));
    EXPECT_THAT(refusal, HasSubstr("Connection: close\r\n"));
    EXPECT_EQ(handler.handled, 1);
}

TEST_F(HttpServer, MakesItsSocketPrivateAndTakesItAwayAgain)
{
    const mode_t before = umask(0);
    start();
    umask(before);
    struct stat status
    {
    };
    ASSERT_EQ(lstat(socket.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    server.reset();
    EXPECT_FALSE(std::filesystem::exists(socket));
}

TEST_F(HttpServer, ReplacesAStaleSocketButNothingElse)
{
    start();
    http::Server second(handler);
    const Result<void> busy = second.listenUnix(socket);
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().code, "http.already-served");

    std::filesystem::rename(socket, folder / "stale"); // the old server leaves alone what it no longer knows
    server.reset();
    EXPECT_TRUE(second.listenUnix(folder / "stale"));

    test::write(folder / "file", "precious");
    const Result<void> occupied = second.listenUnix(folder / "file");
    ASSERT_FALSE(occupied);
    EXPECT_EQ(occupied.error().code, "http.not-a-socket");
    EXPECT_EQ(test::read(folder / "file"), "precious");
}

TEST_F(HttpServer, SaysWhyItCannotListen)
{
    http::Server unheard(handler);
    const Result<void> missing = unheard.listenUnix(folder / "no/such/folder/s");
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().sentence, HasSubstr("no/such/folder/s"));
    const Result<std::uint16_t> first = unheard.listenLoopback(0);
    ASSERT_TRUE(first);
    const Result<std::uint16_t> taken = unheard.listenLoopback(*first);
    ASSERT_FALSE(taken);
    EXPECT_THAT(taken.error().sentence, HasSubstr(std::to_string(*first)));
}

TEST_F(HttpServer, TellsAHandlerThatItsClientHasGone)
{
    test::Signal gone;
    test::Signal asked;
    std::vector<http::Respond> unanswered;
    handler.on("/watched", [&](const http::Request &request, http::Respond respond) {
        request.whenGone([&] { gone.raise(); });
        unanswered.push_back(std::move(respond));
        asked.raise();
    });
    start();
    {
        RawConnection client(socket);
        client.send("GET /watched HTTP/1.1\r\nHost: x\r\n\r\n");
        ASSERT_TRUE(asked.wait());
        EXPECT_EQ(gone.count(), 0);
    }
    EXPECT_TRUE(gone.wait());
    unanswered.front()(test::text("nobody hears"));
}

TEST_F(HttpServer, AnswersWhatWasSentBehindARequestThatIsWatched)
{
    test::Signal gone;
    handler.on("/watched", [&](const http::Request &request, http::Respond respond) {
        request.whenGone([&] { gone.raise(); });
        others.emplace_back([respond = std::move(respond)] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50)); // the next request arrives meanwhile
            respond(test::text("watched"));
        });
    });
    start();
    RawConnection client(socket);
    for (int i = 0; i < 3; ++i) {
        client.send("GET /watched HTTP/1.1\r\nHost: x\r\n\r\n");
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_THAT(client.readResponse(), testing::EndsWith("watched"));
        EXPECT_THAT(client.readResponse(), testing::EndsWith("hello"));
    }
    EXPECT_EQ(gone.count(), 0);
}

TEST_F(HttpServer, DropsAnswersThatComeAfterItsEnd)
{
    test::Signal arrived;
    http::Respond kept;
    handler.on("/keep", [&](const http::Request &, http::Respond respond) {
        kept = std::move(respond);
        arrived.raise();
    });
    start();
    RawConnection client(socket);
    client.send("GET /keep HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(arrived.wait());
    server.reset();
    EXPECT_EQ(client.readToEnd(), "");
    EXPECT_TRUE(client.isAtEnd());
    kept(test::text("too late"));
}

TEST_F(HttpServer, StopsUnderLoad)
{
    start();
    std::atomic<int> answers = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 8; ++i) {
        clients.emplace_back([&] {
            RawConnection client(socket);
            while (client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi")
                && client.readResponse().size() > 100)
                ++answers;
        });
    }
    while (answers < 200)
        std::this_thread::yield();
    server.reset();
    for (std::thread &client : clients)
        client.join();
    EXPECT_GE(answers, 200);
}
