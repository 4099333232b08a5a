#include "tests/ui/support/Application.h"
#include "tests/ui/support/Windows.h"
#include "ui/gallery/SampleJobs.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Skeleton.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/table/TableCard.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <cstdlib>

using namespace atelier::ui;

namespace {

// Rows 0 and 6 of the sample are groups.
class DataTableTest : public testing::Test
{
protected:
    DataTableTest()
    {
        table.setTableModel(jobs);
        table.setRowActions(
            [this](const QList<int> &rows) {
                asked << rows;
                return QList<RowAction>{
                    {QStringLiteral("open"), QStringLiteral("Open"), [this, rows] { opened << rows; }},
                    {QStringLiteral("stop"), QStringLiteral("Cancel"), [this, rows] { canceled << rows; }, {},
                        Qt::Key_Delete},
                    {QStringLiteral("copy"), QStringLiteral("Copy"), [] {}, {}, {}, false}};
            },
            {Qt::Key_Delete});
        card.resize(1240, 600);
        test::showActive(card);
        QCoreApplication::processEvents();
    }

    [[nodiscard]] QPoint middleOf(int row) const { return table.visualRect(jobs.index(row, 0)).center(); }
    void hover(int row) { QTest::mouseMove(table.viewport(), middleOf(row)); }
    void click(int row, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, keys, middleOf(row));
    }
    [[nodiscard]] QList<int> hidden() const
    {
        QList<int> columns;
        for (int column = 0; column < jobs.columnCount(); ++column)
            if (table.isColumnHidden(column))
                columns << column;
        return columns;
    }
    [[nodiscard]] QList<IconButton *> shownActions() const
    {
        QList<IconButton *> shown;
        const auto all = table.viewport()->findChildren<IconButton *>();
        for (IconButton *button : all)
            if (button->isVisible())
                shown << button;
        return shown;
    }

    gallery::SampleJobs jobs;
    TableCard card{QStringLiteral("Jobs")};
    DataTable &table = card.table();
    QList<QList<int>> asked;
    QList<int> opened;
    QList<int> canceled;
};

} // namespace

TEST_F(DataTableTest, RowsGroupsAndHeaderHaveTheirHeights)
{
    const QTableView &view = table;
    EXPECT_EQ(view.rowHeight(1), 44);
    EXPECT_EQ(view.rowHeight(0), 34);
    EXPECT_EQ(view.horizontalHeader()->height(), 34);
    EXPECT_EQ(card.footer().height(), 34);
    test::theme().setDensity(Density::Compact);
    EXPECT_EQ(view.rowHeight(1), 32);
}

TEST_F(DataTableTest, GrowsWithTheText)
{
    const QTableView &view = table;
    const int created = table.columnWidth(3);
    test::theme().setTextScale(1.5);
    QCoreApplication::processEvents();
    EXPECT_EQ(view.rowHeight(1), 66);
    EXPECT_EQ(view.rowHeight(0), 51);
    EXPECT_GT(table.columnWidth(3), created * 4 / 3);
}

TEST_F(DataTableTest, TwoSelectedRowsMakeEveryRowATick)
{
    QSignalSpy changed(&table, &DataTable::selectedRowsChanged);
    click(1);
    EXPECT_FALSE(table.isPicking());
    click(4, Qt::ControlModifier);
    EXPECT_TRUE(table.isPicking());
    EXPECT_EQ(table.selectedRows(), (QList<int>{1, 4}));
    EXPECT_EQ(changed.count(), 2);
    // A box is ticked and unticked by itself.
    const auto box = [this](int row) { return QPoint(24, middleOf(row).y()); };
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, box(5));
    EXPECT_EQ(table.selectedRows(), (QList<int>{1, 4, 5}));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, box(4));
    EXPECT_EQ(table.selectedRows(), (QList<int>{1, 5}));
    QTest::keyClick(&table, Qt::Key_Escape);
    EXPECT_TRUE(table.selectedRows().isEmpty());
}

TEST_F(DataTableTest, SelectingEverythingLeavesGroupsOut)
{
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(table.selectedRows(), (QList<int>{1, 2, 3, 4, 5, 7, 8}));
}

TEST_F(DataTableTest, TheActionsFollowTheRowUnderTheMouse)
{
    hover(3);
    EXPECT_EQ(table.hoveredRow(), 3);
    ASSERT_EQ(shownActions().size(), 2);
    EXPECT_EQ(shownActions()[1]->accessibleName(), QStringLiteral("Cancel"));
    QTest::mouseClick(shownActions()[1], Qt::LeftButton);
    EXPECT_EQ(canceled, QList<int>{3});
    hover(4);
    QTest::mouseClick(shownActions()[0], Qt::LeftButton);
    EXPECT_EQ(opened, QList<int>{4});
}

TEST_F(DataTableTest, AGroupHasNoActions)
{
    hover(0);
    EXPECT_TRUE(shownActions().isEmpty());
}

TEST_F(DataTableTest, ArrowsReachTheActionsAndComeBack)
{
    table.setFocus();
    table.setCurrentIndex(jobs.index(2, 7));
    ASSERT_EQ(shownActions().size(), 2);
    QTest::keyClick(&table, Qt::Key_Right);
    ASSERT_TRUE(shownActions()[0]->hasFocus());
    QTest::keyClick(shownActions()[0], Qt::Key_Right);
    ASSERT_TRUE(shownActions()[1]->hasFocus());
    QTest::keyClick(shownActions()[1], Qt::Key_Return);
    EXPECT_EQ(canceled, QList<int>{2});
    QTest::keyClick(shownActions()[1], Qt::Key_Left);
    QTest::keyClick(shownActions()[0], Qt::Key_Left);
    EXPECT_TRUE(table.hasFocus());
}

TEST_F(DataTableTest, AGroupIsToggledByMouseAndKeyboard)
{
    QSignalSpy toggled(&table, &DataTable::groupToggled);
    click(6);
    table.setFocus();
    table.setCurrentIndex(jobs.index(0, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    ASSERT_EQ(toggled.count(), 2);
    EXPECT_EQ(toggled[0][0].toInt(), 6);
    EXPECT_EQ(toggled[1][0].toInt(), 0);
}

TEST_F(DataTableTest, ReturnAndDoubleClickOpenARow)
{
    QSignalSpy rowOpened(&table, &DataTable::rowOpened);
    table.setFocus();
    table.setCurrentIndex(jobs.index(2, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    click(4);
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, middleOf(4));
    ASSERT_EQ(rowOpened.count(), 2);
    EXPECT_EQ(rowOpened[0][0].toInt(), 2);
    EXPECT_EQ(rowOpened[1][0].toInt(), 4);
}

TEST_F(DataTableTest, ColumnsLeaveOneByOneAsTheTableGetsNarrow)
{
    EXPECT_TRUE(hidden().isEmpty());
    card.resize(1000, 600);
    EXPECT_EQ(hidden(), QList<int>{5});
    card.resize(900, 600);
    EXPECT_EQ(hidden(), (QList<int>{5, 7}));
    card.resize(780, 600);
    EXPECT_EQ(hidden(), (QList<int>{4, 5, 7}));
    EXPECT_FALSE(table.horizontalScrollBar()->isVisible());
    card.resize(1240, 600);
    EXPECT_TRUE(hidden().isEmpty());
}

namespace {

/// One row with a long name, beside columns that may leave.
class LongName : public TableModel
{
public:
    LongName()
        : TableModel(
            {{QStringLiteral("Job"), 0}, {QStringLiteral("User"), 200, Column::Align::Start, true, 1}})
    {
    }

    QString name = QStringLiteral("sample pipeline with gradient boosting, rate 0.05");
    [[nodiscard]] int rowCount(const QModelIndex & /*parent*/ = {}) const override { return m_rows; }
    [[nodiscard]] Cell cell(int /*row*/, int column) const override
    {
        return column == 0 ? Cell(cell::Name{name}) : Cell(cell::Text{QStringLiteral("anna")});
    }
    void append()
    {
        beginInsertRows({}, m_rows, m_rows);
        ++m_rows;
        endInsertRows();
    }

private:
    int m_rows = 0;
};

QString toolTipAt(DataTable &table, const QPoint &place)
{
    QToolTip::hideText();
    QHelpEvent ask(QEvent::ToolTip, place, table.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(table.viewport(), &ask);
    return QToolTip::text();
}

} // namespace

TEST_F(DataTableTest, AColumnLeavesForANameThatNeedsItsRoom)
{
    LongName model;
    TableCard other{QStringLiteral("Jobs")};
    other.table().setTableModel(model);
    other.resize(500, 300);
    test::showActive(other);
    EXPECT_FALSE(other.table().isColumnHidden(1));
    model.append();
    QCoreApplication::processEvents();
    EXPECT_TRUE(other.table().isColumnHidden(1));
    EXPECT_EQ(toolTipAt(other.table(), {40, 20}), QString()) << "it is shown whole";
}

TEST_F(DataTableTest, ANameThatDoesNotFitShowsBothItsEndsAndTellsTheWhole)
{
    const auto pictureOf = [](const QString &name) {
        LongName model;
        model.name = name;
        model.append();
        TableCard other{QStringLiteral("Jobs")};
        other.table().setTableModel(model);
        other.resize(280, 300);
        test::showActive(other);
        EXPECT_EQ(toolTipAt(other.table(), {40, 20}), name);
        return other.table().viewport()->grab().toImage();
    };
    EXPECT_NE(pictureOf(QStringLiteral("sample pipeline with gradient boosting, rate 0.05")),
        pictureOf(QStringLiteral("sample pipeline with gradient boosting, rate 0.15")));
}

TEST_F(DataTableTest, AColumnThatTheUserAskedForStays)
{
    table.columns().setArrangement(
        {QStringLiteral("job"), QStringLiteral("+compute"), QStringLiteral("-state")});
    card.resize(780, 600);
    EXPECT_FALSE(table.isColumnHidden(5));
    EXPECT_TRUE(table.isColumnHidden(1));
    card.resize(1240, 600);
    EXPECT_TRUE(table.isColumnHidden(1));
    EXPECT_EQ(table.horizontalHeader()->visualIndex(5), 1) << "in the order that was asked for";
    EXPECT_EQ(table.columns().arrangement().mid(0, 3),
        (QStringList{QStringLiteral("job"), QStringLiteral("+compute"), QStringLiteral("-state")}));
}

TEST_F(DataTableTest, AWidthThatTheUserChoseIsKeptAndTheRestFollows)
{
    const QSignalSpy changed(&table.columns(), &TableColumns::changed);
    table.horizontalHeader()->resizeSection(2, 200);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(table.columns().widths().value(QStringLiteral("progress")).toInt(), 200);
    int sum = 0;
    for (int column = 0; column < jobs.columnCount(); ++column)
        sum += table.columnWidth(column);
    EXPECT_EQ(sum, table.viewport()->width());
    table.columns().setWidths({});
    EXPECT_EQ(table.columnWidth(2), 132);
}

TEST_F(DataTableTest, ADoubleClickOnABorderFitsTheColumnToWhatItSays)
{
    QHeaderView *header = table.horizontalHeader();
    table.horizontalHeader()->resizeSection(3, 300);
    const QPoint border(header->sectionViewportPosition(3) + header->sectionSize(3) - 1, 17);
    QTest::mouseDClick(header->viewport(), Qt::LeftButton, {}, border);
    EXPECT_LT(table.columnWidth(3), 200);
    EXPECT_GT(table.columnWidth(3), 60);
}

TEST_F(DataTableTest, AColumnThatCannotBeSortedByDoesNotSayThatItIs)
{
    table.horizontalHeader()->setSortIndicator(7, Qt::AscendingOrder);
    EXPECT_EQ(table.horizontalHeader()->sortIndicatorSection(), -1);
}

TEST_F(DataTableTest, AnActionThatCannotBeTakenNowSaysWhy)
{
    table.setRowActions([](const QList<int> &) {
        return QList<RowAction>{
            {QStringLiteral("stop"), QStringLiteral("Cancel"), [] {}, QStringLiteral("Nobody answers.")}};
    });
    hover(1);
    ASSERT_EQ(shownActions().size(), 1);
    EXPECT_FALSE(shownActions().first()->isEnabled());
    EXPECT_EQ(shownActions().first()->toolTip(), QStringLiteral("Nobody answers."));
}

TEST_F(DataTableTest, TheMenuOfARowOffersAllThatCanBeDoneToIt)
{
    click(2);
    QContextMenuEvent key(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(&table, &key);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    QStringList names;
    for (const QAction *action : menu->actions())
        names << action->text();
    EXPECT_EQ(names,
        (QStringList{QStringLiteral("Open"), QStringLiteral("Cancel"), QStringLiteral("Copy"), QString(),
            QStringLiteral("Copy the cell")}));
    menu->actions().first()->trigger();
    EXPECT_EQ(opened, QList<int>{2});
    menu->actions().last()->trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), jobs.index(2, 0).data().toString());
    menu->close();
}

TEST_F(DataTableTest, TheMenuOfAGroupIsNone)
{
    QContextMenuEvent click(
        QContextMenuEvent::Mouse, middleOf(6), table.viewport()->mapToGlobal(middleOf(6)));
    QCoreApplication::sendEvent(table.viewport(), &click);
    EXPECT_EQ(QApplication::activePopupWidget(), nullptr);
}

TEST_F(DataTableTest, AKeyActsOnAllSelectedRowsOrElseOnTheCurrentOne)
{
    click(2);
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(canceled, QList<int>{2});
    canceled.clear();
    click(4, Qt::ShiftModifier);
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(canceled, (QList<int>{2, 3, 4}));
    canceled.clear();
    table.clearSelection();
    table.setCurrentIndex(jobs.index(6, 0));
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_TRUE(canceled.isEmpty()) << "a group";
}

TEST_F(DataTableTest, OnlyAKeyOfAnActionAsksWhatCanBeDone)
{
    click(2);
    click(4, Qt::ShiftModifier);
    asked.clear();
    QTest::keyClick(&table, Qt::Key_F6);
    QTest::keyClick(&table, Qt::Key_Shift);
    EXPECT_TRUE(asked.isEmpty());
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(asked, QList<QList<int>>({{2, 3, 4}}));
}

TEST_F(DataTableTest, AButtonActsOnTheThingThatItsRowShowsNow)
{
    QString thing = QStringLiteral("first");
    QString acted;
    table.setRowActions([&](const QList<int> &) {
        return QList<RowAction>{
            {QStringLiteral("delete"), QStringLiteral("Delete"), [&acted, thing] { acted = thing; }}};
    });
    hover(1);
    ASSERT_EQ(shownActions().size(), 1);
    thing = QStringLiteral("second");
    Q_EMIT jobs.dataChanged(jobs.index(1, 0), jobs.index(1, 0));
    QTest::mouseClick(shownActions().first(), Qt::LeftButton);
    EXPECT_EQ(acted, QStringLiteral("second"));
}

TEST_F(DataTableTest, TheButtonsOfARowComeBackWhenNothingIsSelectedAnyMore)
{
    click(1);
    click(2, Qt::ShiftModifier);
    EXPECT_TRUE(shownActions().isEmpty());
    hover(2);
    QTest::keyClick(&table, Qt::Key_Escape);
    EXPECT_EQ(shownActions().size(), 2);
}

TEST_F(DataTableTest, AThirdClickOnAHeaderSortsByNothing)
{
    QHeaderView *header = table.horizontalHeader();
    const QPoint created(header->sectionViewportPosition(3) + 20, 17);
    const auto sorted
        = [header] { return std::pair(header->sortIndicatorSection(), header->sortIndicatorOrder()); };
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, created);
    EXPECT_EQ(sorted(), std::pair(3, Qt::AscendingOrder));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, created);
    EXPECT_EQ(sorted(), std::pair(3, Qt::DescendingOrder));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, created);
    EXPECT_EQ(sorted().first, -1);
}

TEST_F(DataTableTest, TheLastHeaderEndsWhereTheFiguresBelowItEnd)
{
    table.columns().setArrangement({QStringLiteral("job"), QStringLiteral("-compute"),
        QStringLiteral("-metric"), QStringLiteral("-tags")});
    QCoreApplication::processEvents();
    ASSERT_TRUE(table.placeOf(4).last);
    const QImage picture = table.grab().toImage();
    const auto lastInk = [&](int middle) {
        int x = picture.width() - 1;
        const auto isEmpty = [&] {
            for (int y = middle - 6; y <= middle + 6; ++y)
                if (picture.pixel(x, y) != picture.pixel(picture.width() - 1, y))
                    return false;
            return true;
        };
        while (x > 0 && isEmpty())
            --x;
        return x;
    };
    const int header = lastInk(table.horizontalHeader()->height() / 2);
    const int figures = lastInk(table.viewport()->mapTo(&table, middleOf(1)).y());
    EXPECT_LE(std::abs(header - figures), 2) << header << " and " << figures;
}

TEST_F(DataTableTest, TheMenuOfTheLastHeaderOpensInsideTheWindow)
{
    card.resize(500, 400);
    QCoreApplication::processEvents();
    Q_EMIT table.horizontalHeader()->customContextMenuRequested(QPoint(table.width() - 4, 17));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    EXPECT_LE(menu->geometry().right(), card.mapToGlobal(card.rect().bottomRight()).x());
    EXPECT_GE(menu->geometry().left(), card.mapToGlobal(QPoint()).x());
    menu->close();
}

TEST_F(DataTableTest, WhatStandsInThePlaceOfTheRowsReplacesThem)
{
    card.showLoading();
    EXPECT_TRUE(card.findChild<Skeleton *>()->isVisible());
    EXPECT_FALSE(table.isVisible());
    EXPECT_FALSE(card.footer().isVisible());
    auto *instead = new TextLabel(QStringLiteral("None"));
    card.showInstead(instead);
    EXPECT_TRUE(instead->isVisible());
    card.showRows();
    EXPECT_TRUE(table.isVisible());
    EXPECT_TRUE(card.footer().isVisible());
}
