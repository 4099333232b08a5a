#include "ui/widgets/table/TableDelegate.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/widgets/table/CellPainter.h"
#include "ui/widgets/table/DataTable.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int padding = 10;
constexpr int edgePadding = 16; // before the first column and after the last one
constexpr int selectionEdge = 3;

Cell cellOf(const QModelIndex &index)
{
    return index.data(TableModel::CellRole).value<Cell>();
}

QRect within(const QRect &box, Qt::LayoutDirection direction, int start, int end)
{
    return QStyle::visualRect(direction, box, box.adjusted(start, 0, -end, -1));
}

} // namespace

int widthOfName(const Cell &cell)
{
    const auto *name = std::get_if<cell::Name>(&cell);
    return name == nullptr ? 0 : edgePadding + widthOf(*name) + padding;
}

TableDelegate::TableDelegate(DataTable &table)
    : QStyledItemDelegate(&table)
    , m_table(table)
{
}

void TableDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    if (m_table.tableModel()->isGroup(index.row()))
        paintGroup(*painter, option, index);
    else
        paintRow(*painter, option, index);
    painter->restore();
    if (m_table.showsFocusOn(index))
        drawFocusRing(*painter, QRectF(option.rect).adjusted(1, 1, -1, -2), tagRadius);
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_table.tableModel()->isGroup(index.row()))
        return {0, m_table.rowHeight()}; // its text is the whole row's, no column's
    constexpr int wide = 400;
    const int text = option.fontMetrics.horizontalAdvance(plainText(cellOf(index)));
    return {std::min(scaled(wide), text + 3 * padding), m_table.rowHeight()};
}

void TableDelegate::paintRow(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = colors();
    const QRect &box = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = m_table.hoveredRow() == index.row();
    if (selected)
        painter.fillRect(box, hovered ? c.selectedHover : c.selected);
    else if (hovered)
        painter.fillRect(box, c.hover);
    painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), c.strokeSubtle);
    if (selected && m_table.placeOf(index.column()).first) {
        const QRect edge(box.x(), box.y(), selectionEdge, box.height() - 1);
        painter.fillRect(QStyle::visualRect(option.direction, box, edge), c.accentStroke);
    }
    std::visit(CellPainter(painter, contentsOf(option, index.column()), option.direction,
                   {selected, m_table.isPicking()}),
        cellOf(index));
}

QRect TableDelegate::contentsOf(const QStyleOptionViewItem &option, int column) const
{
    const auto place = m_table.placeOf(column);
    return within(option.rect, option.direction, place.first ? edgePadding : padding,
        place.last ? edgePadding : padding);
}

bool TableDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Cell cell = cellOf(index);
    const auto *name = std::get_if<cell::Name>(&cell);
    const bool isElided = event->type() == QEvent::ToolTip && name != nullptr
        && widthOf(*name) > contentsOf(option, index.column()).width();
    if (!isElided)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), name->name, view);
    return true;
}

void TableDelegate::paintGroup(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // Every cell paints its part of the whole row: spans would get in the way of moved columns.
    const QRect shown(0, option.rect.y(), m_table.viewport()->width(), option.rect.height());
    painter.fillRect(option.rect.adjusted(0, 0, 0, -1), colors().canvas);
    painter.fillRect(
        QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1), colors().strokeSubtle);
    const QRect contents = within(shown, option.direction, edgePadding, edgePadding);
    std::visit(CellPainter(painter, contents, option.direction, {}), cellOf(index.siblingAtColumn(0)));
}

} // namespace atelier::ui
