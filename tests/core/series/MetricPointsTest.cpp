#include "core/series/MetricPoints.h"

#include "core/base/Json.h"

#include <gtest/gtest.h>

#include <bit>
#include <limits>

using namespace atelier;
using namespace atelier::series;

namespace {

/// The eight bytes of a number, the lowest first.
std::string littleEndian(std::uint64_t number)
{
    std::string bytes;
    for (int shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>((number >> shift) & 0xff);
    return bytes;
}

std::uint64_t bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

std::string bytesOf(const Point &point)
{
    return littleEndian(static_cast<std::uint64_t>(point.step))
        + littleEndian(static_cast<std::uint64_t>(point.timeMs)) + littleEndian(bitsOf(point.value));
}

using Limits = std::numeric_limits<double>;
using Whole = std::numeric_limits<std::int64_t>;

/// What may be logged and is lost easily.
const std::vector<Point> rarePoints{{0, 0, Limits::quiet_NaN()}, {-1, -1, Limits::infinity()},
    {Whole::max(), Whole::min(), -Limits::infinity()}, {1, 1'700'000'000'000, -0.0},
    {2, 2, Limits::denorm_min()}, {3, 3, Limits::max()}, {4, 4, 0.1}, {4, 4, 1.0 / 3},
    {5, 5, std::bit_cast<double>(std::uint64_t{0x7ff8'0000'dead'beef})}};

MetricPoints someSeries()
{
    MetricPoints points{
        {{"p-1", "fit", "loss", {}}, {"p", "", "none", {}}, {"p-2", "tést", "a/b", {}}}, 42, true};
    points.series[0].points.append(rarePoints);
    for (int i = 0; i < 5000; ++i)
        points.series[2].points.append({i, 1000 + i, 1.0 / (i + 1)});
    return points;
}

} // namespace

TEST(MetricPoints, GoAsALineOfJsonAndTwentyFourBytesAPoint)
{
    MetricPoints points{{{"j", "s", "k", {}}}, 7, false};
    points.series[0].points.append(rarePoints);
    std::string expected
        = R"({"series":[{"job":"j","step":"s","key":"k","points":9}],"arrival":7,"reset":false})"
          "\n";
    for (const Point &point : rarePoints)
        expected += bytesOf(point);
    EXPECT_EQ(toBytes(points), expected);
}

TEST(MetricPoints, ArriveWithEveryBit)
{
    const MetricPoints sent = someSeries();
    const auto come = pointsFromBytes(toBytes(sent));
    ASSERT_TRUE(come);
    EXPECT_EQ(come->arrival, 42);
    EXPECT_TRUE(come->isReset);
    ASSERT_EQ(come->series.size(), sent.series.size());
    for (std::size_t i = 0; i < sent.series.size(); ++i) {
        const MetricSeries &series = come->series[i];
        EXPECT_EQ(series.job, sent.series[i].job);
        EXPECT_EQ(series.step, sent.series[i].step);
        EXPECT_EQ(series.key, sent.series[i].key);
        ASSERT_EQ(series.points.size(), sent.series[i].points.size());
        for (std::size_t k = 0; k < series.points.size(); ++k)
            ASSERT_EQ(bytesOf(series.points[k]), bytesOf(sent.series[i].points[k])) << i << " " << k;
    }
}

TEST(MetricPoints, ThatWereCutShortOrLengthenedAreRefused)
{
    MetricPoints points{{{"j", "s", "k", {}}, {"j", "s", "l", {}}}, 7, false};
    points.series[0].points.append(rarePoints);
    const std::string whole = toBytes(points);
    for (std::size_t length = 0; length < whole.size(); ++length)
        ASSERT_FALSE(pointsFromBytes(std::string_view(whole).substr(0, length))) << length;
    EXPECT_FALSE(pointsFromBytes(whole + " "));
    EXPECT_TRUE(pointsFromBytes(whole));
}

TEST(MetricPoints, ThatAnnounceNonsenseAreRefused)
{
    for (const char *head : {"\n", "[]\n", "null\n",
             R"({"series":[1]})"
             "\n",
             R"({"series":[{"points":-1}]})"
             "\n",
             R"({"series":[{"points":9223372036854775807}]})"
             "\n",
             R"({"series":[{"points":768614336404564651}]})"
             "\n"})
        EXPECT_FALSE(pointsFromBytes(head)) << head;
}

TEST(MetricPoints, AreTheSameInJson)
{
    const MetricPoints points = someSeries();
    const auto json = parseJson(toJsonText(points));
    ASSERT_TRUE(json);
    EXPECT_EQ(json->at("arrival"), 42);
    EXPECT_EQ(json->at("reset"), true);
    EXPECT_EQ(json->at("series").at(2), (Json{{"job", "p-2"}, {"step", "tést"}, {"key", "a/b"}}));
    const Json &list = json->at("points");
    ASSERT_EQ(list.size(), rarePoints.size() + 5000);
    EXPECT_EQ(list[0], Json::array({0, 0, 0, "NaN"}));
    EXPECT_EQ(list[1], Json::array({0, -1, -1, "Infinity"}));
    EXPECT_EQ(list[2], Json::array({0, Whole::max(), Whole::min(), "-Infinity"}));
    for (std::size_t i = 3; i < 8; ++i)
        EXPECT_EQ(bitsOf(list[i][3].get<double>()), bitsOf(rarePoints[i].value)) << i;
    EXPECT_EQ(list.back(), Json::array({2, 4999, 5999, 1.0 / 5000}));
}

TEST(MetricPoints, MayBeNone)
{
    EXPECT_EQ(toJsonText({}), R"({"series":[],"points":[],"arrival":0,"reset":false})");
    const auto none = pointsFromBytes(toBytes({}));
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->series.empty());
}
