#include "ui/graph/EdgeLine.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace atelier::ui;

TEST(EdgeLine, BetweenPortsBelowEachOtherIsStraight)
{
    EXPECT_EQ(edgeLine({10, 60}, {10, 100}, {}, 60).curve, QPolygonF({{10, 60}, {10, 100}}));
}

TEST(EdgeLine, LeavesAndArrivesDownwards)
{
    const QPolygonF curve = edgeLine({0, 60}, {200, 100}, {}, 60).curve;
    EXPECT_EQ(curve.first(), QPointF(0, 60));
    EXPECT_EQ(curve.last(), QPointF(200, 100));
    const auto steepness = [](QPointF step) { return step.y() / std::abs(step.x()); };
    EXPECT_GT(steepness(curve[1] - curve[0]), 1);
    EXPECT_GT(steepness(curve[curve.size() - 1] - curve[curve.size() - 2]), 1);
}

TEST(EdgeLine, CrossesTheRowsThatItPassesStraight)
{
    const EdgeLine line = edgeLine({0, 60}, {0, 400}, {{50, 130}, {50, 330}}, 60);
    EXPECT_EQ(line.stops, QPolygonF({{0, 60}, {50, 100}, {50, 160}, {50, 300}, {50, 360}, {0, 400}}));
    const qsizetype top = line.curve.indexOf(QPointF(50, 100));
    EXPECT_EQ(line.curve[top + 1], QPointF(50, 160));
}

TEST(EdgeLine, ThatLeadsBackUpCrossesRowsUpwards)
{
    EXPECT_EQ(edgeLine({0, 260}, {0, 0}, {{50, 130}}, 60).stops,
        QPolygonF({{0, 260}, {50, 160}, {50, 100}, {0, 0}}));
}

TEST(EdgeLine, OnlyWhatTouchesAnAreaIsKept)
{
    const QPolygonF line{{0, 0}, {0, 100}, {0, 200}, {0, 300}, {0, 400}};
    EXPECT_EQ(partWithin(line, QRectF(-10, 120, 20, 60)), QPolygonF({{0, 100}, {0, 200}}));
    EXPECT_EQ(partWithin(line, QRectF(-10, 90, 20, 120)), QPolygonF({{0, 0}, {0, 100}, {0, 200}, {0, 300}}));
    EXPECT_TRUE(partWithin(line, QRectF(50, 0, 20, 400)).isEmpty());
}
