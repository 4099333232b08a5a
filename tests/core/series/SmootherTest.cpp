#include "core/series/Smoother.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using atelier::series::Smoother;

namespace {

/// Written as the weighted mean that the formula is: newer values weigh more by 1/w each.
double weightedMean(const std::vector<double> &values, std::size_t size, double weight)
{
    long double sum = 0;
    long double total = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const long double share
            = std::pow(static_cast<long double>(weight), static_cast<long double>(size - 1 - i));
        sum += share * values[i];
        total += share;
    }
    return static_cast<double>(sum / total);
}

std::vector<double> noise(std::size_t size)
{
    std::mt19937 random(1);
    std::normal_distribution<double> normal(3, 1);
    std::vector<double> values(size);
    for (double &value : values)
        value = normal(random);
    return values;
}

} // namespace

TEST(Smoother, IsTheWeightedMeanOfWhatCameSoFar)
{
    const std::vector<double> values = noise(300);
    for (const double weight : {0.3, 0.6, 0.9, 0.99}) {
        Smoother smoother(weight);
        for (std::size_t i = 0; i < values.size(); ++i)
            ASSERT_NEAR(smoother.next(values[i]), weightedMean(values, i + 1, weight), 1e-11);
    }
}

TEST(Smoother, LeavesTheValuesAloneAtAWeightOfZero)
{
    Smoother smoother(0);
    for (const double value : noise(10))
        EXPECT_EQ(smoother.next(value), value);
}

TEST(Smoother, StartsAtTheFirstValueAndNotAtZero)
{
    EXPECT_DOUBLE_EQ(Smoother(0.99).next(7), 7);
}

TEST(Smoother, ShowsWhatIsNotFiniteAndForgetsIt)
{
    Smoother with(0.8);
    Smoother without(0.8);
    EXPECT_EQ(with.next(1), without.next(1));
    EXPECT_TRUE(std::isnan(with.next(std::nan(""))));
    EXPECT_EQ(with.next(std::numeric_limits<double>::infinity()), std::numeric_limits<double>::infinity());
    EXPECT_EQ(with.next(5), without.next(5));
}

TEST(Smoother, GoesOnWhereAnotherStopped)
{
    const std::vector<double> values = noise(100);
    Smoother whole(0.9);
    double last = 0;
    for (int i = 0; i < 60; ++i)
        last = whole.next(values[static_cast<std::size_t>(i)]);
    Smoother resumed(0.9, last, 60);
    for (std::size_t i = 60; i < values.size(); ++i)
        ASSERT_NEAR(resumed.next(values[i]), whole.next(values[i]), 1e-12);
}
