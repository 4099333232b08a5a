#include "ui/plot/LineShape.h"

#include "tests/ui/plot/Samples.h"
#include "ui/plot/PlotCurves.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

using namespace atelier;
using ui::LineShape;
using ui::Stroke;

namespace {

struct Drawing
{
    ui::PlotGeometry geometry;
    LineShape shape;
};

Drawing drawingOf(const std::vector<series::Point> &points, Stroke stroke, ui::PlotView view = {})
{
    ui::PlotScene scene;
    ui::PlotLine line{0, {}, 0, {}};
    for (const series::Point &point : points)
        line.history.append(point);
    scene.lines.push_back(line);
    scene.view = view;
    scene.look = ui::plotLook();
    scene.size = {500, 250};
    const std::vector<ui::DrawnLine> lines = ui::PlotCurves().update(scene);
    const ui::PlotGeometry geometry(scene, lines);
    return {geometry, shapeOf(*lines[0].curve, series::Line::Raw, geometry, stroke)};
}

double lengthOf(const QList<QLineF> &pieces)
{
    double length = 0;
    for (const QLineF &piece : pieces)
        length += piece.length();
    return length;
}

/// Least and greatest height of a shape within each column of pixels.
std::vector<std::pair<double, double>> reach(const Drawing &drawing)
{
    std::vector<std::pair<double, double>> columns(500, {1e9, -1e9});
    for (const QLineF &piece : drawing.shape.pieces)
        for (const QPointF &end : {piece.p1(), piece.p2()}) {
            auto &[least, greatest] = columns[static_cast<std::size_t>(end.x())];
            least = std::min(least, end.y());
            greatest = std::max(greatest, end.y());
        }
    return columns;
}

} // namespace

TEST(LineShape, ReachesAsFarInEachColumnAsThePointsDo)
{
    const std::vector<series::Point> points = test::pointsOf({4, 0, 3, 0.5, 50'000, 50'000, 8});
    for (const Stroke stroke : {Stroke::Separate, Stroke::Continuous}) {
        const Drawing drawing = drawingOf(points, stroke);
        std::vector<std::pair<double, double>> expected(500, {1e9, -1e9});
        for (const series::Point &point : points) {
            // The last column holds the edge as well.
            const double left = std::min(drawing.geometry.left(static_cast<double>(point.step)),
                drawing.geometry.area().right() - 0.5);
            auto &[least, greatest] = expected[static_cast<std::size_t>(left)];
            least = std::min(least, drawing.geometry.top(point.value));
            greatest = std::max(greatest, drawing.geometry.top(point.value));
        }
        const auto found = reach(drawing);
        const double tolerance = stroke == Stroke::Separate ? 1 : 1e-6; // a flat column is a piece of line
        int compared = 0;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (expected[i].second < 0)
                continue;
            ++compared;
            EXPECT_NEAR(found[i].first, expected[i].first, tolerance) << i;
            EXPECT_NEAR(found[i].second, expected[i].second, tolerance) << i;
        }
        EXPECT_GT(compared, 400);
        EXPECT_LT(drawing.shape.pieces.size(), 5 * 500);
    }
}

TEST(LineShape, GoesThroughEveryPointWhereThereIsRoom)
{
    const Drawing drawing = drawingOf(test::pointsWith({1, 5, 2, 4}), Stroke::Separate);
    ASSERT_EQ(drawing.shape.pieces.size(), 3);
    EXPECT_EQ(drawing.shape.pieces[1].p1(), QPointF(drawing.geometry.left(1), drawing.geometry.top(5)));
    EXPECT_EQ(drawing.shape.dots.size(), 4);
}

TEST(LineShape, EndsNotFarOutsideTheArea)
{
    ui::PlotView view;
    view.x = series::Range{1.4, 1.6};
    view.y = series::Range{0, 1};
    const Drawing drawing = drawingOf(test::pointsWith({0, 1e300, -1e300, 5}), Stroke::Separate, view);
    ASSERT_FALSE(drawing.shape.pieces.isEmpty());
    const QRectF around = drawing.geometry.area().adjusted(-9, -9, 9, 9);
    for (const QLineF &piece : drawing.shape.pieces)
        EXPECT_TRUE(around.contains(piece.p1()) && around.contains(piece.p2()));
}

TEST(LineShape, HasADotForAPointBetweenGaps)
{
    std::vector<double> values(200, 1);
    values[100] = std::nan("");
    values[102] = std::nan("");
    const Drawing drawing = drawingOf(test::pointsWith(values), Stroke::Separate);
    ASSERT_EQ(drawing.shape.dots.size(), 1);
    EXPECT_EQ(drawing.shape.dots[0].x(), drawing.geometry.left(101));
}

TEST(LineShape, IsCutIntoDashesOfItsOwnLength)
{
    QList<QLineF> pieces;
    std::mt19937 random(2);
    std::uniform_real_distribution<double> shift(-3, 7);
    QPointF pen(0, 0);
    for (int i = 0; i < 5000; ++i) {
        const QPointF next = pen + QPointF(std::abs(shift(random)), shift(random));
        pieces.append({pen, next});
        pen = next;
    }
    // 4 on, 3 off; and 5 on, 2.5 off, 1 on, 2.5 off
    EXPECT_NEAR(lengthOf(dashed(pieces, ui::Dash::Dashed, 2)) / lengthOf(pieces), 4.0 / 7, 0.01);
    EXPECT_NEAR(lengthOf(dashed(pieces, ui::Dash::DashDot, 2)) / lengthOf(pieces), 6.0 / 11, 0.01);
    EXPECT_EQ(dashed(pieces, ui::Dash::Solid, 2), pieces);
}

TEST(LineShape, JoinsPiecesThatMeet)
{
    const QList<QPolygonF> lines = ui::joined({{0, 0, 1, 1}, {1, 1, 2, 0}, {5, 5, 6, 6}});
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[0], (QPolygonF{{0, 0}, {1, 1}, {2, 0}}));
}
