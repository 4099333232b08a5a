// Keys and the mouse on the rows of a table.
#include "ui/theme/Icon.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/table/DataTable.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int checkArea = 48; // from the start of the row to the end of the tile

} // namespace

void DataTable::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    const bool forward
        = event->key() == (layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right);
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isGroupRow(row) && (opens || event->key() == Qt::Key_Space)) {
        Q_EMIT groupToggled(row);
        return;
    }
    if (actBy(*event))
        return;
    if (forward && placeOf(currentIndex().column()).last && m_actions->takeFocus())
        return;
    if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection()) {
        clearSelection();
        return;
    }
    QTableView::keyPressEvent(event);
}

bool DataTable::actBy(const QKeyEvent &event)
{
    const QKeySequence pressed(event.keyCombination());
    if (!m_keys.contains(pressed))
        return false;
    const QList<RowAction> actions = actionsOf(meantRows());
    const auto found = std::find_if(
        actions.begin(), actions.end(), [&](const RowAction &action) { return action.keys == pressed; });
    if (found == actions.end())
        return false;
    if (found->whyNot.isEmpty())
        found->run();
    return true;
}

QList<int> DataTable::meantRows() const
{
    if (m_picking)
        return selectedRows();
    return currentIndex().isValid() ? QList<int>{currentIndex().row()} : QList<int>();
}

void DataTable::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    if (event->button() == Qt::LeftButton && isGroupRow(row))
        Q_EMIT groupToggled(row);
    QTableView::mousePressEvent(event);
}

void DataTable::mouseMoveEvent(QMouseEvent *event)
{
    hover(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell = isKey ? currentIndex() : indexAt(event->pos());
    if (!cell.isValid() || isGroupRow(cell.row()))
        return;
    const bool isSelected = selectionModel()->isRowSelected(cell.row(), {});
    showMenu(m_picking && isSelected ? selectedRows() : QList<int>{cell.row()},
        isKey ? viewport()->mapToGlobal(visualRect(cell).center()) : event->globalPos());
}

void DataTable::showMenu(const QList<int> &rows, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const RowAction &action : actionsOf(rows)) {
        auto *entry = menu->addAction(icon(action.icon), action.name, action.keys, this, action.run);
        entry->setEnabled(action.whyNot.isEmpty());
        entry->setToolTip(action.whyNot);
    }
    menu->addSeparator();
    menu->addAction(icon(u"copy"), tr("Copy the cell"), QKeySequence::Copy, this, &DataTable::copyCell);
    menu->popup(place);
}

void DataTable::copyCell() const
{
    QGuiApplication::clipboard()->setText(currentIndex().data().toString());
}

QItemSelectionModel::SelectionFlags DataTable::selectionCommand(
    const QModelIndex &index, const QEvent *event) const
{
    const bool mouse = event != nullptr
        && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease);
    const auto *click = mouse ? static_cast<const QMouseEvent *>(event) : nullptr;
    if (click == nullptr || click->button() != Qt::LeftButton || !m_picking
        || !checkBoxArea(index).contains(click->position().toPoint()))
        return QTableView::selectionCommand(index, event);
    // A box is ticked by itself, whatever else is.
    return event->type() == QEvent::MouseButtonPress
        ? QItemSelectionModel::Toggle | QItemSelectionModel::Rows
        : QItemSelectionModel::SelectionFlags(QItemSelectionModel::NoUpdate);
}

QRect DataTable::checkBoxArea(const QModelIndex &index) const
{
    const QRect row(
        0, rowViewportPosition(index.row()), viewport()->width(), QTableView::rowHeight(index.row()));
    return QStyle::visualRect(layoutDirection(), row, QRect(row.x(), row.y(), checkArea, row.height()));
}

} // namespace atelier::ui
