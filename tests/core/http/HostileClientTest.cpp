#include "core/http/Server.h"
#include "tests/core/http/FakeHandler.h"
#include "tests/core/http/RawConnection.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>

using namespace atelier;
using namespace std::chrono_literals;
using namespace std::string_literals;
using std::chrono::steady_clock;
using test::RawConnection;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

class HostileClient : public testing::Test
{
protected:
    void SetUp() override
    {
        handler.on("/hello",
            [](const http::Request &, const http::Respond &respond) { respond(test::text("hello")); });
        handler.on("/echo", [](http::Request request, const http::Respond &respond) {
            respond(test::text(std::move(request.body)));
        });
    }

    void start(http::Limits limits = {})
    {
        server = std::make_unique<http::Server>(handler, limits);
        ASSERT_TRUE(server->listenUnix(socket));
        const Result<std::uint16_t> listening = server->listenLoopback(0);
        ASSERT_TRUE(listening);
        port = *listening;
        server->start();
    }

    /// That the server still does its work for others.
    void expectService()
    {
        RawConnection client(socket);
        client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_THAT(client.readResponse(), testing::EndsWith("hello"));
    }

    /// The whole answer to these bytes, after which the server must have closed.
    std::string answerTo(const std::string &bytes)
    {
        RawConnection client(socket);
        client.send(bytes);
        client.finishSending();
        std::string answer = client.readToEnd();
        EXPECT_TRUE(client.isAtEnd()) << bytes.substr(0, 200);
        return answer;
    }

    bool waitForConnections(std::size_t count) const
    {
        const auto patience = steady_clock::now() + 10s;
        while (server->connectionCount() != count && steady_clock::now() < patience)
            std::this_thread::sleep_for(1ms);
        return server->connectionCount() == count;
    }

    test::TemporaryFolder folder;
    std::filesystem::path socket = folder / "s";
    std::uint16_t port = 0;
    test::FakeHandler handler;
    std::unique_ptr<http::Server> server;
};

} // namespace

TEST_F(HostileClient, GetsA400ForWhatIsNotHttp)
{
    start();
    const std::vector<std::string> bad{"\r\n\r\n", "GET\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n",
        "GET / HTTP/2.0\r\n\r\n", "GET / HTTP/1.1\nHost: x\n\n",
        "GET /hello HTTP/1.1\r\n\r\n", // no Host
        "GET /hello HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "GET /hello HTTP/1.1\r\nHost : x\r\n\r\n",
        "GET /hello HTTP/1.1\r\nHost: x\r\nA: \x01\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n"s};
    for (const std::string &bytes : bad)
        EXPECT_THAT(answerTo(bytes), StartsWith("HTTP/1.1 400 ")) << bytes;
    EXPECT_EQ(handler.handled, 0);
    expectService();
}

TEST_F(HostileClient, GetsA400ForAnAddressThatCouldBeReadTwoWays)
{
    start();
    for (const std::string target : {"/%", "/%0", "/%zz", "/%00", "/a\\b", "/a%5cb", "/a#b", "/%0a", "*",
             "http://x/hello", "hello", "/?%", "/?a=%00"})
        EXPECT_THAT(answerTo("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"), StartsWith("HTTP/1.1 400 "))
            << target;
    EXPECT_EQ(handler.handled, 0);
}

TEST_F(HostileClient, CannotSmuggleARequestInABodyOfUnclearLength)
{
    start();
    const std::string inner = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const std::string headers : {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
             "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
             "Content-Length: 0\r\nContent-Length: 4\r\n", "Content-Length: -1\r\n", "Content-Length: +4\r\n",
             "Content-Length: 4, 5\r\n", "Content-Length: 99999999999999999999999\r\n",
             "Content-Length: 0x4\r\n", "Transfer-Encoding: gzip\r\n", "Transfer-Encoding: chunked, gzip\r\n",
             "Transfer-Encoding: gzip, chunked\r\n",
             "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
             "Transfer-Encoding: xchunked\r\n"})
        EXPECT_THAT(answerTo("POST /echo HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + inner),
            testing::AllOf(StartsWith("HTTP/1.1 400 "), testing::Not(HasSubstr("hello"))))
            << headers;
    EXPECT_THAT(answerTo("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n" + inner),
        StartsWith("HTTP/1.1 400 "));
    EXPECT_EQ(handler.handled, 0);
}

TEST_F(HostileClient, GetsA400ForBrokenChunks)
{
    start();
    for (const std::string body : {"x\r\n\r\n", "5\r\nhelloXX0\r\n", "-1\r\n\r\n", "fffffffffffffffff\r\n",
             "3\nabc\r\n", "\r\n\r\n\r\n", "0\r\nbroken trailer\r\n\r\n", "0\r\nContent-Length: 4\r\n\r\n"})
        EXPECT_THAT(answerTo("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body),
            StartsWith("HTTP/1.1 400 "))
            << body;
    EXPECT_THAT(answerTo("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;"
                    + std::string(300000, 'e')),
        StartsWith("HTTP/1.1 400 "));
    EXPECT_EQ(handler.handled, 0);
    expectService();
}

TEST_F(HostileClient, GetsA413ForManySmallChunksBeyondTheLimit)
{
    start();
    std::string body;
    for (int i = 0; i < 1100000; ++i)
        body += "1\r\nx\r\n";
    RawConnection client(socket);
    std::thread sender(
        [&] { client.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body); });
    EXPECT_THAT(client.readToEnd(), StartsWith("HTTP/1.1 413 "));
    client.close();
    sender.join();
    EXPECT_EQ(handler.handled, 0);
}

TEST_F(HostileClient, ReadsThe413OfABodyThatItIsStillSending)
{
    start();
    const std::string body(8U << 20U, 'b');
    for (const bool overTcp : {false, true}) {
        const auto client
            = overTcp ? std::make_unique<RawConnection>(port) : std::make_unique<RawConnection>(socket);
        client->send(
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n");
        EXPECT_TRUE(client->send(body)); // the server reads it away, so that nothing is reset
        const std::string answer = client->readToEnd();
        EXPECT_THAT(answer, StartsWith("HTTP/1.1 413 "));
        EXPECT_THAT(answer, HasSubstr("Connection: close"));
    }
    EXPECT_EQ(handler.handled, 0);
}

TEST_F(HostileClient, GetsA431ForAHeadThatDoesNotEnd)
{
    start();
    EXPECT_THAT(answerTo("GET /" + std::string(20000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"),
        StartsWith("HTTP/1.1 431 "));
    EXPECT_THAT(answerTo("GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(20000, 'a') + "\r\n\r\n"),
        StartsWith("HTTP/1.1 431 "));
    // Neither half alone is too long.
    EXPECT_THAT(
        answerTo("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: x\r\nA: " + std::string(9000, 'a')),
        StartsWith("HTTP/1.1 431 "));
    RawConnection client(socket);
    std::string million = "GET / HTTP/1.1\r\nHost: x\r\n";
    for (int i = 0; i < 1000000; ++i)
        million += "A: b\r\n";
    client.send(million);
    EXPECT_THAT(client.readToEnd(), StartsWith("HTTP/1.1 431 "));
    EXPECT_EQ(handler.handled, 0);
    expectService();
}

TEST_F(HostileClient, MayUseTheWholeHeadLimit)
{
    start();
    std::string head = "GET /hello HTTP/1.1\r\nHost: x\r\nA: ";
    head += std::string(16 * 1024 - head.size() - 5, 'a') + "\r\n\r\n";
    EXPECT_THAT(answerTo(head), StartsWith("HTTP/1.1 200 "));
}

TEST_F(HostileClient, IsCutOffWhenItDripsItsHead)
{
    http::Limits limits;
    limits.head = 200ms;
    start(limits);
    RawConnection slow(socket);
    const auto begin = steady_clock::now();
    slow.send("GET /hello HTTP/1.1\r\nHost: x\r\n");
    while (slow.send("A") && steady_clock::now() < begin + 8s)
        std::this_thread::sleep_for(20ms); // the drip itself: each byte well within the limit
    EXPECT_LT(steady_clock::now() - begin, 4s);
    RawConnection silent(socket);
    EXPECT_EQ(silent.readToEnd(), "");
    EXPECT_TRUE(silent.isAtEnd());
    expectService();
}

TEST_F(HostileClient, IsCutOffWhenItDripsItsBody)
{
    http::Limits limits;
    limits.body = 200ms;
    start(limits);
    for (const std::string head :
        {"Content-Length: 100000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nfffff\r\n"}) {
        RawConnection slow(socket);
        const auto begin = steady_clock::now();
        slow.send("POST /echo HTTP/1.1\r\nHost: x\r\n" + head);
        while (slow.send("b") && steady_clock::now() < begin + 8s)
            std::this_thread::sleep_for(20ms);
        EXPECT_LT(steady_clock::now() - begin, 4s) << head;
    }
    EXPECT_EQ(handler.handled, 0);
}

TEST_F(HostileClient, IsCutOffWhenItIdlesOrDoesNotReadItsAnswer)
{
    handler.on("/big", [](const http::Request &, const http::Respond &respond) {
        respond(test::text(std::string(16U << 20U, 'b')));
    });
    http::Limits limits;
    limits.idle = 200ms;
    limits.body = 200ms;
    start(limits);
    RawConnection idle(socket);
    idle.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    idle.readResponse();
    EXPECT_EQ(idle.readToEnd(), "");
    EXPECT_TRUE(idle.isAtEnd());
    RawConnection deaf(socket);
    deaf.send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(waitForConnections(1));
    EXPECT_TRUE(waitForConnections(0));
}

TEST_F(HostileClient, LeavesNothingBehindWhenItGoesAnywhereInARequest)
{
    start();
    const std::string request = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789";
    for (std::size_t cut = 0; cut <= request.size(); ++cut) {
        RawConnection client(socket);
        client.send(request.substr(0, cut));
    }
    EXPECT_TRUE(waitForConnections(0));
    EXPECT_LE(handler.handled, 1);
    expectService();
}

TEST_F(HostileClient, GetsA503WhenTheServerIsFull)
{
    http::Limits limits;
    limits.connections = 4;
    start(limits);
    std::vector<std::unique_ptr<RawConnection>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<RawConnection>(socket));
        clients.back()->send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_THAT(clients.back()->readResponse(), StartsWith("HTTP/1.1 200 "));
    }
    for (int i = 0; i < 3; ++i) {
        RawConnection refused(socket);
        refused.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_THAT(refused.readToEnd(), StartsWith("HTTP/1.1 503 "));
        EXPECT_EQ(server->connectionCount(), 4U);
    }
    clients.pop_back();
    ASSERT_TRUE(waitForConnections(3));
    expectService();
}

TEST_F(HostileClient, MayComeInAThousandAndIsServedAfterwards)
{
    // Both ends of each connection are this process's: more than a user's 1024 descriptors.
    rlimit files{};
    ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
    ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &files), 0);
    start();
    {
        std::vector<std::unique_ptr<RawConnection>> crowd;
        for (int i = 0; i < 900; ++i)
            crowd.push_back(
                i % 2 == 0 ? std::make_unique<RawConnection>(socket) : std::make_unique<RawConnection>(port));
        ASSERT_TRUE(waitForConnections(256));
    }
    ASSERT_TRUE(waitForConnections(0));
    expectService();
}

TEST_F(HostileClient, FindsNoBytesThatStopTheServer)
{
    start();
    std::mt19937 random(7); // NOLINT: the same bytes in every run
    const std::string valid
        = "POST /echo?a=%20 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive"
          "\r\nExpect: 100-continue\r\n\r\n5;a=b\r\nhello\r\n0\r\nT: t\r\n\r\n";
    for (int round = 0; round < 2000; ++round) {
        std::string bytes = valid + valid;
        for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
            const std::size_t at = random() % bytes.size();
            if (random() % 3 == 0)
                bytes.erase(at, 1 + random() % 8);
            else
                bytes[at] = static_cast<char>(random());
        }
        RawConnection client(socket);
        const std::size_t cut = random() % bytes.size();
        client.send(bytes.substr(0, cut));
        client.send(bytes.substr(cut));
        client.finishSending();
        client.readToEnd();
        ASSERT_TRUE(client.isAtEnd()) << bytes;
    }
    expectService();
}
