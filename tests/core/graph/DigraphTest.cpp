#include "core/graph/Digraph.h"

#include "core/graph/Ranks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Digraph, UnknownEndsLoopsAndDoublesDoNotCount)
{
    const AcyclicGraph graph = acyclic({3, {{0, 1}, {0, 1}, {1, 1}, {1, 9}, {7, 2}}});
    EXPECT_THAT(graph.successors, ElementsAre(ElementsAre(1), IsEmpty(), IsEmpty()));
    EXPECT_THAT(graph.predecessors, ElementsAre(IsEmpty(), ElementsAre(0), IsEmpty()));
}

TEST(Digraph, TheEdgeThatClosesACycleIsTurnedRound)
{
    const AcyclicGraph graph = acyclic({3, {{0, 1}, {1, 2}, {2, 0}}});
    EXPECT_THAT(graph.successors, ElementsAre(ElementsAre(1, 2), ElementsAre(2), IsEmpty()));
    EXPECT_THAT(topologicalOrder(graph), ElementsAre(0, 1, 2));
}

TEST(Digraph, TheOrderTakesTheLowestNumberThatIsReady)
{
    EXPECT_THAT(topologicalOrder(acyclic({5, {{3, 1}, {1, 0}, {4, 0}}})), ElementsAre(2, 3, 1, 4, 0));
}

TEST(Digraph, PartsAreNumberedByTheirLowestNodes)
{
    EXPECT_THAT(connectedParts(acyclic({5, {{4, 0}, {1, 3}}})), ElementsAre(0, 1, 2, 1, 0));
}

TEST(Ranks, FollowTheLongestWay)
{
    EXPECT_THAT(ranks(acyclic({4, {{0, 1}, {1, 2}, {0, 3}, {2, 3}}})), ElementsAre(0, 1, 2, 3));
}

TEST(Ranks, ASourceStandsJustBeforeWhatItFeeds)
{
    // 0 -> 1 -> 2 -> 3 and 4 -> 3, as an algorithm that only the training takes in.
    EXPECT_THAT(ranks(acyclic({5, {{0, 1}, {1, 2}, {2, 3}, {4, 3}}})), ElementsAre(0, 1, 2, 3, 2));
}
