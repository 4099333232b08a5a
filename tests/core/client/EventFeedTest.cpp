#include "core/client/EventFeed.h"

#include "core/client/LogFollower.h"
#include "tests/core/client/FakeService.h"

using namespace atelier;
using namespace atelier::test;
using testing::ElementsAre;

namespace {

std::string change(int sequence, const std::string &name)
{
    return "id: " + std::to_string(sequence)
        + "\nevent: change\ndata: {\"sequence\":" + std::to_string(sequence) + R"(,"kind":"job","name":")"
        + name + R"(","what":"status","time_ms":5})" + "\n\n";
}

constexpr auto patience = std::chrono::milliseconds(300);

/// What a feed said, one word each.
class EventFeedTest : public FakeService
{
protected:
    EventFeedTest()
    {
        handler.on("/api/v1/events", stream.handler());
        feed = std::make_unique<EventFeed>(*client, patience);
        QObject::connect(feed.get(), &EventFeed::changed, &receiver,
            [this](const ServiceChange &change) { heard.push_back(change.name); });
        QObject::connect(feed.get(), &EventFeed::reset, &receiver, [this] { heard.push_back("reset"); });
        QObject::connect(feed.get(), &EventFeed::silenceChanged, &receiver,
            [this](bool isSilent) { heard.push_back(isSilent ? "silent" : "speaks"); });
        QObject::connect(feed.get(), &EventFeed::connectionChanged, &receiver,
            [this](bool isConnected) { heard.push_back(isConnected ? "on" : "off"); });
        startServer();
    }
    ~EventFeedTest() override
    {
        feed.reset();
        server.reset();
        stream.end();
    }

    bool waitForWords(std::size_t count)
    {
        return waitUntil([&] { return heard.size() >= count; });
    }

    /// Breaks the connection and listens again, as after a restart of the service.
    void restart()
    {
        stopServer();
        stream.end();
        startServer();
    }

    FakeStream stream;
    std::unique_ptr<EventFeed> feed;
    std::vector<std::string> heard;
};

} // namespace

TEST_F(EventFeedTest, TellsEachChangeInOrder)
{
    feed->start();
    ASSERT_TRUE(stream.waitForOpening());
    EXPECT_EQ(stream.lastRequest().parameter("after"), "");
    stream.write(": following\n\n" + change(7, "a"));
    stream.write(change(8, "b").substr(0, 20));
    ASSERT_TRUE(waitForWords(2));
    stream.write(change(8, "b").substr(20));
    ASSERT_TRUE(waitForWords(3));
    EXPECT_THAT(heard, ElementsAre("on", "a", "b"));
}

TEST_F(EventFeedTest, GoesOnAfterTheLastSequenceWhenTheConnectionBreaks)
{
    feed->start();
    ASSERT_TRUE(stream.waitForOpening());
    stream.write(change(7, "a"));
    ASSERT_TRUE(waitForWords(2));
    restart();
    ASSERT_TRUE(stream.waitForOpening());
    EXPECT_EQ(stream.lastRequest().parameter("after"), "7");
    stream.write(change(7, "a") + change(8, "b"));
    ASSERT_TRUE(waitForWords(5));
    EXPECT_THAT(heard, ElementsAre("on", "a", "off", "on", "b"));
}

TEST_F(EventFeedTest, AsksForEverythingAnewWhereNoSequenceIsKnownAfterABreak)
{
    feed->start();
    ASSERT_TRUE(stream.waitForOpening());
    stream.write(": following\n\n");
    ASSERT_TRUE(waitForWords(1));
    restart();
    ASSERT_TRUE(stream.waitForOpening());
    stream.write(": following\n\n");
    ASSERT_TRUE(waitForWords(4));
    EXPECT_THAT(heard, ElementsAre("on", "off", "on", "reset"));
}

TEST_F(EventFeedTest, PassesOnAResetAndCountsFromItsSequence)
{
    feed->start();
    ASSERT_TRUE(stream.waitForOpening());
    stream.write("id: 40\nevent: reset\ndata: {\"sequence\":40}\n\n" + change(40, "old") + change(41, "new"));
    ASSERT_TRUE(waitForWords(3));
    EXPECT_THAT(heard, ElementsAre("on", "reset", "new"));
}

TEST_F(EventFeedTest, TellsThatTheServiceIsSilentAndAsksForEverythingAnewWhenItSpeaksAgain)
{
    feed->start();
    ASSERT_TRUE(stream.waitForOpening());
    stream.write(change(7, "a"));
    ASSERT_TRUE(waitForWords(3));
    stream.write(": still here\n\n");
    ASSERT_TRUE(waitForWords(5));
    EXPECT_THAT(heard, ElementsAre("on", "a", "silent", "speaks", "reset"));
}

TEST_F(EventFeedTest, NoticesAServiceThatIsThereButNeverSpeaks)
{
    feed->start();
    ASSERT_TRUE(stream.waitForOpening());
    ASSERT_TRUE(waitForWords(1));
    EXPECT_THAT(heard, ElementsAre("silent"));
}

TEST_F(EventFeedTest, ASlowServiceThatTellsItsLoadIsNotSilent)
{
    feed->start();
    ASSERT_TRUE(stream.waitForOpening());
    for (int i = 0; i < 8; ++i) {
        stream.write("event: load\ndata: {\"processor\":0.5}\n\n");
        runFor(100);
    }
    EXPECT_THAT(heard, ElementsAre("on"));
}

TEST_F(FakeService, LogFollowerGoesOnWhereABreakInterruptedIt)
{
    FakeStream stream;
    handler.on("/api/v1/jobs/j/log", stream.handler());
    std::atomic<bool> isFinal = false;
    handler.on("/api/v1/jobs/j", [&](const http::Request &, const http::Respond &respond) {
        respond(jsonAnswer(isFinal ? R"({"status":"Completed"})" : R"({"status":"Running"})"));
    });
    startServer();
    LogFollower follower(*client, "j");
    std::string log;
    bool hasEnded = false;
    QObject::connect(&follower, &LogFollower::received, &receiver,
        [&](const QByteArray &bytes) { log += bytes.toStdString(); });
    QObject::connect(&follower, &LogFollower::ended, &receiver, [&] { hasEnded = true; });
    follower.start();
    ASSERT_TRUE(stream.waitForOpening());
    stream.write("one\n");
    ASSERT_TRUE(waitUntil([&] { return log == "one\n"; }));
    stopServer();
    stream.end();
    startServer();
    ASSERT_TRUE(stream.waitForOpening());
    EXPECT_EQ(stream.lastRequest().parameter("offset"), "4");
    stream.write("two\n");
    ASSERT_TRUE(waitUntil([&] { return log == "one\ntwo\n"; }));
    stream.end(); // as a service does that stops while the job runs
    ASSERT_TRUE(stream.waitForOpening());
    EXPECT_FALSE(hasEnded);
    isFinal = true;
    stream.end();
    ASSERT_TRUE(stream.waitForOpening());
    EXPECT_EQ(stream.lastRequest().parameter("offset"), "8");
    stream.write("end\n");
    stream.end();
    ASSERT_TRUE(waitUntil([&] { return hasEnded; }));
    EXPECT_EQ(log, "one\ntwo\nend\n");
    server.reset();
}
