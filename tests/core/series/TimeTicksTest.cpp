#include "core/series/Ticks.h"

#include <gtest/gtest.h>

using namespace atelier::series;

namespace {

using Labels = std::vector<std::string>;

Labels labels(const std::vector<Tick> &ticks)
{
    Labels texts;
    for (const Tick &tick : ticks)
        texts.push_back(tick.label);
    return texts;
}

std::int64_t utc(std::int64_t)
{
    return 0;
}

/// Central European time around the end of summer time on 2023-10-29 01:00 UTC.
std::int64_t berlin(std::int64_t unixSeconds)
{
    constexpr std::int64_t endOfSummer = 1'698'541'200;
    return unixSeconds < endOfSummer ? 7200 : 3600;
}

constexpr double noon = 1'700'049'600; // 2023-11-15 12:00:00 UTC

} // namespace

TEST(TimeTicks, OfADurationAreRoundTimes)
{
    EXPECT_EQ(labels(durationTicks({0, 2}, 4)), (Labels{"0", "1 s", "2 s"}));
    EXPECT_EQ(labels(durationTicks({0, 60}, 4)), (Labels{"0", "15 s", "30 s", "45 s", "1 min"}));
    EXPECT_EQ(labels(durationTicks({0, 3600}, 4)), (Labels{"0", "15 min", "30 min", "45 min", "1 h"}));
    EXPECT_EQ(labels(durationTicks({3600, 4 * 3600}, 3)), (Labels{"1 h", "2 h", "3 h", "4 h"}));
    EXPECT_EQ(labels(durationTicks({0, 0.4}, 4)), (Labels{"0.0 s", "0.1 s", "0.2 s", "0.3 s", "0.4 s"}));
    EXPECT_EQ(labels(durationTicks({0, 40.0 * 86400}, 4)), (Labels{"0 d", "10 d", "20 d", "30 d", "40 d"}));
}

TEST(TimeTicks, OfTheClockAreRoundTimesOnTheWall)
{
    EXPECT_EQ(labels(clockTicks({noon, noon + 3600}, 4, utc)),
        (Labels{"12:00", "12:15", "12:30", "12:45", "13:00"}));
    EXPECT_EQ(
        labels(clockTicks({noon - 1, noon + 10}, 3, utc)), (Labels{"12:00:00", "12:00:05", "12:00:10"}));
    EXPECT_EQ(labels(clockTicks({noon, noon + 86400}, 4, utc)),
        (Labels{"12:00", "18:00", "11-16", "06:00", "12:00"}));
    EXPECT_EQ(labels(clockTicks({noon, noon + 1}, 4, utc)),
        (Labels{"12:00:00.000", "12:00:00.250", "12:00:00.500", "12:00:00.750", "12:00:01.000"}));
    EXPECT_EQ(
        labels(clockTicks({noon, noon + 200.0 * 86400}, 4, utc)), (Labels{"2024-01", "2024-03", "2024-05"}));
}

TEST(TimeTicks, FollowTheClockWhenItIsSetBack)
{
    constexpr double begin = 1'698'530'400; // 2023-10-29 00:00 in Berlin
    const std::vector<Tick> ticks = clockTicks({begin, begin + 25 * 3600}, 4, berlin);
    EXPECT_EQ(labels(ticks), (Labels{"10-29", "12:00", "10-30"}));
    EXPECT_EQ(ticks[1].at, begin + 13 * 3600); // the night had an hour more
    EXPECT_EQ(ticks[2].at, begin + 25 * 3600);
}

TEST(TimeTicks, OfNoTimeAtAllAreNumbers)
{
    EXPECT_GE(clockTicks({-1e18, 1e18}, 4, utc).size(), 2U);
    EXPECT_EQ(clockTicks({noon, noon}, 4, utc).size(), 1U);
    EXPECT_EQ(durationTicks({5, 5}, 4).size(), 1U);
}
