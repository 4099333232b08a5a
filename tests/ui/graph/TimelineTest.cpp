#include "tests/ui/graph/Shown.h"
#include "ui/graph/TimeText.h"
#include "ui/graph/TimelinePainter.h"
#include "ui/graph/TimelineView.h"
#include "ui/theme/Colors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QImage>
#include <QScrollBar>
#include <QSignalSpy>

using namespace atelier;
using testing::ElementsAre;
using ui::TimeAxis;
using ui::TimelineView;
using ui::TimeText;
using Qt::Literals::StringLiterals::operator""_s;

namespace {

struct ShownTimeline : test::Shown<TimelineView>
{
    explicit ShownTimeline(const test::SampleGraph &sample = test::runningPipeline(), QSize size = {860, 210})
        : Shown(sample, size)
    {
        view.setTimings(sample.timings, sample.now);
    }

    [[nodiscard]] QImage painted() { return view.grab().toImage(); }

    /// Where a time lies, by the widths that the design gives.
    [[nodiscard]] int x(double seconds, double end) const
    {
        const int width = view.viewport()->width() - 186 - 112;
        return 186 + static_cast<int>(width * seconds / (end * 1.05));
    }

    [[nodiscard]] int middle(int step) const { return view.stepRect(step).center().y(); }
};

} // namespace

TEST(TimeAxis, HasRoundTicksFarEnoughApart)
{
    EXPECT_THAT((TimeAxis{0, 600, 170}).ticks(66), ElementsAre(0, 20, 40, 60, 80, 100, 120, 140, 160));
    EXPECT_THAT((TimeAxis{0, 300, 2}).ticks(66), ElementsAre(0, 0.5, 1, 1.5, 2));
    EXPECT_THAT((TimeAxis{0, 600, 100 * 86400.0}).ticks(200), ElementsAre(0, 34 * 86400.0, 68 * 86400.0));
    EXPECT_THAT((TimeAxis{0, 0, 170}).ticks(66), testing::IsEmpty());
}

TEST(TimeText, SaysTimesLikeAClock)
{
    EXPECT_EQ(TimeText::clock(0.5), u"0.5 s"_s);
    EXPECT_EQ(TimeText::clock(20), u"20 s"_s);
    EXPECT_EQ(TimeText::clock(80), u"1:20"_s);
    EXPECT_EQ(TimeText::clock(3900), u"1:05:00"_s);
}

TEST(Timeline, RowsAre25HighAndFollowTheModel)
{
    ShownTimeline shown;
    EXPECT_EQ(shown.view.stepRect(1).top() - shown.view.stepRect(0).top(), 25);
    EXPECT_EQ(shown.view.stepName(4), u"Random forest: Running, 248 of 400 trees · 30 s left, 1 min 36 s"_s);
}

TEST(Timeline, SaysHowLongEachStepTookOrWillTake)
{
    ShownTimeline shown;
    EXPECT_TRUE(shown.view.stepName(0).endsWith(u", reused"_s));
    EXPECT_TRUE(shown.view.stepName(1).endsWith(u", 2.0 s"_s));
    EXPECT_TRUE(shown.view.stepName(2).endsWith(u", failed, 6.0 s"_s));
    EXPECT_TRUE(shown.view.stepName(5).endsWith(u", about 22 s"_s));
}

TEST(Timeline, ABarIsSolidWhereTheStepRanAndTintedWhereItIsExpectedTo)
{
    // The forest runs from 12 to now, 108, and is expected until 12 + 126 = 138; compare ends at 141.
    ShownTimeline shown;
    const QImage image = shown.painted();
    const QColor solid = ui::colors().accentStroke;
    EXPECT_EQ(image.pixelColor(shown.x(13, 141), shown.middle(4)), solid);
    EXPECT_EQ(image.pixelColor(shown.x(106, 141), shown.middle(4)), solid);
    EXPECT_NE(image.pixelColor(shown.x(120, 141), shown.middle(4)), solid);
    EXPECT_NE(image.pixelColor(shown.x(120, 141), shown.middle(4)),
        image.pixelColor(shown.x(120, 141), shown.middle(1)));
}

TEST(Timeline, TheCriticalPathIsNamedAndDrawnBelowItsBars)
{
    // Load, split, forest, compare: the boosting would be over at 108 + 22 = 130, before the forest.
    ShownTimeline shown;
    EXPECT_EQ(shown.view.criticalPathText(),
        u"Critical path: 2 min 21 s through 4 step(s), longest Random forest and Compare models"_s);
    const QImage image = shown.painted();
    const int below = shown.view.stepRect(4).top() + 21;
    EXPECT_EQ(image.pixelColor(shown.x(60, 141), below), ui::colors().warningText);
    EXPECT_NE(
        image.pixelColor(shown.x(60, 141), shown.view.stepRect(5).top() + 21), ui::colors().warningText);
}

TEST(Timeline, APathOfTwoStepsIsNamedWhole)
{
    test::SampleGraph sample = test::runningPipeline();
    sample.nodes.resize(2);
    sample.timings.resize(2);
    sample.now.reset();
    ShownTimeline shown(sample);
    EXPECT_EQ(
        shown.view.criticalPathText(), u"Critical path: 10 s, through Load breast cancer and Split data"_s);
}

TEST(Timeline, WishesTheHeightOfAllItsRows)
{
    const test::SampleGraph sample = test::largeGraph(16, 20);
    ShownTimeline shown(sample);
    shown.view.resize(shown.view.sizeHint());
    EXPECT_EQ(shown.view.verticalScrollBar()->maximum(), 0);
    EXPECT_TRUE(shown.view.viewport()->rect().contains(shown.view.stepRect(15)));
}

TEST(Timeline, NowIsMarkedOnlyWhileTheRunGoesOn)
{
    test::SampleGraph sample = test::runningPipeline();
    ShownTimeline shown(sample);
    const int now = shown.x(108, 141);
    EXPECT_EQ(shown.painted().pixelColor(now, shown.middle(1)), ui::colors().text2);
    sample.timings[4].end = 138;
    sample.timings[5] = {138, 140, {}};
    sample.timings[6] = {140, 141, {}};
    shown.view.setTimings(sample.timings, {});
    EXPECT_NE(shown.painted().pixelColor(now, shown.middle(1)), ui::colors().text2);
}

TEST(Timeline, SharesTheSelectionAndTheKeys)
{
    ShownTimeline shown;
    QSignalSpy opened(&shown.view, &TimelineView::stepActivated);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, {60, shown.middle(4)});
    EXPECT_EQ(shown.selection.selected(), u"forest"_s);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    EXPECT_EQ(shown.selection.selected(), u"boosting"_s);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].toString(), u"boosting"_s);
    shown.selection.select(u"load"_s);
    EXPECT_EQ(shown.view.selectedStep(), 0);
}

TEST(Timeline, ScrollsToTheSelectedOfAThousandRows)
{
    ShownTimeline shown(test::largeGraph(1000, 1500));
    shown.selection.select(u"n999"_s);
    EXPECT_TRUE(shown.view.viewport()->rect().contains(shown.view.stepRect(999)));
    QTest::keyClick(&shown.view, Qt::Key_Home);
    EXPECT_EQ(shown.view.verticalScrollBar()->value(), 0);
}

TEST(Timeline, AnEmptyRunAndOneWithoutTimesAreNoTrouble)
{
    ShownTimeline empty(test::SampleGraph{});
    EXPECT_FALSE(empty.painted().isNull());
    EXPECT_EQ(empty.view.criticalPathText(), QString());
    test::SampleGraph sample = test::runningPipeline();
    sample.timings.clear();
    ShownTimeline untimed(sample);
    EXPECT_FALSE(untimed.painted().isNull());
    EXPECT_EQ(untimed.view.criticalPathText(), QString());
}

TEST(Timeline, NamesOfAnyLengthKeepToTheirColumn)
{
    test::SampleGraph sample = test::runningPipeline();
    sample.nodes[6].title = QString(250, u'W');
    ShownTimeline shown(sample);
    const QImage image = shown.painted();
    for (int y = shown.view.stepRect(6).top() + 4; y < shown.view.stepRect(6).bottom() - 4; ++y)
        EXPECT_NE(image.pixelColor(184, y), ui::colors().text) << y;
}
