#include "tests/ui/plot/ShownPlot.h"
#include "ui/plot/PlotReading.h"

#include <cmath>

using namespace atelier;

using PlotReadingTest = test::ShownPlot;

TEST_F(PlotReadingTest, HasTheLargestValueFirst)
{
    add(test::pointsWith({1, 1, 1}), QStringLiteral("low"));
    add(test::pointsWith({5, std::nan(""), 5}), QStringLiteral("gap"));
    add(test::pointsWith({9, 9, 9}), QStringLiteral("high"));
    draw();
    const ui::PlotReading reading = readingAt(frame(), 1);
    ASSERT_EQ(reading.rows.size(), 3U);
    EXPECT_EQ(reading.rows[0].name, QStringLiteral("high"));
    EXPECT_EQ(reading.rows[1].name, QStringLiteral("low"));
    EXPECT_EQ(reading.rows[2].name, QStringLiteral("gap"));
}

TEST_F(PlotReadingTest, LeavesOutALineThatEndedBefore)
{
    add(test::pointsWith({1, 1}), QStringLiteral("short"));
    add(test::pointsWith({2, 2, 2, 2}), QStringLiteral("long"));
    draw();
    EXPECT_EQ(readingAt(frame(), 1).rows.size(), 2U);
    EXPECT_EQ(readingAt(frame(), 2).rows.size(), 1U);
}

TEST_F(PlotReadingTest, HasTheSmoothedValueOfASmoothedLine)
{
    add(test::pointsWith({0, 10}));
    plot.setSmoothing(0.5);
    draw();
    // (0.25 * 0 + 0.5 * 10) / (1 - 0.25)
    EXPECT_NEAR(readingAt(frame(), 1).rows[0].value, 5 / 0.75, 1e-12);
}

TEST_F(PlotReadingTest, FindsNeighboursAtLeastAPixelAway)
{
    std::vector<double> values(10'000, 1);
    add(test::pointsWith(values));
    draw();
    const double pixel = 9999 / area().width();
    const double next = neighbourOf(frame(), 5000, ui::Neighbour::Behind);
    EXPECT_EQ(next, std::ceil(5000 + pixel));
    EXPECT_EQ(neighbourOf(frame(), 5000, ui::Neighbour::Before), std::floor(5000 - pixel));
    EXPECT_EQ(neighbourOf(frame(), 9999, ui::Neighbour::Behind), 9999);
    EXPECT_EQ(neighbourOf(frame(), 0, ui::Neighbour::Before), 0);
}

TEST_F(PlotReadingTest, NamesAPlaceInTheUnitOfTheAxis)
{
    EXPECT_EQ(ui::formatX(3120, series::XAxis::Step), QStringLiteral("3120"));
    EXPECT_EQ(ui::formatX(4320, series::XAxis::RelativeTime), QStringLiteral("1 h 12 min"));
}
