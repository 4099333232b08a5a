#include "tests/ui/plot/ShownPlot.h"
#include "tests/ui/support/Application.h"
#include "ui/theme/Colors.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace atelier;
using series::Range;

namespace {

class MetricPlotTest : public test::ShownPlot
{
protected:
    void wheel(double x, int turned, Qt::KeyboardModifiers modifiers)
    {
        const QPointF place(at(x));
        QWheelEvent event(place, plot.mapToGlobal(place), {}, {0, turned}, Qt::NoButton, modifiers,
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&plot, &event);
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&plot, Qt::LeftButton, modifiers, from);
        QTest::mouseMove(&plot, to);
        QTest::mouseRelease(&plot, Qt::LeftButton, modifiers, to);
    }

    QString accessible(QAccessible::Text text)
    {
        return QAccessible::queryAccessibleInterface(&plot)->text(text);
    }
};

std::vector<series::Point> ramp(int count)
{
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(i);
    return test::pointsWith(values);
}

} // namespace

TEST_F(MetricPlotTest, DrawsALineInTheColourOfItsSeries)
{
    add(ramp(101));
    draw();
    EXPECT_TRUE(hasColor(ui::colors().chart[0], 50, 50));
    EXPECT_FALSE(hasColor(ui::colors().chart[0], 50, 20));
    EXPECT_EQ(frame().geometry.y(), (Range{0, 100}));
}

TEST_F(MetricPlotTest, DrawsOtherPointsInThePlaceOfThoseThatWereCleared)
{
    const int line = add(ramp(101));
    draw();
    plot.clearSeries(line);
    auto reversed = ramp(101); // as many as before
    for (series::Point &point : reversed)
        point.value = 100 - point.value;
    plot.append(line, reversed);
    draw();
    EXPECT_EQ(plot.seriesCount(), 1);
    EXPECT_TRUE(hasColor(ui::colors().chart[0], 20, 80));
    EXPECT_FALSE(hasColor(ui::colors().chart[0], 20, 20));
}

TEST_F(MetricPlotTest, DrawsOnePointAsADot)
{
    add(test::pointsWith({0.8}));
    draw();
    EXPECT_TRUE(hasColor(ui::colors().chart[0], 0, 0.8));
}

TEST_F(MetricPlotTest, LeavesAGapWhereValuesAreMissing)
{
    std::vector<double> values(101, 5.0);
    for (std::size_t i = 40; i <= 60; ++i)
        values[i] = std::nan("");
    add(test::pointsWith(values));
    draw();
    EXPECT_TRUE(hasColor(ui::colors().chart[0], 20, 5));
    EXPECT_FALSE(hasColor(ui::colors().chart[0], 50, 5));
    EXPECT_EQ(frame().leftOut(series::LeftOut::NotANumber), 21U);
}

TEST_F(MetricPlotTest, ShowsTheFirstTwelveSeriesUnlessToldOtherwise)
{
    for (int i = 0; i < 14; ++i)
        add(ramp(3));
    EXPECT_TRUE(plot.isSeriesVisible(11));
    EXPECT_FALSE(plot.isSeriesVisible(12));
    plot.setSeriesVisible(13, true);
    draw();
    EXPECT_EQ(frame().lines.size(), 13U);
}

TEST_F(MetricPlotTest, TakesInPointsWhileItIsShown)
{
    const int line = add(ramp(10));
    draw();
    const QSignalSpy drawn(&plot, &ui::MetricPlot::drawn);
    const std::vector<series::Point> more{{10, 0, 99}};
    plot.append(line, more);
    draw();
    EXPECT_EQ(drawn.count(), 1);
    EXPECT_EQ(frame().geometry.x().to, 10);
    EXPECT_EQ(plot.lastValue(), 99);
}

TEST_F(MetricPlotTest, DrawsNothingWhileItIsOutOfSight)
{
    const int line = add(ramp(10));
    draw();
    plot.hide();
    const QSignalSpy drawn(&plot, &ui::MetricPlot::drawn);
    plot.append(line, ramp(5));
    plot.setSmoothing(0.5);
    QTest::qWait(250);
    EXPECT_EQ(drawn.count(), 0);
    plot.show();
    draw();
    EXPECT_EQ(frame().view.smoothing, 0.5);
}

TEST_F(MetricPlotTest, ZoomsToWhatIsDragged)
{
    add(ramp(101));
    draw();
    drag(at(20), at(60));
    ASSERT_TRUE(plot.view().x);
    EXPECT_NEAR(plot.view().x->from, 20, 0.5);
    EXPECT_NEAR(plot.view().x->to, 60, 0.5);
    EXPECT_FALSE(plot.view().y);
    draw();
    EXPECT_EQ(frame().geometry.y(), (Range{20, 60})); // the values within, on round numbers
    QTest::mouseDClick(&plot, Qt::LeftButton);
    EXPECT_FALSE(plot.isZoomed());
}

TEST_F(MetricPlotTest, ZoomsBothAxesWithShift)
{
    add(ramp(101));
    draw();
    const ui::PlotGeometry &geometry = frame().geometry;
    drag(QPointF(geometry.left(20), geometry.top(80)).toPoint(),
        QPointF(geometry.left(60), geometry.top(40)).toPoint(), Qt::ShiftModifier);
    ASSERT_TRUE(plot.view().x && plot.view().y);
    EXPECT_NEAR(plot.view().y->from, 40, 1);
    EXPECT_NEAR(plot.view().y->to, 80, 1);
}

TEST_F(MetricPlotTest, TakesAClickForNoDrag)
{
    add(ramp(101));
    draw();
    drag(at(20), at(20) + QPoint(2, 0));
    EXPECT_FALSE(plot.isZoomed());
}

TEST_F(MetricPlotTest, LeavesTheWheelToThePageUnlessItIsMeant)
{
    add(ramp(101));
    draw();
    plot.clearFocus();
    wheel(50, 120, Qt::NoModifier);
    EXPECT_FALSE(plot.isZoomed());
    wheel(25, 120, Qt::ControlModifier);
    ASSERT_TRUE(plot.view().x);
    draw();
    EXPECT_NEAR(frame().geometry.left(25), at(25).x(), 1); // what was under the mouse stays there
    wheel(25, -2000, Qt::ControlModifier);
    EXPECT_FALSE(plot.isZoomed());
}

TEST_F(MetricPlotTest, ZoomsAndMovesByKeyboard)
{
    add(ramp(101));
    draw();
    QTest::keyClick(&plot, Qt::Key_Plus);
    ASSERT_TRUE(plot.view().x);
    EXPECT_NEAR(plot.view().x->to - plot.view().x->from, 70, 1e-9);
    draw();
    QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_NEAR(plot.view().x->from, 15 + 10.5, 1e-9);
    draw();
    QTest::keyClick(&plot, Qt::Key_0);
    EXPECT_FALSE(plot.isZoomed());
}

TEST_F(MetricPlotTest, MovesTheCrosshairFromPointToPointByKeyboard)
{
    add(test::pointsWith({1, 2, 3, 4}), QStringLiteral("loss"));
    draw();
    const QSignalSpy moved(&plot, &ui::MetricPlot::crosshairMoved);
    QTest::keyClick(&plot, Qt::Key_Left);
    EXPECT_EQ(plot.crosshair(), 3);
    QTest::keyClick(&plot, Qt::Key_Left);
    EXPECT_EQ(plot.crosshair(), 2);
    EXPECT_EQ(moved.count(), 2);
    EXPECT_TRUE(accessible(QAccessible::Value).contains(QStringLiteral("Step 2")));
    QTest::keyClick(&plot, Qt::Key_Home);
    EXPECT_EQ(plot.crosshair(), 0);
    QTest::keyClick(&plot, Qt::Key_Escape);
    EXPECT_FALSE(plot.crosshair());
}

TEST_F(MetricPlotTest, SnapsTheCrosshairToAPointUnderTheMouse)
{
    add(test::pointsWith({1, 2, 3, 4}));
    draw();
    QTest::mouseMove(&plot, at(1.2));
    EXPECT_EQ(plot.crosshair(), 1);
    QTest::mouseMove(&plot, QPoint(1, 100));
    EXPECT_FALSE(plot.crosshair());
}

TEST_F(MetricPlotTest, ShowsTheCrosshairOfAnotherChartWithoutSayingItAgain)
{
    add(ramp(10));
    draw();
    ui::MetricPlot other(raster);
    QObject::connect(&other, &ui::MetricPlot::crosshairMoved, &plot, &ui::MetricPlot::showCrosshair);
    const QSignalSpy moved(&plot, &ui::MetricPlot::crosshairMoved);
    Q_EMIT other.crosshairMoved(4);
    EXPECT_EQ(plot.crosshair(), 4);
    EXPECT_EQ(moved.count(), 0);
}

TEST_F(MetricPlotTest, EndsTheZoomWhenTheAxisChangesItsUnit)
{
    add(ramp(101));
    draw();
    plot.zoomTo(Range{10, 20});
    plot.setAxis(series::XAxis::WallTime);
    EXPECT_FALSE(plot.isZoomed());
    draw();
    EXPECT_EQ(frame().geometry.x().to - frame().geometry.x().from, 100);
}

TEST_F(MetricPlotTest, FollowsTheThemeAndTheSize)
{
    add(ramp(101));
    draw();
    ui::test::theme().setScheme(ui::Scheme::Dark);
    EXPECT_FALSE(plot.isUpToDate());
    draw();
    EXPECT_EQ(frame().image.pixelColor(1, 1), ui::colors().surface);
    plot.resize(700, 300);
    EXPECT_FALSE(plot.isUpToDate());
    draw();
    EXPECT_EQ(frame().image.width(), 700);
}

TEST_F(MetricPlotTest, TakesNoZoomThatShowsNothing)
{
    plot.zoomTo(Range{5, 5}, Range{3, 3});
    EXPECT_FALSE(plot.isZoomed());
    plot.setScale(ui::PlotScale::Logarithmic);
    plot.zoomTo(std::nullopt, Range{0, 5});
    EXPECT_FALSE(plot.isZoomed());
    plot.zoomTo(std::nullopt, Range{0.1, 5});
    EXPECT_TRUE(plot.isZoomed());
}

TEST_F(MetricPlotTest, KeepsSmoothingBelowOne)
{
    plot.setSmoothing(7);
    EXPECT_EQ(plot.view().smoothing, 0.99);
    plot.setSmoothing(-1);
    EXPECT_EQ(plot.view().smoothing, 0);
}

TEST_F(MetricPlotTest, TellsScreenReadersWhatItShows)
{
    plot.setAccessibleName(QStringLiteral("train/loss"));
    EXPECT_EQ(accessible(QAccessible::Description), QStringLiteral("No points yet"));
    add(test::pointsWith({4, 2, 0.5}), QStringLiteral("run 7"));
    add(test::pointsWith({4, std::nan(""), 1}), QStringLiteral("run 8"));
    draw();
    EXPECT_EQ(QAccessible::queryAccessibleInterface(&plot)->role(), QAccessible::Chart);
    EXPECT_EQ(accessible(QAccessible::Name), QStringLiteral("train/loss"));
    const QString description = accessible(QAccessible::Description);
    for (const char *part : {"2 series", "Step 0 to 2", "run 7", "last 0.5000", "run 8", "last 1", "1 NaN"})
        EXPECT_TRUE(description.contains(QLatin1String(part))) << part << " in " << description.toStdString();
}

TEST_F(MetricPlotTest, SurvivesItsEndWhileAPictureIsDrawn)
{
    auto other = std::make_unique<ui::MetricPlot>(raster);
    other->show();
    other->append(other->addSeries(QStringLiteral("run"), 0), ramp(100'000));
    other->setSmoothing(0.9);
    QCoreApplication::processEvents();
    other.reset();
    add(ramp(3));
    draw();
}
