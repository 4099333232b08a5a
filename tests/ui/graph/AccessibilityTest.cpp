#include "tests/ui/graph/Shown.h"
#include "ui/graph/GraphView.h"
#include "ui/graph/TimelineView.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QSignalSpy>

using namespace atelier;
using ui::GraphView;
using ui::TimelineView;
using Qt::Literals::StringLiterals::operator""_s;

namespace {

QAccessibleInterface &interfaceOf(QWidget &widget)
{
    return *QAccessible::queryAccessibleInterface(&widget);
}

QString nameOf(QAccessibleInterface *interface)
{
    return interface->text(QAccessible::Name);
}

} // namespace

TEST(GraphAccessibility, NodesAreChildrenWithNameAndState)
{
    test::Shown<GraphView> shown;
    QAccessibleInterface &graph = interfaceOf(shown.view);
    EXPECT_EQ(graph.role(), QAccessible::List);
    EXPECT_EQ(nameOf(&graph), u"Graph of the steps"_s);
    ASSERT_GE(graph.childCount(), 7);
    EXPECT_EQ(nameOf(graph.child(0)), u"Load breast cancer: Reused, Reused from #14"_s);
    EXPECT_EQ(nameOf(graph.child(4)), u"Random forest: Running, 248 of 400 trees · 30 s left"_s);
    EXPECT_EQ(graph.child(4)->role(), QAccessible::ListItem);
    EXPECT_EQ(graph.child(4)->parent(), &graph);
    EXPECT_EQ(graph.indexOfChild(graph.child(4)), 4);
}

TEST(GraphAccessibility, TheSelectedNodeSaysSo)
{
    test::Shown<GraphView> shown;
    shown.view.setFocus();
    shown.selection.select(u"forest"_s);
    QAccessibleInterface &graph = interfaceOf(shown.view);
    EXPECT_TRUE(graph.child(4)->state().selected);
    EXPECT_TRUE(graph.child(4)->state().focused);
    EXPECT_FALSE(graph.child(3)->state().selected);
    EXPECT_EQ(graph.focusChild(), graph.child(4));
}

TEST(GraphAccessibility, ANodeIsFoundAtItsPlaceAndPressed)
{
    test::Shown<GraphView> shown;
    QSignalSpy opened(&shown.view, &GraphView::nodeActivated);
    QAccessibleInterface &graph = interfaceOf(shown.view);
    const QPoint middle = graph.child(2)->rect().center();
    EXPECT_EQ(graph.childAt(middle.x(), middle.y()), graph.child(2));
    graph.child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened[0][0].toString(), u"profile"_s);
    EXPECT_EQ(shown.selection.selected(), u"profile"_s);
}

TEST(GraphAccessibility, TheButtonsAreThereAsWell)
{
    test::Shown<GraphView> shown;
    QAccessibleInterface &graph = interfaceOf(shown.view);
    QStringList names;
    for (int i = 7; i < graph.childCount(); ++i)
        for (int j = 0; j < graph.child(i)->childCount(); ++j)
            names << nameOf(graph.child(i)->child(j));
    EXPECT_TRUE(names.contains(u"Zoom in"_s));
}

TEST(GraphAccessibility, ANodeThatIsGoneIsInvalid)
{
    test::Shown<GraphView> shown;
    QAccessibleInterface *last = interfaceOf(shown.view).child(6);
    EXPECT_TRUE(last->isValid());
    shown.model.setGraph({}, {});
    EXPECT_FALSE(last->isValid());
    EXPECT_EQ(nameOf(last), QString());
    EXPECT_EQ(last->rect(), QRect());
}

TEST(GraphAccessibility, WhatTakesTheFocusHasAName)
{
    test::Shown<GraphView> shown;
    for (const QWidget *widget : shown.view.findChildren<QWidget *>())
        EXPECT_TRUE((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->accessibleName().isEmpty())
            << widget->metaObject()->className();
}

TEST(TimelineAccessibility, RowsAreChildrenWithNameStateAndDuration)
{
    const test::SampleGraph sample = test::runningPipeline();
    test::Shown<TimelineView> shown(sample);
    shown.view.setTimings(sample.timings, sample.now);
    QAccessibleInterface &timeline = interfaceOf(shown.view);
    EXPECT_EQ(timeline.role(), QAccessible::List);
    EXPECT_EQ(nameOf(timeline.child(1)), u"Split data: Completed, 2 s · 426 / 143 rows, 2.0 s"_s);
    timeline.child(1)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    EXPECT_EQ(shown.selection.selected(), u"split"_s);
}
