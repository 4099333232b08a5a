#include "core/graph/MonotoneFit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace atelier;
using testing::ElementsAre;

namespace {

using Pulls = std::vector<std::vector<Pull>>;

double cost(const Pulls &pulls, const std::vector<double> &at)
{
    double sum = 0;
    for (std::size_t i = 0; i < pulls.size(); ++i)
        for (const Pull &pull : pulls[i])
            sum += pull.weight * std::abs(pull.at - at[i]);
    return sum;
}

/// The smallest cost of rising whole positions from 0 to `limit`, by trying all of them.
double smallestCost(const Pulls &pulls, int limit, std::vector<double> at = {})
{
    if (at.size() == pulls.size())
        return cost(pulls, at);
    double smallest = std::numeric_limits<double>::infinity();
    for (int next = at.empty() ? 0 : static_cast<int>(at.back()); next <= limit; ++next) {
        at.push_back(next);
        smallest = std::min(smallest, smallestCost(pulls, limit, at));
        at.pop_back();
    }
    return smallest;
}

} // namespace

TEST(MonotoneFit, GivesEachItsWishWhereTheyRise)
{
    EXPECT_THAT(monotoneFit({{{1, 1}}, {{4, 1}}, {{4, 1}}}), ElementsAre(1, 4, 4));
}

TEST(MonotoneFit, StandsInTheMiddleBetweenEqualPulls)
{
    EXPECT_THAT(monotoneFit({{{0, 5}, {10, 5}}}), ElementsAre(5));
}

TEST(MonotoneFit, TheHeavierPullDecides)
{
    EXPECT_THAT(monotoneFit({{{0, 5}, {10, 6}}}), ElementsAre(10));
    EXPECT_THAT(monotoneFit({{{3, 2}}, {{1, 1}}}), ElementsAre(3, 3));
}

TEST(MonotoneFit, IsAsCheapAsTheBestOfAllPositions)
{
    std::minstd_rand random(3);
    for (int round = 0; round < 200; ++round) {
        Pulls pulls(1 + random() % 5);
        for (auto &list : pulls)
            for (std::size_t i = 0; i < 1 + random() % 3; ++i)
                list.push_back({static_cast<double>(random() % 6), static_cast<double>(1 + random() % 4)});
        for (auto &list : pulls)
            if (list.empty())
                list.push_back({0, 1});
        const std::vector<double> fit = monotoneFit(pulls);
        EXPECT_TRUE(std::is_sorted(fit.begin(), fit.end()));
        EXPECT_DOUBLE_EQ(cost(pulls, fit), smallestCost(pulls, 5)) << "round " << round;
    }
}
