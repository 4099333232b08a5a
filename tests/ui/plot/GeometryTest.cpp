#include "tests/ui/plot/Samples.h"
#include "ui/plot/PlotCurves.h"
#include "ui/plot/PlotGeometry.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace atelier;
using ui::PlotGeometry;

namespace {

PlotGeometry geometryOf(const std::vector<double> &values, ui::PlotView view = {}, double ratio = 1)
{
    ui::PlotScene scene;
    ui::PlotLine line{0, {}, 0, {}};
    for (const series::Point &point : test::pointsWith(values))
        line.history.append(point);
    scene.lines.push_back(line);
    scene.view = view;
    scene.look = ui::plotLook();
    scene.size = {500, 250};
    scene.pixelRatio = ratio;
    return {scene, ui::PlotCurves().update(scene)};
}

} // namespace

TEST(PlotGeometry, TurnsValuesIntoPixelsAndBack)
{
    for (const auto scale : {ui::PlotScale::Linear, ui::PlotScale::Logarithmic}) {
        ui::PlotView view;
        view.scale = scale;
        const PlotGeometry geometry = geometryOf({0.5, 20, 300, 7}, view);
        for (const double value : {1.0, 20.0, 299.0})
            EXPECT_NEAR(geometry.yAt(geometry.top(value)), value, value * 1e-9);
        EXPECT_NEAR(geometry.xAt(geometry.left(1.5)), 1.5, 1e-9);
        EXPECT_EQ(geometry.left(0), geometry.area().left());
        EXPECT_EQ(geometry.left(3), geometry.area().right());
    }
}

TEST(PlotGeometry, BeginsAtNoughtWhereAllPointsStandThere)
{
    const PlotGeometry atZero = geometryOf({0.5});
    EXPECT_EQ(atZero.x().from, 0);
    EXPECT_EQ(atZero.x().to, 1);
}

TEST(PlotGeometry, PutsATenfoldAtEqualDistancesOnALogarithmicAxis)
{
    ui::PlotView view;
    view.scale = ui::PlotScale::Logarithmic;
    const PlotGeometry geometry = geometryOf({1, 10, 100, -5}, view);
    EXPECT_NEAR(geometry.top(1) - geometry.top(10), geometry.top(10) - geometry.top(100), 1e-9);
    EXPECT_EQ(geometry.y().from, 1);
}

TEST(PlotGeometry, StandsOnWholeDevicePixels)
{
    for (const double ratio : {1.0, 1.25, 1.5, 2.0}) {
        const QRectF area = geometryOf({1, 2, 3}, {}, ratio).area();
        for (const double edge : {area.left(), area.top(), area.right(), area.bottom()})
            EXPECT_NEAR(edge * ratio, std::round(edge * ratio), 1e-9);
    }
}

TEST(PlotGeometry, LeavesRoomForTheLabels)
{
    EXPECT_GT(geometryOf({1e-7, 2e-7}).area().left(), geometryOf({1, 5}).area().left());
}

TEST(PlotGeometry, FitsTheValuesWithinTheZoom)
{
    ui::PlotView view;
    view.x = series::Range{0, 2};
    EXPECT_EQ(geometryOf({1, 2, 3, 1000}, view).y(), (series::Range{1, 3}));
}
