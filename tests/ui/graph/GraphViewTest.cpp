#include "ui/graph/GraphView.h"

#include "tests/ui/graph/Shown.h"
#include "tests/ui/support/Application.h"
#include "ui/graph/GraphScene.h"
#include "ui/graph/Minimap.h"
#include "ui/graph/NodeItem.h"
#include "ui/graph/StateLegend.h"

#include <gtest/gtest.h>

#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QWheelEvent>

using namespace atelier;
using ui::GraphView;
using Qt::Literals::StringLiterals::operator""_s;

namespace {

using ShownGraph = test::Shown<GraphView>;

QPoint middleOf(const GraphView &view, int step)
{
    return view.stepRect(step).center();
}

void wheel(GraphView &view, QPoint notches, Qt::KeyboardModifiers modifiers = {})
{
    const QPointF at = view.viewport()->rect().center();
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, notches * 120, Qt::NoButton, modifiers,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &event);
}

bool showsAll(const GraphView &view)
{
    for (int step = 0; step < view.stepCount(); ++step)
        if (!view.viewport()->rect().contains(view.stepRect(step)))
            return false;
    return true;
}

} // namespace

TEST(GraphView, ShowsAllNodesAndFollowsTheWindow)
{
    ShownGraph shown;
    EXPECT_TRUE(showsAll(shown.view));
    EXPECT_DOUBLE_EQ(shown.view.zoom(), 1.0) << "never larger than natural";
    shown.view.resize(800, 380);
    EXPECT_TRUE(showsAll(shown.view));
    EXPECT_LT(shown.view.zoom(), 1.0);
}

TEST(GraphView, ByItselfItGetsNoSmallerThanCanBeReadAndShowsTheFirstSteps)
{
    ShownGraph shown(test::runningPipeline(), {400, 300});
    EXPECT_DOUBLE_EQ(shown.view.zoom(), 0.75) << "the second line of a node has 9 px";
    EXPECT_TRUE(shown.view.viewport()->rect().contains(shown.view.stepRect(0)));
    QTest::mouseClick(shown.view.findChild<QToolButton *>(u"zoomFit"_s), Qt::LeftButton);
    EXPECT_LT(shown.view.zoom(), 0.75) << "who asks for all gets all";
    EXPECT_TRUE(showsAll(shown.view));
}

TEST(GraphView, AZoomByTheUserIsKept)
{
    ShownGraph shown;
    QTest::mouseClick(shown.view.findChild<QToolButton *>(u"zoomIn"_s), Qt::LeftButton);
    const double zoom = shown.view.zoom();
    EXPECT_GT(zoom, 1.0);
    shown.view.resize(500, 400);
    EXPECT_DOUBLE_EQ(shown.view.zoom(), zoom);
    QTest::mouseClick(shown.view.findChild<QToolButton *>(u"zoomFit"_s), Qt::LeftButton);
    EXPECT_TRUE(showsAll(shown.view));
}

TEST(GraphView, ZoomsWithKeysAndWithCtrlAndTheWheel)
{
    ShownGraph shown;
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    EXPECT_DOUBLE_EQ(shown.view.zoom(), 1.2);
    QTest::keyClick(&shown.view, Qt::Key_Minus);
    EXPECT_DOUBLE_EQ(shown.view.zoom(), 1.0);
    wheel(shown.view, {0, 1}, Qt::ControlModifier);
    EXPECT_DOUBLE_EQ(shown.view.zoom(), 1.2);
    QTest::keyClick(&shown.view, Qt::Key_1, Qt::ShiftModifier);
    EXPECT_DOUBLE_EQ(shown.view.zoom(), 1.0);
}

TEST(GraphView, WhatIsUnderTheMouseStaysThereWhileItZooms)
{
    ShownGraph shown;
    const QPoint place = middleOf(shown.view, 3);
    const QPointF before = shown.view.mapToScene(place);
    shown.view.setZoom(2.0, place);
    const QPointF after = shown.view.mapToScene(place);
    EXPECT_NEAR(before.x(), after.x(), 1);
    EXPECT_NEAR(before.y(), after.y(), 1);
}

TEST(GraphView, PansByTheWheelAndByDragging)
{
    ShownGraph shown;
    const QPoint before = middleOf(shown.view, 0);
    wheel(shown.view, {0, -1});
    EXPECT_EQ(middleOf(shown.view, 0) - before, QPoint(0, -60));
    wheel(shown.view, {0, -1}, Qt::ShiftModifier);
    EXPECT_EQ(middleOf(shown.view, 0) - before, QPoint(-60, -60));
    QWidget *viewport = shown.view.viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, {10, 300});
    QTest::mouseMove(viewport, {70, 360});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {70, 360});
    EXPECT_EQ(middleOf(shown.view, 0), before);
}

TEST(GraphView, WithSpaceADragOnANodePansAndDoesNotSelect)
{
    ShownGraph shown;
    const QPoint before = middleOf(shown.view, 0);
    QTest::keyPress(&shown.view, Qt::Key_Space);
    QTest::mousePress(shown.view.viewport(), Qt::LeftButton, {}, before);
    QTest::mouseMove(shown.view.viewport(), before + QPoint(30, 40));
    QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, {}, before + QPoint(30, 40));
    QTest::keyRelease(&shown.view, Qt::Key_Space);
    EXPECT_EQ(middleOf(shown.view, 0) - before, QPoint(30, 40));
    EXPECT_EQ(shown.selection.selected(), QString());
}

TEST(GraphView, AClickSelectsAndADoubleClickOpens)
{
    ShownGraph shown;
    QSignalSpy opened(&shown.view, &GraphView::nodeActivated);
    const int forest = static_cast<int>(shown.model.order().indexOf(4));
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, middleOf(shown.view, forest));
    EXPECT_EQ(shown.selection.selected(), u"forest"_s);
    QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, middleOf(shown.view, forest));
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].toString(), u"forest"_s);
}

TEST(GraphView, TabWalksTheNodesInOrderAndThenLeaves)
{
    ShownGraph shown;
    QWidget window;
    GraphView view(shown.model, shown.selection, &window);
    QToolButton after(&window);
    after.setFocusPolicy(Qt::StrongFocus);
    view.resize(600, 400);
    QWidget::setTabOrder(&view, &after);
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    view.setFocus(Qt::TabFocusReason);
    QStringList walked;
    while (view.hasFocus() && walked.size() < 20) {
        walked << shown.selection.selected();
        QTest::keyClick(&view, Qt::Key_Tab);
    }
    EXPECT_EQ(walked,
        QStringList(
            {u"load"_s, u"split"_s, u"profile"_s, u"logistic"_s, u"forest"_s, u"boosting"_s, u"compare"_s}));
}

TEST(GraphView, ArrowsWalkEnterOpensAndEscapeClears)
{
    ShownGraph shown;
    QSignalSpy opened(&shown.view, &GraphView::nodeActivated);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QTest::keyClick(&shown.view, Qt::Key_Right);
    EXPECT_EQ(shown.selection.selected(), u"split"_s);
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].toString(), u"load"_s);
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    EXPECT_EQ(shown.selection.selected(), QString());
}

TEST(GraphView, BringsTheSelectedNodeIntoView)
{
    ShownGraph shown(test::largeGraph(1000, 1500));
    shown.view.setZoom(1.0, {});
    shown.selection.select(u"n999"_s);
    EXPECT_TRUE(shown.view.viewport()->rect().contains(shown.view.stepRect(shown.view.selectedStep())));
}

TEST(GraphView, ANewLookKeepsThePlacesAndMovesTheEdges)
{
    ShownGraph shown;
    auto *scene = static_cast<ui::GraphScene *>(shown.view.scene());
    EXPECT_TRUE(scene->isMoving());
    const QPointF place = scene->node(4)->pos();
    ui::GraphNode forest = shown.model.nodes()[4];
    forest.state = shown.model.nodes()[1].state;
    shown.model.setNode(forest);
    EXPECT_FALSE(scene->isMoving());
    EXPECT_EQ(scene->node(4)->pos(), place);
    EXPECT_EQ(scene->node(4)->node().state.text, u"Completed"_s);
}

TEST(GraphView, ASelectionSurvivesANewStructure)
{
    ShownGraph shown;
    shown.selection.select(u"compare"_s);
    test::SampleGraph sample = test::runningPipeline();
    sample.nodes.removeAt(2);
    shown.model.setGraph(sample.nodes, sample.edges);
    EXPECT_EQ(shown.view.selectedStep(), 5);
    EXPECT_TRUE(showsAll(shown.view));
}

TEST(GraphView, CountsTheStatesInWords)
{
    ShownGraph shown;
    EXPECT_EQ(shown.view.findChild<ui::StateLegend *>()->text(),
        u"1 reused, 2 completed, 1 failed, 1 running, 2 queued"_s);
}

TEST(GraphView, TheCountOfStatesHasRoomForItsWordsAsSoonAsThereAreSteps)
{
    ShownGraph shown{test::SampleGraph{}};
    const auto *legend = shown.view.findChild<ui::StateLegend *>();
    EXPECT_FALSE(legend->isVisible());
    const test::SampleGraph sample = test::runningPipeline();
    shown.model.setGraph(sample.nodes, sample.edges);
    EXPECT_TRUE(legend->isVisible());
    EXPECT_GT(legend->width(), legend->fontMetrics().horizontalAdvance(legend->text()));
    EXPECT_EQ(legend->geometry().right(), shown.view.width() - 14 - 1);
}

TEST(GraphView, OnlyALargeGraphHasAMinimap)
{
    EXPECT_FALSE(ShownGraph().view.findChild<ui::Minimap *>()->isVisible());
    EXPECT_TRUE(ShownGraph(test::largeGraph(100, 120)).view.findChild<ui::Minimap *>()->isVisible());
}

TEST(GraphView, APressOnTheMinimapMovesTheView)
{
    ShownGraph shown(test::largeGraph(1000, 1500));
    shown.view.setZoom(1.0, {});
    auto *minimap = shown.view.findChild<ui::Minimap *>();
    auto *scene = static_cast<ui::GraphScene *>(shown.view.scene());
    QTest::mouseClick(minimap, Qt::LeftButton, {}, minimap->rect().center());
    const QPointF middle = shown.view.mapToScene(shown.view.viewport()->rect().center());
    const double pixel = scene->contentRect().height() / 100;
    EXPECT_NEAR(middle.y(), scene->contentRect().center().y(), 2 * pixel);
}

TEST(GraphView, IsNotMirroredInARightToLeftWindow)
{
    ShownGraph shown;
    shown.view.setLayoutDirection(Qt::RightToLeft);
    const auto step = [&](int node) { return static_cast<int>(shown.model.order().indexOf(node)); };
    EXPECT_LT(middleOf(shown.view, step(3)).x(), middleOf(shown.view, step(5)).x());
    EXPECT_TRUE(showsAll(shown.view));
    const QPoint before = middleOf(shown.view, 0);
    wheel(shown.view, {1, 0});
    EXPECT_EQ(middleOf(shown.view, 0) - before, QPoint(60, 0));
    const auto *zoom = shown.view.findChild<QToolButton *>(u"zoomIn"_s);
    EXPECT_GT(zoom->mapTo(&shown.view, QPoint()).x(), shown.view.width() / 2) << "but its buttons are";
}

TEST(GraphView, NothingMovesUnderReducedMotion)
{
    ShownGraph shown;
    QTest::qWait(50);
    const QImage before = shown.view.grab().toImage();
    QTest::qWait(150);
    EXPECT_EQ(shown.view.grab().toImage(), before);
    ui::test::theme().setReducedMotion(false);
    QTest::qWait(150);
    EXPECT_NE(shown.view.grab().toImage(), before);
}

TEST(GraphView, AnEmptyGraphAndASingleNodeAreNoTrouble)
{
    ShownGraph empty(test::SampleGraph{});
    QTest::keyClick(&empty.view, Qt::Key_Down);
    QTest::keyClick(&empty.view, Qt::Key_Return);
    QTest::keyClick(&empty.view, Qt::Key_Plus);
    EXPECT_FALSE(empty.view.grab().isNull());
    test::SampleGraph one = test::runningPipeline();
    one.nodes.resize(1);
    ShownGraph single(one);
    EXPECT_TRUE(showsAll(single.view));
    EXPECT_DOUBLE_EQ(single.view.zoom(), 1.0);
}

TEST(GraphView, AThousandNodesFitAndAreWalked)
{
    ShownGraph shown(test::largeGraph(1000, 1500));
    shown.view.fit();
    EXPECT_TRUE(showsAll(shown.view));
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(&shown.view, Qt::Key_Down);
    EXPECT_EQ(shown.view.selectedStep(), 29);
}
