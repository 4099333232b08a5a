#include "core/series/Ticks.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

using namespace atelier::series;

namespace {

std::vector<std::string> labels(const std::vector<Tick> &ticks)
{
    std::vector<std::string> texts;
    for (const Tick &tick : ticks)
        texts.push_back(tick.label);
    return texts;
}

using Labels = std::vector<std::string>;

} // namespace

TEST(Ticks, StandAtRoundNumbersWrittenAlike)
{
    EXPECT_EQ(labels(linearTicks({0.2, 1.0}, 4)), (Labels{"0.2", "0.4", "0.6", "0.8", "1.0"}));
    EXPECT_EQ(labels(linearTicks({0, 4}, 4)), (Labels{"0", "1", "2", "3", "4"}));
    EXPECT_EQ(labels(linearTicks({0, 100}, 4)), (Labels{"0", "25", "50", "75", "100"}));
    EXPECT_EQ(labels(linearTicks({0, 4000}, 4)), (Labels{"0", "1000", "2000", "3000", "4000"}));
    EXPECT_EQ(labels(linearTicks({-0.5, 0.5}, 4)), (Labels{"-0.50", "-0.25", "0.00", "0.25", "0.50"}));
    EXPECT_EQ(labels(linearTicks({0, 2'000'000}, 4)), (Labels{"0.0", "0.5M", "1.0M", "1.5M", "2.0M"}));
    EXPECT_EQ(labels(linearTicks({0, 2e-7}, 2)), (Labels{"0", "1e-7", "2e-7"}));
}

TEST(Ticks, StayWithinAnyRangeInOrderAndFew)
{
    std::mt19937 random(9);
    std::uniform_real_distribution<double> power(-300, 300);
    std::uniform_real_distribution<double> digits(-10, 10);
    for (int i = 0; i < 3000; ++i) {
        const double scale = std::pow(10, power(random));
        const double a = digits(random) * scale;
        const double b = a + std::abs(digits(random)) * (i % 2 == 0 ? scale : scale * 1e-6);
        const std::vector<Tick> ticks = linearTicks({a, b}, 6);
        ASSERT_GE(ticks.size(), 1U) << a << " " << b;
        ASSERT_LE(ticks.size(), 8U) << a << " " << b;
        const double slack = (b - a) * 1e-6;
        for (std::size_t k = 0; k < ticks.size(); ++k) {
            ASSERT_GE(ticks[k].at, a - slack);
            ASSERT_LE(ticks[k].at, b + slack);
            ASSERT_TRUE(k == 0 || ticks[k].at > ticks[k - 1].at);
            // A label says its place to within a small part of the range.
            if (std::abs(a) < 1e6 && std::abs(b) < 1e5 && b - a > 1e-9) {
                ASSERT_NEAR(std::stod(ticks[k].label), ticks[k].at, (b - a) * 0.01) << a << " " << b;
            }
        }
    }
}

TEST(Ticks, AreTheEndsWhereNumbersCannotBeTold)
{
    EXPECT_EQ(linearTicks({0, 5e-324}, 5).size(), 2U);
    EXPECT_EQ(linearTicks({1e300, std::nextafter(1e300, 2e300)}, 5).size(), 2U);
    EXPECT_EQ(linearTicks({3, 3}, 5).size(), 1U);
    EXPECT_LE(linearTicks({-1.7e308, 1.7e308}, 5).size(), 7U);
}

TEST(Ticks, ARangeIsExtendedToRoundNumbers)
{
    EXPECT_EQ(niceRange({0.23, 0.91}, 4), (Range{0.2, 1.0}));
    EXPECT_EQ(niceRange({450, 3489}, 4), (Range{0, 4000}));
    EXPECT_EQ(niceRange({-1.7e308, 1.7e308}, 4), (Range{-1.7e308, 1.7e308}));
}

TEST(Ticks, OfALogarithmicAxisStandAtPowersOfTen)
{
    EXPECT_EQ(labels(logTicks({0.01, 1000}, 6)), (Labels{"0.01", "0.1", "1", "10", "100", "1000"}));
    EXPECT_EQ(labels(logTicks({1e-9, 1e9}, 6)), (Labels{"1e-9", "1e-6", "0.001", "1", "1000", "1e6", "1e9"}));
    EXPECT_EQ(labels(logTicks({1, 100}, 6)), (Labels{"1", "2", "5", "10", "20", "50", "100"}));
    EXPECT_EQ(labels(logTicks({2, 4}, 4)), (Labels{"2.0", "2.5", "3.0", "3.5", "4.0"}));
    EXPECT_GE(logTicks({5e-324, 1e308}, 6).size(), 4U);
}

TEST(Ticks, ALogarithmicRangeIsExtendedToPowersOfTen)
{
    const Range range = niceLogRange({0.0123, 870}, 4);
    EXPECT_NEAR(range.from, 0.01, 1e-12);
    EXPECT_NEAR(range.to, 1000, 1e-9);
}
