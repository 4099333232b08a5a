#include "tests/ui/plot/ShownPlot.h"

#include <cmath>
#include <limits>

using namespace atelier;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const double gap = std::nan("");

/// Whatever is drawn, on both scales, smoothed or not, over all three axes.
class HostileSeriesTest : public test::ShownPlot
{
protected:
    void drawEveryWay()
    {
        for (const auto axis : {series::XAxis::Step, series::XAxis::RelativeTime, series::XAxis::WallTime})
            for (const auto scale : {ui::PlotScale::Linear, ui::PlotScale::Logarithmic})
                for (const double smoothing : {0.0, 0.9}) {
                    plot.setAxis(axis);
                    plot.setScale(scale);
                    plot.setSmoothing(smoothing);
                    draw();
                    expectOrder();
                }
    }

    void expectOrder()
    {
        const ui::PlotGeometry &geometry = frame().geometry;
        EXPECT_LT(geometry.x().from, geometry.x().to);
        EXPECT_LT(geometry.y().from, geometry.y().to);
        EXPECT_GE(geometry.xTicks().size(), 1U);
        EXPECT_LE(geometry.xTicks().size(), 20U);
        EXPECT_GE(geometry.yTicks().size(), 1U);
        EXPECT_LE(geometry.yTicks().size(), 20U);
        EXPECT_FALSE(plot.description().isEmpty());
    }
};

} // namespace

TEST_F(HostileSeriesTest, OfNothingButGapsAndInfinities)
{
    add(test::pointsWith({gap, infinity, -infinity, gap}));
    drawEveryWay();
    EXPECT_EQ(frame().leftOut(series::LeftOut::NotANumber), 2U);
    EXPECT_EQ(frame().leftOut(series::LeftOut::PlusInfinity), 1U);
}

TEST_F(HostileSeriesTest, OfTheLargestAndTheSmallestNumbers)
{
    add(test::pointsWith({1e300, 5e-324, -1e300, 1.7e308, -1.7e308, 0}));
    drawEveryWay();
    plot.zoomTo(std::nullopt, series::Range{-1, 1}); // lines that end far outside
    draw();
}

TEST_F(HostileSeriesTest, OfTheSmallestNumberAlone)
{
    add(test::pointsWith({5e-324, 5e-324}));
    drawEveryWay();
}

TEST_F(HostileSeriesTest, OfTheLargestNumberAlone)
{
    add(test::pointsWith({std::numeric_limits<double>::max()}));
    drawEveryWay();
}

TEST_F(HostileSeriesTest, OfEqualValues)
{
    add(test::pointsWith(std::vector<double>(1000, 3.25)));
    drawEveryWay();
    EXPECT_TRUE(frame().geometry.y().contains(3.25));
}

TEST_F(HostileSeriesTest, OfEqualSteps)
{
    add(std::vector<series::Point>(1000, series::Point{7, 1'700'000'000'000, 2}));
    drawEveryWay();
}

TEST_F(HostileSeriesTest, OfReversedSteps)
{
    std::vector<series::Point> points;
    for (int i = 0; i < 5000; ++i)
        points.push_back({5000 - i, 1'700'000'000'000 - i, static_cast<double>(i)});
    add(points);
    drawEveryWay();
}

TEST_F(HostileSeriesTest, OfStepsAndTimesAtTheEndsOfTheirRange)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    add({{-most, -most, 1}, {0, 0, 2}, {most, most, 3}});
    drawEveryWay();
}

TEST_F(HostileSeriesTest, OfAMillionPoints)
{
    add(test::pointsOf({4, 0.1, 5, 0.2, 1'000'000, 1'000'000, 3}));
    draw();
    plot.setSmoothing(0.99);
    draw();
    plot.zoomTo(series::Range{500'000, 500'010});
    draw();
    EXPECT_LT(frame().geometry.y().to - frame().geometry.y().from, 3);
}

TEST_F(HostileSeriesTest, InASpaceTooSmallForIt)
{
    add(test::pointsWith({1, 2, 3}));
    plot.setMinimumSize(1, 1);
    plot.resize(5, 4);
    draw();
}
