#include "core/client/JobWatch.h"
#include "core/client/MetricFeed.h"
#include "tests/core/client/FakeService.h"

#include <cmath>

using namespace atelier;
using namespace atelier::test;
using testing::ElementsAre;
using testing::IsEmpty;

/// A service whose job `p` has a step `p-1`, and which tells of changes when the test says so.
class WatchTest : public FakeService
{
protected:
    void SetUp() override
    {
        handler.on("/api/v1/events", m_events.handler());
        handler.on("/api/v1/jobs/p", [this](const http::Request &, const http::Respond &respond) {
            ++m_detailCalls;
            respond(m_isGone
                    ? jsonAnswer(R"({"errors":[{"kind":"not-found","code":"c","message":"Gone."}]})", 404)
                    : jsonAnswer(R"({"name":"p","status":"Running","description":")"
                        + std::to_string(m_version) + R"(","steps":[{"name":"p-1"}]})"));
        });
        handler.on(
            "/api/v1/jobs/p/points", [this](const http::Request &request, const http::Respond &respond) {
                m_asked.emplace_back(request.parameter("after"));
                EXPECT_EQ(request.header("accept"), "application/vnd.atelier.points");
                respond(jsonAnswer(m_points));
            });
        startServer();
        connection = std::move(*WorkspaceConnection::open(workspace));
        ASSERT_TRUE(m_events.waitForOpening());
        m_events.write(": following\n\n");
        ASSERT_TRUE(waitUntil([this] { return connection->isConnected(); }));
    }
    void TearDown() override { connection.reset(); }
    void tell(const std::string &name, const std::string &what)
    {
        m_events.write("event: change\ndata: {\"sequence\":" + std::to_string(++m_sequence)
            + R"(,"kind":"job","name":")" + name + R"(","what":")" + what + "\"}\n\n");
    }

    std::unique_ptr<WorkspaceConnection> connection;
    FakeStream m_events;
    std::atomic<int> m_detailCalls = 0;
    std::atomic<int> m_version = 1;
    std::atomic<bool> m_isGone = false;
    std::string m_points = "{}\n";
    std::vector<std::string> m_asked;
    int m_sequence = 0;
};

TEST_F(WatchTest, AJobIsAskedForAgainWhenItOrOneOfItsStepsChanges)
{
    JobWatch watch(*connection, "p");
    int changes = 0;
    QObject::connect(&watch, &JobWatch::changed, [&] { ++changes; });
    ASSERT_TRUE(waitUntil([&] { return changes == 1; }));
    m_version = 2;
    tell("p-1", "status");
    ASSERT_TRUE(waitUntil([&] { return changes == 2; }));
    EXPECT_EQ(watch.detail()->summary.description, "2");
    tell("q", "status");
    tell("p-10", "status");
    runFor(250);
    EXPECT_EQ(m_detailCalls, 2);
}

TEST_F(WatchTest, ManyChangesAtOnceAreAskedForTogether)
{
    JobWatch watch(*connection, "p");
    ASSERT_TRUE(waitUntil([&] { return watch.detail().has_value(); }));
    for (int i = 0; i < 500; ++i)
        tell("p", "metrics");
    runFor(400);
    EXPECT_GE(m_detailCalls, 2);
    EXPECT_LE(m_detailCalls, 7);
}

TEST_F(WatchTest, APausedWatchAsksForNothingAndCatchesUp)
{
    JobWatch watch(*connection, "p");
    ASSERT_TRUE(waitUntil([&] { return watch.detail().has_value(); }));
    watch.setPaused(true);
    m_version = 2;
    tell("p", "status");
    runFor(250);
    EXPECT_EQ(m_detailCalls, 1);
    watch.setPaused(false);
    ASSERT_TRUE(waitUntil([&] { return watch.detail()->summary.description == "2"; }));
}

TEST_F(WatchTest, SaysThatAJobWasRemoved)
{
    JobWatch watch(*connection, "p");
    bool isRemoved = false;
    QObject::connect(&watch, &JobWatch::removed, [&] { isRemoved = true; });
    ASSERT_TRUE(waitUntil([&] { return watch.detail().has_value(); }));
    m_isGone = true;
    tell("p", "deleted");
    EXPECT_TRUE(waitUntil([&] { return isRemoved; }));
}

TEST_F(WatchTest, PointsComeWholeFirstAndThenThoseThatCameSince)
{
    m_points = R"({"series":[{"job":"p-1","step":"fit","key":"loss","points":2}],"arrival":7})"
               "\n" // step 1, 10 ms, 0.5; step 2, 20 ms, NaN
        + std::string("\1\0\0\0\0\0\0\0\xa\0\0\0\0\0\0\0\0\0\0\0\0\0\xe0\x3f", 24)
        + std::string("\2\0\0\0\0\0\0\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\xf8\x7f", 24);
    MetricFeed feed(*connection, "p");
    std::vector<series::MetricPoints> arrived;
    QObject::connect(
        &feed, &MetricFeed::arrived, [&](const series::MetricPoints &points) { arrived.push_back(points); });
    ASSERT_TRUE(waitUntil([&] { return arrived.size() == 1; }));
    EXPECT_TRUE(arrived[0].isReset);
    ASSERT_EQ(arrived[0].series.size(), 1U);
    EXPECT_EQ(arrived[0].series[0].step, "fit");
    ASSERT_EQ(arrived[0].series[0].points.size(), 2U);
    EXPECT_EQ(arrived[0].series[0].points[0].value, 0.5);
    EXPECT_EQ(arrived[0].series[0].points[1].timeMs, 20);
    EXPECT_TRUE(std::isnan(arrived[0].series[0].points[1].value));
    tell("p-1", "metrics");
    ASSERT_TRUE(waitUntil([&] { return arrived.size() == 2; }));
    EXPECT_FALSE(arrived[1].isReset);
    EXPECT_THAT(m_asked, ElementsAre("0", "7"));
    tell("p-1", "status"); // it may have been reused, with points older than the seventh
    ASSERT_TRUE(waitUntil([&] { return arrived.size() == 3; }));
    EXPECT_TRUE(arrived[2].isReset);
    EXPECT_EQ(m_asked.back(), "0");
}
