#include "core/storage/MetricRepository.h"

#include "tests/core/storage/Workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace atelier;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<std::int64_t> stepsOf(const std::vector<MetricPoint> &points)
{
    std::vector<std::int64_t> steps;
    for (const MetricPoint &point : points)
        steps.push_back(point.step);
    return steps;
}

} // namespace

class MetricRepositoryTest : public testing::Test
{
protected:
    void SetUp() override { m_job = test::added(db(), test::plainJob("one", m_workspace.experiment())); }
    Database &db() { return m_workspace.database(); }
    void append(const std::string &key, std::int64_t step, std::int64_t timeMs, double value)
    {
        const Result<void> done = MetricRepository::append(db(), m_job, key, {step, timeMs, value});
        EXPECT_TRUE(done);
    }
    std::vector<MetricPoint> history(const std::string &key, std::int64_t limit = 100000)
    {
        return *MetricRepository::history(db(), m_job, key, limit);
    }
    double latestValue(const std::string &key)
    {
        for (const NamedMetric &metric : *MetricRepository::latest(db(), m_job))
            if (metric.key == key)
                return metric.point.value;
        return -1;
    }

    test::Workspace m_workspace;
    std::int64_t m_job = 0;
};

TEST_F(MetricRepositoryTest, KeepsEveryNumberAsItIs)
{
    const std::vector<double> values{0.1, -0.0, infinity, -infinity, notANumber,
        std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max()};
    for (std::size_t i = 0; i < values.size(); ++i)
        append("m", static_cast<std::int64_t>(i), 1, values[i]);
    const std::vector<MetricPoint> points = history("m");
    ASSERT_EQ(points.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            EXPECT_TRUE(std::isnan(points[i].value));
        else
            EXPECT_EQ(points[i].value, values[i]);
    }
}

TEST_F(MetricRepositoryTest, StepsAreAny64BitInteger)
{
    append("m", std::numeric_limits<std::int64_t>::max(), 1, 2);
    append("m", std::numeric_limits<std::int64_t>::min(), 1, 1);
    append("m", -1, std::numeric_limits<std::int64_t>::max(), 3);
    EXPECT_THAT(stepsOf(history("m")),
        ElementsAre(std::numeric_limits<std::int64_t>::min(), -1, std::numeric_limits<std::int64_t>::max()));
    EXPECT_EQ(latestValue("m"), 2);
}

TEST_F(MetricRepositoryTest, IgnoresAnExactRepetitionOnly)
{
    append("m", 1, 5, 0.5);
    append("m", 1, 5, 0.5);
    append("m", 1, 5, notANumber);
    append("m", 1, 5, notANumber);
    append("m", 1, 6, 0.5);
    append("n", 1, 5, 0.5);
    EXPECT_EQ(history("m").size(), 3U);
    EXPECT_EQ(history("n").size(), 1U);
}

TEST_F(MetricRepositoryTest, LatestIsTheLargestByStepThenTimeThenValue)
{
    append("m", 2, 10, 1.0);
    append("m", 1, 99, 9.0);
    EXPECT_EQ(latestValue("m"), 1.0) << "an earlier step that arrives later";
    append("m", 2, 9, 8.0);
    EXPECT_EQ(latestValue("m"), 1.0) << "an earlier time of the same step";
    append("m", 2, 11, 0.5);
    EXPECT_EQ(latestValue("m"), 0.5);
    append("m", 2, 11, 0.7);
    append("m", 2, 11, 0.6);
    EXPECT_EQ(latestValue("m"), 0.7) << "the largest value of the same moment";
    append("m", 2, 11, notANumber);
    EXPECT_EQ(latestValue("m"), 0.7) << "not-a-number counts as 0";
    append("m", 3, 0, notANumber);
    EXPECT_TRUE(std::isnan(latestValue("m")));
    append("m", 3, 0, -1);
    EXPECT_TRUE(std::isnan(latestValue("m")));
    append("m", 3, 0, 1);
    EXPECT_EQ(latestValue("m"), 1);
}

TEST_F(MetricRepositoryTest, PagesJoinWithoutGapOrOverlap)
{
    for (int i = 0; i < 10; ++i)
        append("m", i / 4, 1, i); // several points of one step and time
    std::vector<double> values;
    std::optional<MetricPoint> after;
    for (;;) {
        const auto page = MetricRepository::history(db(), m_job, "m", 3, after);
        ASSERT_TRUE(page);
        if (page->empty())
            break;
        for (const MetricPoint &point : *page)
            values.push_back(point.value);
        after = page->back();
    }
    EXPECT_THAT(values, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
}

TEST_F(MetricRepositoryTest, AnUnknownKeyHasAnEmptyHistory)
{
    EXPECT_THAT(history("never"), IsEmpty());
    EXPECT_THAT(*MetricRepository::sampledHistory(db(), m_job, "never", 10), IsEmpty());
}

TEST_F(MetricRepositoryTest, ASampleKeepsFirstAndLastAndItsSize)
{
    ASSERT_TRUE(db().run("BEGIN"));
    for (int i = 0; i < 1000; ++i)
        append("m", i, 1, i);
    ASSERT_TRUE(db().run("COMMIT"));
    for (const std::int64_t limit : {2, 3, 10, 999, 1000, 5000}) {
        const auto sample = MetricRepository::sampledHistory(db(), m_job, "m", limit);
        ASSERT_TRUE(sample);
        EXPECT_EQ(static_cast<std::int64_t>(sample->size()), std::min<std::int64_t>(limit, 1000));
        EXPECT_EQ(sample->front().step, 0);
        EXPECT_EQ(sample->back().step, 999);
    }
    EXPECT_THAT(
        stepsOf(*MetricRepository::sampledHistory(db(), m_job, "m", 4)), ElementsAre(0, 333, 666, 999));
    EXPECT_EQ(MetricRepository::sampledHistory(db(), m_job, "m", 1)->size(), 1U);
}

TEST_F(MetricRepositoryTest, AppendsManyAtOnceAndListsTheLatestByKey)
{
    const std::vector<NamedMetric> batch{
        {"loss", {1, 1, 0.5}}, {"accuracy", {1, 1, 0.8}}, {"loss", {2, 2, 0.4}}};
    ASSERT_TRUE(MetricRepository::append(db(), m_job, batch));
    const auto latest = MetricRepository::latest(db(), m_job);
    ASSERT_TRUE(latest);
    ASSERT_EQ(latest->size(), 2U);
    EXPECT_EQ((*latest)[0].key, "accuracy");
    EXPECT_EQ((*latest)[1].key, "loss");
    EXPECT_EQ((*latest)[1].point.value, 0.4);
    const std::int64_t other = test::added(db(), test::plainJob("two", m_workspace.experiment()));
    ASSERT_TRUE(MetricRepository::append(db(), other, "loss", {1, 1, 9}));
    const std::vector<std::int64_t> both{m_job, other};
    const auto all = MetricRepository::latestOfJobs(db(), both);
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 3U);
    EXPECT_EQ((*all)[2].jobId, other);
    EXPECT_EQ((*all)[2].point.value, 9);
}

TEST_F(MetricRepositoryTest, AKeyFromATransactionThatWasRolledBackIsMadeAnew)
{
    ASSERT_TRUE(db().run("BEGIN"));
    append("fresh", 1, 1, 1);
    ASSERT_TRUE(db().run("ROLLBACK"));
    append("another", 1, 1, 5);
    append("fresh", 1, 1, 7);
    EXPECT_EQ(latestValue("fresh"), 7);
    EXPECT_EQ(latestValue("another"), 5);
}

TEST_F(MetricRepositoryTest, AJobThatDoesNotExistCannotLog)
{
    EXPECT_FALSE(MetricRepository::append(db(), 999, "m", {1, 1, 1}));
}
