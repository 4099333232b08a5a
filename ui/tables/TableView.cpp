#include "ui/tables/TableView.h"

#include "core/document/TableFilterGrammar.h"
#include "ui/tables/ColumnHeader.h"
#include "ui/tables/PagedTable.h"
#include "ui/tables/ValueDelegate.h"
#include "ui/text/Format.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/TextSize.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

constexpr int lineHeight = 30;
constexpr int padding = 12;
constexpr int widestColumn = 320;
constexpr int measuredRows = 50;
constexpr qsizetype longestValue = 200; ///< of a condition; what is longer may be cut

} // namespace

TableView::TableView(PagedTable &table, QWidget *parent)
    : QTableView(parent)
    , m_table(table)
    , m_header(new ColumnHeader(table, this))
    , m_noMatch(makeNoMatch())
{
    setObjectName(u"tableRows"_s);
    setAccessibleName(tr("Rows of the table"));
    setHorizontalHeader(m_header);
    setModel(&table);
    setItemDelegate(new ValueDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ContiguousSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1); // the style's own is higher than a row
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    followTextSize(*this, [this] {
        verticalHeader()->setDefaultSectionSize(scaled(lineHeight));
        m_header->setDefaultSectionSize(scaled(120));
    });
    connect(m_header, &QHeaderView::sectionClicked, this, &TableView::turnOrder);
    connect(&table, &PagedTable::columnsArrived, this, &TableView::sizeColumns);
    connect(&table, &PagedTable::profilesArrived, this, &TableView::widenColumns);
    connect(&table, &PagedTable::chosen, m_noMatch,
        [this] { m_noMatch->setVisible(m_table.isFiltered() && m_table.rowCount() == 0); });
}

void TableView::sizeColumns(int first, int last)
{
    const QFontMetrics metrics(ui::font(TextStyle::Body));
    const int rows = std::min(measuredRows, m_table.rowCount());
    for (int column = first; column <= last && m_table.column(column) != nullptr; ++column) {
        int width = m_header->headWidth(column);
        for (int row = 0; row < rows && first == 0; ++row)
            width = std::max(width,
                metrics.horizontalAdvance(m_table.index(row, column).data().toString()) + 2 * padding + 2);
        m_header->resizeSection(column, std::min(width, scaled(widestColumn)));
    }
}

void TableView::widenColumns(int first, int last)
{
    for (int column = first; column <= last; ++column)
        m_header->resizeSection(column, std::max(m_header->sectionSize(column), m_header->headWidth(column)));
    m_header->viewport()->update();
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    QTableView::keyPressEvent(event);
}

void TableView::turnOrder(int column)
{
    if (m_table.sortedColumn() != column)
        return m_table.sortBy(column);
    if (m_table.sortOrder() == Qt::AscendingOrder)
        return m_table.sortBy(column, Qt::DescendingOrder);
    m_table.sortBy({});
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell = isKey ? currentIndex() : indexAt(event->pos());
    if (cell.isValid())
        showMenu(cell, viewport()->mapToGlobal(isKey ? visualRect(cell).center() : event->pos()));
}

void TableView::showMenu(const QModelIndex &cell, const QPoint &place)
{
    const int column = cell.column();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto addOrder = [&](const QString &text, bool isInForce, auto act) {
        QAction *action = menu->addAction(text, this, act);
        action->setCheckable(true);
        action->setChecked(isInForce);
    };
    const bool isSorted = m_table.sortedColumn() == column;
    const bool isUp = m_table.sortOrder() == Qt::AscendingOrder;
    addOrder(tr("Sort ascending"), isSorted && isUp, [this, column] { m_table.sortBy(column); });
    addOrder(tr("Sort descending"), isSorted && !isUp,
        [this, column] { m_table.sortBy(column, Qt::DescendingOrder); });
    addOrder(tr("As in the file"), !m_table.sortedColumn(), [this] { m_table.sortBy({}); });
    menu->addSeparator();
    offerConditions(*menu, cell);
    menu->addSeparator();
    menu->addAction(tr("Copy"), QKeySequence::Copy, this, &TableView::copySelection);
    menu->popup(place);
}

void TableView::offerConditions(QMenu &menu, const QModelIndex &cell)
{
    const TableColumn *column = m_table.column(cell.column());
    if (column == nullptr || !cell.data(PagedTable::IsHereRole).toBool())
        return;
    const QString name = textOf(tableFilterWord(column->name));
    const auto add = [&](const QString &text, const QString &condition) {
        menu.addAction(text, this, [this, condition] { Q_EMIT conditionChosen(condition); });
    };
    if (cell.data(PagedTable::IsEmptyRole).toBool() || column->kind == ValueKind::Binary) {
        add(tr("Only rows where it is empty"), name + u" is empty"_s);
        return add(tr("Only rows where it is not empty"), name + u" is not empty"_s);
    }
    const QString exact = cell.data(PagedTable::ExactRole).toString();
    if (exact.size() > longestValue)
        return;
    const QString value = textOf(tableFilterWord(exact.toStdString()));
    const QString shown = menu.fontMetrics().elidedText(exact.simplified(), Qt::ElideRight, scaled(160));
    add(tr("Only rows with %1").arg(shown), name + u'=' + value);
    add(tr("Only rows without %1").arg(shown), name + u"!="_s + value);
}

void TableView::copySelection()
{
    const QItemSelection selection = selectionModel()->selection();
    if (selection.isEmpty())
        return;
    const QItemSelectionRange &range = selection.front();
    QStringList lines;
    for (int row = range.top(); row <= range.bottom(); ++row) {
        QStringList cells;
        for (int column = range.left(); column <= range.right(); ++column) {
            const QModelIndex index = m_table.index(row, column);
            if (!index.data(PagedTable::IsHereRole).toBool())
                break;
            QString text = index.data(PagedTable::ExactRole).toString();
            cells << text.replace(u'\t', u' ').replace(u'\n', u' ');
        }
        // What was scrolled past only is not here, and half a row would be taken for a whole one.
        if (cells.size() < range.width())
            break;
        lines << cells.join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    Q_EMIT copied(static_cast<int>(lines.size()), range.height() - static_cast<int>(lines.size()));
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_table.rowCount() > 0 || m_table.isFiltered())
        return;
    QPainter painter(viewport());
    painter.setFont(ui::font(TextStyle::Body));
    painter.setPen(colors().text2);
    painter.drawText(
        viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("This table has columns, but no rows."));
}

/// Not within the viewport: that moves what is in it along with the columns.
QWidget *TableView::makeNoMatch()
{
    auto *noMatch = new QWidget(this);
    QVBoxLayout *column = makeColumn(noMatch, 10);
    column->addStretch(1);
    column->addWidget(
        new TextLabel(tr("No row meets the filter."), TextStyle::Body, &Colors::text2), 0, Qt::AlignHCenter);
    auto *clear = new Button(tr("Clear filter"), ButtonKind::Default, u"dismiss", ControlSize::Normal);
    clear->setObjectName(u"clearFilter"_s);
    connect(clear, &Button::clicked, this, &TableView::clearRequested);
    column->addWidget(clear, 0, Qt::AlignHCenter);
    column->addStretch(1);
    noMatch->hide();
    return noMatch;
}

void TableView::updateGeometries()
{
    QTableView::updateGeometries();
    m_noMatch->setGeometry(viewport()->geometry());
}

void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    Q_EMIT scrolled();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    Q_EMIT scrolled();
}

} // namespace atelier::ui
