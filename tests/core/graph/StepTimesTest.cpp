#include "core/graph/StepTimes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

namespace {

constexpr std::nullopt_t none = std::nullopt;

StepTiming ran(double begin, double end)
{
    return {begin, end, none};
}

std::vector<std::size_t> path(const Digraph &graph, const std::vector<StepTiming> &timings, double now = 1000)
{
    const AcyclicGraph steps = acyclic(graph);
    return criticalPath(steps, stepSpans(steps, timings, now));
}

std::vector<StepSpan> spans(const Digraph &graph, const std::vector<StepTiming> &timings, double now)
{
    return stepSpans(acyclic(graph), timings, now);
}

} // namespace

TEST(StepSpans, AStepIsReadyOnceTheLastBeforeItIsOver)
{
    const auto result = spans({3, {{0, 2}, {1, 2}}}, {ran(0, 5), ran(1, 8), ran(9, 12)}, 20);
    EXPECT_THAT(result[0].ready, Optional(0.0));
    EXPECT_THAT(result[2].ready, Optional(8.0));
    EXPECT_THAT(result[2].begin, Optional(9.0));
    EXPECT_THAT(result[2].finish(), Optional(12.0));
    EXPECT_EQ(result[2].expectedEnd, none);
}

TEST(StepSpans, ARunningStepReachesNowAndIsExpectedToTakeAsLongAsUsual)
{
    const auto result = spans({1, {}}, {{10, none, 70}}, 30);
    EXPECT_THAT(result[0].reached, Optional(30.0));
    EXPECT_THAT(result[0].expectedEnd, Optional(80.0));
}

TEST(StepSpans, AStepThatIsSlowerThanUsualIsExpectedToEndNow)
{
    EXPECT_THAT(spans({1, {}}, {{10, none, 5}}, 30)[0].expectedEnd, Optional(30.0));
}

TEST(StepSpans, WaitingStepsAreExpectedOneAfterTheOther)
{
    // Now is 30: the first should end at 10 + 70 = 80, the second runs 80 to 100, the third 100 to 103.
    const auto result = spans({3, {{0, 1}, {1, 2}}}, {{10, none, 70}, {none, none, 20}, {none, none, 3}}, 30);
    EXPECT_THAT(result[1].begin, Optional(80.0));
    EXPECT_EQ(result[1].reached, none);
    EXPECT_THAT(result[2].ready, Optional(100.0));
    EXPECT_THAT(result[2].expectedEnd, Optional(103.0));
}

TEST(StepSpans, NothingIsExpectedAfterAStepOfUnknownLength)
{
    const auto result = spans({3, {{0, 1}, {1, 2}}}, {ran(0, 1), {}, {none, none, 3}}, 30);
    EXPECT_EQ(result[1].begin, none);
    EXPECT_THAT(result[1].ready, Optional(1.0));
    EXPECT_EQ(result[2].ready, none);
    EXPECT_EQ(result[2].expectedEnd, none);
}

TEST(StepSpans, ASkippedStepHasNoBegin)
{
    const auto result = spans({1, {}}, {{none, 4, none}}, 30);
    EXPECT_EQ(result[0].begin, none);
    EXPECT_EQ(result[0].expectedEnd, none);
}

TEST(CriticalPath, OfNothingIsEmpty)
{
    EXPECT_THAT(path({}, {}), IsEmpty());
    EXPECT_THAT(path({2, {{0, 1}}}, {{}, {}}), IsEmpty());
}

TEST(CriticalPath, GoesThroughTheSlowerOfTwoBranches)
{
    // 0 (0-5) feeds 1 (5-8) and 2 (5-20), both feed 3 (20-22): 3 waited for 2, 2 for 0.
    EXPECT_THAT(path({4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}}, {ran(0, 5), ran(5, 8), ran(5, 20), ran(20, 22)}),
        ElementsAre(0, 2, 3));
}

TEST(CriticalPath, EndsAtTheStepThatIsOverLastEvenIfNothingFollowsIt)
{
    EXPECT_THAT(path({3, {{0, 1}, {0, 2}}}, {ran(0, 5), ran(5, 30), ran(5, 8)}), ElementsAre(0, 1));
}

TEST(CriticalPath, AStepThatWaitedForAPlaceWaitedForTheOneBeforeIt)
{
    // 1 and 2 were ready at 10. 2 began only at 138, when 1 was over and gave its cores back.
    EXPECT_THAT(
        path({4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}}, {ran(6, 10), ran(11, 138), ran(138, 160), ran(160, 163)}),
        ElementsAre(0, 1, 2, 3));
}

TEST(CriticalPath, ThePreparationOfAStepBlamesNobody)
{
    // 2 began a second and a half after 0, while 1 happened to end.
    EXPECT_THAT(path({3, {{0, 2}}}, {ran(0, 10), ran(0, 11), ran(11.5, 20)}), ElementsAre(0, 2));
}

TEST(CriticalPath, OfARunningJobGoesOnIntoWhatIsExpected)
{
    // Now is 108: 1 is expected to end at 138, 2 at 160; 3 follows 2.
    const Digraph graph{4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}};
    EXPECT_THAT(path(graph, {ran(6, 10), {11, none, 127}, {none, none, 52}, {none, none, 3}}, 108),
        ElementsAre(0, 2, 3));
    EXPECT_THAT(path(graph, {ran(6, 10), {11, none, 127}, {none, none, 22}, {none, none, 3}}, 108),
        ElementsAre(0, 1, 3));
}

TEST(CriticalPath, ReusedStepsOfNoLengthAreOnIt)
{
    EXPECT_THAT(path({3, {{0, 1}, {1, 2}}}, {ran(0, 0), ran(0, 0), ran(0, 9)}), ElementsAre(0, 1, 2));
}
