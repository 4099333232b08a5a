#include "core/graph/LayeredLayout.h"

#include "tests/core/graph/RandomGraph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

using namespace atelier;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

constexpr LayoutPitch pitch{100, 246, 40};

GraphLayout downwards(const Digraph &graph)
{
    return layeredLayout(graph, pitch, FlowDirection::Down);
}

void expectNoOverlap(const GraphLayout &layout)
{
    std::vector<LayoutPoint> points = layout.nodes;
    std::sort(
        points.begin(), points.end(), [](auto a, auto b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    for (std::size_t i = 1; i < points.size(); ++i) {
        const bool apart = points[i].y - points[i - 1].y > pitch.rank - 0.01
            || (points[i].y == points[i - 1].y && points[i].x - points[i - 1].x > pitch.node - 0.01);
        EXPECT_TRUE(apart) << "node " << i << " of " << points.size();
    }
}

void expectForward(const Digraph &graph, const GraphLayout &layout)
{
    for (const auto &[from, to] : graph.edges)
        EXPECT_GE(layout.nodes[to].y - layout.nodes[from].y, pitch.rank) << from << " to " << to;
}

/// load, split, profile, three models, compare: the sample pipeline with a report.
const Digraph sample{7, {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {1, 5}, {3, 6}, {4, 6}, {5, 6}}};

} // namespace

TEST(LayeredLayout, NothingGivesNothing)
{
    EXPECT_THAT(downwards({}).nodes, IsEmpty());
}

TEST(LayeredLayout, OneNodeStandsAtTheOrigin)
{
    EXPECT_THAT(downwards({1, {}}).nodes, testing::ElementsAre(LayoutPoint{0, 0}));
}

TEST(LayeredLayout, AChainIsStraight)
{
    const GraphLayout layout = downwards({4, {{0, 1}, {1, 2}, {2, 3}}});
    for (std::size_t node = 0; node < 4; ++node)
        EXPECT_EQ(layout.nodes[node], (LayoutPoint{0, 100.0 * static_cast<double>(node)}));
}

TEST(LayeredLayout, ASourceOfTwoStandsBetweenThem)
{
    const GraphLayout layout = downwards({3, {{0, 1}, {0, 2}}});
    EXPECT_DOUBLE_EQ(layout.nodes[0].x, (layout.nodes[1].x + layout.nodes[2].x) / 2);
    EXPECT_DOUBLE_EQ(std::abs(layout.nodes[1].x - layout.nodes[2].x), pitch.node);
}

TEST(LayeredLayout, TheBusyWayRunsStraightDown)
{
    const GraphLayout layout = downwards(sample);
    for (const std::size_t node : {1U, 4U, 6U})
        EXPECT_DOUBLE_EQ(layout.nodes[node].x, layout.nodes[0].x) << "node " << node;
    EXPECT_DOUBLE_EQ(layout.nodes[4].x - layout.nodes[3].x, pitch.node);
    EXPECT_DOUBLE_EQ(layout.nodes[5].x - layout.nodes[4].x, pitch.node);
    EXPECT_DOUBLE_EQ(layout.nodes[2].x - layout.nodes[1].x, pitch.node);
}

TEST(LayeredLayout, ALongEdgePassesBesideTheNodesInItsWay)
{
    const GraphLayout layout = downwards({4, {{0, 1}, {1, 2}, {2, 3}, {0, 3}}});
    ASSERT_THAT(layout.bends[3], SizeIs(2));
    for (const LayoutPoint &bend : layout.bends[3])
        for (const LayoutPoint &node : layout.nodes)
            EXPECT_TRUE(
                bend.y != node.y || std::abs(bend.x - node.x) >= (pitch.node + pitch.bend) / 2 - 0.01);
    EXPECT_DOUBLE_EQ(layout.bends[3][0].x, layout.bends[3][1].x);
}

TEST(LayeredLayout, ToTheRightIsDownwardsTurned)
{
    const GraphLayout down = downwards(sample);
    const GraphLayout right = layeredLayout(sample, pitch, FlowDirection::Right);
    for (std::size_t node = 0; node < sample.nodes; ++node)
        EXPECT_EQ(right.nodes[node], (LayoutPoint{down.nodes[node].y, down.nodes[node].x}));
}

TEST(LayeredLayout, NodesNeverOverlapAndEdgesLeadForward)
{
    for (const std::size_t nodes : {2U, 10U, 100U, 1000U})
        for (unsigned seed = 1; seed < 6; ++seed) {
            const Digraph graph = test::randomGraph(nodes, nodes * 3 / 2, nodes / 5 + 1, seed);
            const GraphLayout layout = downwards(graph);
            expectNoOverlap(layout);
            expectForward(graph, layout);
        }
}

TEST(LayeredLayout, PartsThatAreNotConnectedKeepApart)
{
    const GraphLayout layout = downwards({60, {{0, 1}, {2, 3}, {2, 4}}});
    expectNoOverlap(layout);
    const auto widest = std::max_element(
        layout.nodes.begin(), layout.nodes.end(), [](auto a, auto b) { return a.x < b.x; });
    EXPECT_LT(widest->x, 20 * pitch.node) << "57 single nodes stand in several rows";
}

TEST(LayeredLayout, ToleratesCyclesAndUnknownEnds)
{
    const GraphLayout layout = downwards({4, {{0, 1}, {1, 2}, {2, 0}, {3, 3}, {2, 17}, {99, 0}}});
    EXPECT_THAT(layout.nodes, SizeIs(4));
    EXPECT_THAT(layout.bends, SizeIs(6));
    expectNoOverlap(layout);
}

TEST(LayeredLayout, AnEdgeThatClosesACycleBendsFromItsOwnStart)
{
    const GraphLayout layout = downwards({4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}}});
    ASSERT_THAT(layout.bends[3], SizeIs(2));
    EXPECT_GT(layout.bends[3][0].y, layout.bends[3][1].y);
}

TEST(LayeredLayout, TheOrderInWhichEdgesAreToldDoesNotMatter)
{
    Digraph graph = test::randomGraph(200, 300, 20);
    const GraphLayout before = downwards(graph);
    std::reverse(graph.edges.begin(), graph.edges.end());
    EXPECT_EQ(downwards(graph).nodes, before.nodes);
}

TEST(LayeredLayout, ANewLeafLeavesTheOthersInTheirOrder)
{
    Digraph graph = sample;
    const GraphLayout before = downwards(graph);
    graph.nodes = 8;
    graph.edges.push_back({6, 7});
    const GraphLayout after = downwards(graph);
    for (std::size_t a = 0; a < 7; ++a)
        for (std::size_t b = 0; b < 7; ++b)
            EXPECT_EQ(before.nodes[a].x < before.nodes[b].x, after.nodes[a].x < after.nodes[b].x);
}

TEST(LayeredLayout, FiveThousandNodesInOneRowOrOneColumnAreNoTrouble)
{
    Digraph fan{5000, {}};
    Digraph chain{5000, {}};
    for (std::size_t node = 1; node < 5000; ++node) {
        fan.edges.push_back({0, node});
        chain.edges.push_back({node - 1, node});
    }
    expectNoOverlap(downwards(fan));
    expectNoOverlap(downwards(chain));
}
