#include "core/http/Client.h"
#include "core/http/ErrorAnswer.h"
#include "core/http/Server.h"
#include "tests/core/http/FakeHandler.h"
#include "tests/core/http/RawConnection.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <thread>

using namespace atelier;
using test::RawConnection;
using testing::HasSubstr;

namespace {

http::Request get(const std::string &target)
{
    http::Request request;
    request.target = target;
    return request;
}

class HttpStream : public testing::Test
{
protected:
    void SetUp() override
    {
        handler.on("/events", [this](const http::Request &, const http::Respond &respond) {
            http::Response response;
            response.contentType = "text/event-stream";
            response.onStream = [this](std::shared_ptr<http::Stream> opened) {
                opened->whenClosed([this] { closed.raise(); });
                stream = std::move(opened);
                begun.raise();
            };
            respond(std::move(response));
        });
        handler.on("/hello",
            [](const http::Request &, const http::Respond &respond) { respond(test::text("hello")); });
    }

    void TearDown() override
    {
        server.reset();
        stream.reset();
    }

    void start(http::Limits limits = {})
    {
        server = std::make_unique<http::Server>(handler, limits);
        ASSERT_TRUE(server->listenUnix(socket));
        server->start();
    }

    std::unique_ptr<RawConnection> open()
    {
        auto client = std::make_unique<RawConnection>(socket);
        client->send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_TRUE(begun.wait());
        return client;
    }

    test::TemporaryFolder folder;
    std::filesystem::path socket = folder / "s";
    test::FakeHandler handler;
    test::Signal begun;
    test::Signal closed;
    std::shared_ptr<http::Stream> stream; // the server's thread sets it, then raises `begun`
    std::unique_ptr<http::Server> server;
};

} // namespace

TEST_F(HttpStream, SendsItsHeadBeforeThereIsAnythingToSay)
{
    start();
    const auto client = open();
    const std::string head = client->readUntil("\r\n\r\n");
    EXPECT_THAT(head, HasSubstr("Content-Type: text/event-stream\r\n"));
    EXPECT_THAT(head, HasSubstr("Transfer-Encoding: chunked\r\n"));
    EXPECT_THAT(head, HasSubstr("Cache-Control: no-store\r\n"));
}

TEST_F(HttpStream, BringsWhatAnyThreadWritesUntilItIsClosed)
{
    start();
    const auto client = open();
    std::thread writer([this] {
        EXPECT_TRUE(stream->write("data: 1\n\n"));
        EXPECT_TRUE(stream->write("data: 2\n\n"));
        stream->close();
        EXPECT_FALSE(stream->write("data: 3\n\n"));
    });
    const std::string all = client->readToEnd();
    writer.join();
    EXPECT_TRUE(client->isAtEnd());
    EXPECT_THAT(all, HasSubstr("data: 1\n\n"));
    EXPECT_THAT(all, HasSubstr("data: 2\n\n"));
    EXPECT_THAT(all, testing::Not(HasSubstr("data: 3\n\n")));
    EXPECT_THAT(all, testing::EndsWith("\r\n0\r\n\r\n"));
    client->finishSending();
    EXPECT_TRUE(closed.wait());
}

TEST_F(HttpStream, SpeaksPlainlyToHttp10)
{
    start();
    RawConnection client(socket);
    client.send("GET /events HTTP/1.0\r\n\r\n");
    ASSERT_TRUE(begun.wait());
    stream->write("plain");
    stream->close();
    const std::string all = client.readToEnd();
    EXPECT_THAT(all, testing::EndsWith("\r\n\r\nplain"));
    EXPECT_THAT(all, testing::Not(HasSubstr("chunked")));
}

TEST_F(HttpStream, EndsWhenItsLastHolderLetsGo)
{
    start();
    const auto client = open();
    stream->write("last words");
    stream.reset();
    EXPECT_THAT(client->readToEnd(), testing::EndsWith("last words\r\n0\r\n\r\n"));
    EXPECT_TRUE(client->isAtEnd());
}

TEST_F(HttpStream, TellsThatItsClientIsGone)
{
    start();
    const auto client = open();
    client->close();
    ASSERT_TRUE(closed.wait());
    EXPECT_FALSE(stream->write("nobody"));
    test::Signal late;
    stream->whenClosed([&] { late.raise(); });
    EXPECT_TRUE(late.wait());
    EXPECT_EQ(closed.count(), 1);
}

TEST_F(HttpStream, TellsThatTheServerStops)
{
    start();
    const auto client = open();
    server.reset();
    EXPECT_EQ(closed.count(), 1);
    EXPECT_FALSE(stream->write("nobody"));
    stream->whenClosed([] { ADD_FAILURE() << "there is no thread to say this on"; });
    stream->whenDrained([] { ADD_FAILURE() << "there is no thread to say this on"; });
}

TEST_F(HttpStream, CutsOffAClientThatDoesNotKeepUp)
{
    http::Limits limits;
    limits.streamBacklog = 64 * 1024;
    start(limits);
    const auto client = open();
    const std::string piece(1024, 'e');
    int written = 0;
    while (stream->write(piece) && written < 100000)
        ++written;
    EXPECT_GE(written, 64);
    EXPECT_LT(written, 4096); // the backlog and what the kernel holds
    EXPECT_TRUE(closed.wait());
    EXPECT_FALSE(stream->write("x"));
}

TEST_F(HttpStream, LetsAWriterKeepItsClientsPace)
{
    http::Limits limits;
    limits.streamBacklog = 64 * 1024;
    start(limits);
    const auto client = open();
    constexpr int pieces = 500;
    const std::string piece(60 * 1024, 'Q');
    int left = pieces; // server's thread
    std::function<void()> next = [&] {
        if (left-- == 0)
            return stream->close();
        EXPECT_TRUE(stream->write(piece));
        stream->whenDrained(next);
    };
    stream->whenDrained(next);
    const std::string all = client->readToEnd();
    EXPECT_EQ(std::count(all.begin(), all.end(), 'Q'), pieces * 60 * 1024);
    client->close();
    EXPECT_TRUE(closed.wait());
}

TEST_F(HttpStream, OutlivesTheTimeLimitsOfRequests)
{
    http::Limits limits;
    limits.head = limits.idle = limits.body = std::chrono::milliseconds(50);
    start(limits);
    const auto client = open();
    client->readUntil("\r\n\r\n");
    // Somebody else running into the limits shows that more than their time has passed.
    RawConnection idle(socket);
    idle.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    idle.readToEnd();
    RawConnection silent(socket);
    silent.readToEnd();
    ASSERT_TRUE(stream->write("still here"));
    EXPECT_THAT(client->readUntil("still here"), HasSubstr("still here"));
}

TEST_F(HttpStream, GivesHeadOnlyTheHead)
{
    start();
    RawConnection client(socket);
    client.send("HEAD /events HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\nConnection: "
                "close\r\n\r\n");
    EXPECT_THAT(client.readToEnd(), testing::EndsWith("\r\n\r\nhello"));
    EXPECT_EQ(begun.count(), 0);
}

TEST_F(HttpStream, ReachesAClientInPieces)
{
    start();
    http::Client client(socket, std::chrono::milliseconds(50)); // no limit for a stream
    std::mutex mutex;
    std::string received;
    test::Signal arrived;
    std::promise<Result<void>> end;
    client.open(
        get("/events"),
        [&](std::string_view bytes) {
            const std::lock_guard lock(mutex);
            received += bytes;
            arrived.raise();
        },
        [&](Result<void> result) { end.set_value(std::move(result)); });
    ASSERT_TRUE(begun.wait());
    for (int i = 1; i <= 20; ++i) {
        stream->write(std::to_string(i) + ",");
        ASSERT_TRUE(arrived.wait(i));
        if (i == 10)
            std::this_thread::sleep_for(std::chrono::milliseconds(150)); // past the limit for calls
    }
    stream->close();
    EXPECT_TRUE(end.get_future().get());
    EXPECT_EQ(received, "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,");
}

TEST_F(HttpStream, TellsItsClientThatTheServerIsGone)
{
    start();
    http::Client client(socket);
    std::promise<Result<void>> end;
    client.open(
        get("/events"), [](std::string_view) {},
        [&](Result<void> result) { end.set_value(std::move(result)); });
    ASSERT_TRUE(begun.wait());
    server.reset();
    const Result<void> result = end.get_future().get();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, "service.connection-lost");
}

TEST_F(HttpStream, IsClosedByItsClientsCancel)
{
    start();
    http::Client client(socket);
    const auto call = client.open(
        get("/events"), [](std::string_view) {},
        [](const Result<void> &) { ADD_FAILURE() << "cancelled calls are silent"; });
    ASSERT_TRUE(begun.wait());
    call->cancel();
    EXPECT_TRUE(closed.wait());
}

TEST_F(HttpStream, MayBeCancelledFromItsOwnCallback)
{
    start();
    http::Client client(socket);
    std::promise<std::shared_ptr<http::Call>> handle;
    std::atomic<int> pieces = 0;
    auto own = handle.get_future().share();
    handle.set_value(client.open(
        get("/events"),
        [&, own](std::string_view) {
            ++pieces;
            own.get()->cancel();
        },
        [](const Result<void> &) { ADD_FAILURE() << "cancelled calls are silent"; }));
    ASSERT_TRUE(begun.wait());
    stream->write("one");
    EXPECT_TRUE(closed.wait());
    EXPECT_EQ(pieces, 1);
}

TEST_F(HttpStream, EndsWithTheErrorOfARefusal)
{
    handler.on("/refused", [](const http::Request &, const http::Respond &respond) {
        respond(http::errorAnswer({ErrorKind::NotFound, "job.unknown", "There is no such job.", {}, {}}));
    });
    start();
    http::Client client(socket);
    std::promise<Result<void>> end;
    client.open(
        get("/refused"), [](std::string_view) { ADD_FAILURE() << "an error is no content"; },
        [&](Result<void> result) { end.set_value(std::move(result)); });
    const Result<void> result = end.get_future().get();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, "job.unknown");
}

TEST_F(HttpStream, SurvivesManyWritersWhileClientsComeAndGo)
{
    std::atomic<bool> stop = false;
    std::mutex mutex;
    std::vector<std::shared_ptr<http::Stream>> streams;
    handler.on("/many", [&](const http::Request &, const http::Respond &respond) {
        http::Response response;
        response.onStream = [&](std::shared_ptr<http::Stream> opened) {
            const std::lock_guard lock(mutex);
            streams.push_back(std::move(opened));
        };
        respond(std::move(response));
    });
    start();
    std::vector<std::thread> writers;
    for (int i = 0; i < 3; ++i) {
        writers.emplace_back([&] {
            while (!stop) {
                const std::lock_guard lock(mutex);
                std::erase_if(streams, [](const auto &each) { return !each->write("event\n"); });
            }
        });
    }
    for (int i = 0; i < 200; ++i) {
        RawConnection client(socket);
        client.send("GET /many HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_THAT(client.readUntil("event"), HasSubstr("event"));
    }
    stop = true;
    for (std::thread &writer : writers)
        writer.join();
    server.reset();
    streams.clear();
}
