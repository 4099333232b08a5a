#include "core/series/Format.h"

#include <gtest/gtest.h>

#include <limits>

using namespace atelier::series;

TEST(Format, ShowsFourSignificantDigits)
{
    EXPECT_EQ(formatValue(0.87136), "0.8714");
    EXPECT_EQ(formatValue(0.65), "0.6500");
    EXPECT_EQ(formatValue(86.0712), "86.07");
    EXPECT_EQ(formatValue(3105), "3105");
    EXPECT_EQ(formatValue(31050.7), "31051");
    EXPECT_EQ(formatValue(-0.01234567), "-0.01235");
    EXPECT_EQ(formatValue(0.0), "0");
    EXPECT_EQ(formatValue(-0.0), "0");
    EXPECT_EQ(formatValue(1), "1");
}

TEST(Format, ShowsVeryLargeAndSmallValuesWithAnExponent)
{
    EXPECT_EQ(formatValue(1e300), "1.000e300");
    EXPECT_EQ(formatValue(-12345678), "-1.235e7");
    EXPECT_EQ(formatValue(1.234e-7), "1.234e-7");
    EXPECT_EQ(formatValue(5e-324), "4.941e-324");
    EXPECT_EQ(formatValue(9999999), "9999999");
}

TEST(Format, NamesWhatIsNotFinite)
{
    EXPECT_EQ(formatValue(std::numeric_limits<double>::quiet_NaN()), "NaN");
    EXPECT_EQ(formatValue(std::numeric_limits<double>::infinity()), "∞");
    EXPECT_EQ(formatValue(-std::numeric_limits<double>::infinity()), "-∞");
}

TEST(Format, TellsDurationsInTheirTwoLargestUnits)
{
    EXPECT_EQ(formatDuration(0), "0 s");
    EXPECT_EQ(formatDuration(12.5), "12.50 s");
    EXPECT_EQ(formatDuration(90), "1 min 30 s");
    EXPECT_EQ(formatDuration(300), "5 min");
    EXPECT_EQ(formatDuration(5400), "1 h 30 min");
    EXPECT_EQ(formatDuration(200'000), "2 d 7 h");
    EXPECT_EQ(formatDuration(-90), "-1 min 30 s");
}

TEST(Format, TellsTheTimeOnTheWall)
{
    const UtcOffset berlin = [](std::int64_t) { return std::int64_t{3600}; };
    // date -u -d @1700000000: 2023-11-14 22:13:20
    EXPECT_EQ(formatClock(1'700'000'000, berlin), "2023-11-14 23:13:20");
    EXPECT_EQ(formatUtc(1'700'000'000'123), "2023-11-14T22:13:20.123Z");
    EXPECT_EQ(formatUtc(-1), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(formatUtc(std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
}
