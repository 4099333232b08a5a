#include "core/graph/CrossingReduction.h"

#include "tests/core/graph/RandomGraph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace atelier;
using testing::ElementsAre;

namespace {

/// Pairs of links between the same ranks whose ends stand in opposite orders, counted one by one.
std::size_t countedCrossings(const LayeredGraph &graph)
{
    std::vector<std::size_t> place(graph.vertices());
    std::vector<std::size_t> rank(graph.vertices());
    for (std::size_t r = 0; r < graph.layers.size(); ++r)
        for (std::size_t p = 0; p < graph.layers[r].size(); ++p) {
            place[graph.layers[r][p]] = p;
            rank[graph.layers[r][p]] = r;
        }
    std::size_t count = 0;
    for (std::size_t a = 0; a < graph.vertices(); ++a)
        for (std::size_t b = 0; b < graph.vertices(); ++b)
            if (rank[a] == rank[b] && place[a] < place[b])
                for (const std::size_t belowA : graph.below[a])
                    for (const std::size_t belowB : graph.below[b])
                        count += place[belowA] > place[belowB] ? 1U : 0U;
    return count;
}

} // namespace

TEST(LayeredGraph, ALongEdgeGetsABendInEachRankThatItPasses)
{
    const LayeredGraph graph = layered(acyclic({4, {{0, 1}, {1, 2}, {2, 3}, {0, 3}}}));
    const auto &bends = graph.bends.at({0, 3});
    ASSERT_EQ(bends.size(), 2U);
    EXPECT_THAT(graph.layers[1], ElementsAre(1, bends[0]));
    EXPECT_THAT(graph.below[bends[0]], ElementsAre(bends[1]));
    EXPECT_THAT(graph.below[bends[1]], ElementsAre(3));
}

TEST(LayeredGraph, BendsNeverOutnumberTheNodesByFar)
{
    Digraph graph{5000, {}};
    for (std::size_t node = 1; node < graph.nodes; ++node) {
        graph.edges.push_back({node - 1, node});
        graph.edges.push_back({0, node});
    }
    EXPECT_LT(layered(acyclic(graph)).vertices(), 8 * graph.nodes);
}

TEST(CrossingReduction, CountsWhatCrosses)
{
    for (unsigned seed = 1; seed < 20; ++seed) {
        const LayeredGraph graph = layered(acyclic(test::randomGraph(40, 80, 12, seed)));
        EXPECT_EQ(crossings(graph), countedCrossings(graph)) << "seed " << seed;
    }
}

TEST(CrossingReduction, UntanglesWhatNeedsNoCrossing)
{
    // Two chains whose middle nodes were told of in the opposite order, joined at both ends.
    LayeredGraph graph = layered(acyclic({6, {{0, 2}, {0, 1}, {1, 4}, {2, 3}, {3, 5}, {4, 5}}}));
    std::reverse(graph.layers[2].begin(), graph.layers[2].end());
    ASSERT_EQ(crossings(graph), 1U);
    reduceCrossings(graph);
    EXPECT_EQ(crossings(graph), 0U);
}

TEST(CrossingReduction, NeverLeavesMoreCrossingsThanItFound)
{
    for (unsigned seed = 1; seed < 20; ++seed) {
        LayeredGraph graph = layered(acyclic(test::randomGraph(60, 100, 20, seed)));
        const std::size_t before = crossings(graph);
        reduceCrossings(graph);
        EXPECT_LE(crossings(graph), before) << "seed " << seed;
    }
}
