#include "tests/ui/graph/SampleGraphs.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include <algorithm>

using namespace atelier;
using ui::GraphModel;
using Qt::Literals::StringLiterals::operator""_s;

namespace {

struct Watched
{
    Watched()
    {
        model.setGraph(sample.nodes, sample.edges);
        structure.clear();
    }

    test::SampleGraph sample = test::runningPipeline();
    GraphModel model;
    QSignalSpy structure{&model, &GraphModel::structureChanged};
    QSignalSpy node{&model, &GraphModel::nodeChanged};
};

} // namespace

TEST(GraphModel, LeavesOutEdgesWhoseEndsAreUnknown)
{
    Watched watched;
    watched.sample.edges << ui::GraphEdge{u"load"_s, 0, u"nowhere"_s, 0};
    watched.model.setGraph(watched.sample.nodes, watched.sample.edges);
    EXPECT_EQ(watched.model.links().size(), 8);
    EXPECT_EQ(watched.structure.size(), 1);
}

TEST(GraphModel, OrdersNodesByWhatLeadsToThem)
{
    Watched watched;
    std::reverse(watched.sample.nodes.begin(), watched.sample.nodes.end());
    watched.model.setGraph(watched.sample.nodes, watched.sample.edges);
    for (const ui::GraphLink &link : watched.model.links())
        EXPECT_LT(watched.model.order().indexOf(link.from), watched.model.order().indexOf(link.to));
}

TEST(GraphModel, TheSameGraphAgainChangesNothing)
{
    Watched watched;
    watched.model.setGraph(watched.sample.nodes, watched.sample.edges);
    EXPECT_EQ(watched.structure.size(), 0);
    EXPECT_EQ(watched.node.size(), 0);
}

TEST(GraphModel, ANewLookChangesItsNodeOnly)
{
    Watched watched;
    watched.sample.nodes[4].detail = u"300 of 400 trees"_s;
    watched.model.setGraph(watched.sample.nodes, watched.sample.edges);
    EXPECT_EQ(watched.structure.size(), 0);
    ASSERT_EQ(watched.node.size(), 1);
    EXPECT_EQ(watched.node[0][0].toInt(), 4);
    EXPECT_EQ(watched.model.nodes()[4].detail, u"300 of 400 trees"_s);
}

TEST(GraphModel, ANewPortOrEdgeChangesTheStructure)
{
    Watched watched;
    watched.sample.nodes[0].outputs << ui::GraphPort{u"schema"_s};
    watched.model.setGraph(watched.sample.nodes, watched.sample.edges);
    watched.sample.edges.removeLast();
    watched.model.setGraph(watched.sample.nodes, watched.sample.edges);
    EXPECT_EQ(watched.structure.size(), 2);
}

TEST(GraphModel, ASingleNodeIsReplacedByItsId)
{
    Watched watched;
    ui::GraphNode forest = watched.sample.nodes[4];
    forest.progress = 0.8;
    watched.model.setNode(forest);
    forest.id = u"unheard"_s;
    watched.model.setNode(forest);
    ASSERT_EQ(watched.node.size(), 1);
    EXPECT_EQ(watched.model.nodes()[4].progress, 0.8);
}
