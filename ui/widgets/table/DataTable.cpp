#include "ui/widgets/table/DataTable.h"

#include "ui/theme/Density.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Ticker.h"
#include "ui/widgets/table/TableDelegate.h"

#include <QHeaderView>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int comfortableRow = 44;
constexpr int compactRow = 32;
constexpr int headHeight = 34; // of the header and of groups

} // namespace

DataTable::DataTable(const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_actions(new RowActions(*this))
    , m_ticker(new Ticker(*viewport(), [this] { viewport()->update(liveCells()); }))
    , m_columns(*this)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(new TableDelegate(*this));
    // Square viewports would stand out of the round corners of a card.
    viewport()->setAutoFillBackground(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(compactRow / 2);
    connect(this, &DataTable::activated, this, [this](const QModelIndex &index) {
        if (!isGroupRow(index.row()))
            Q_EMIT rowOpened(index.row());
    });
}

void DataTable::setTableModel(TableModel &model)
{
    m_model = &model;
    setModel(&model);
    setSortingEnabled(true);
    followModel();
    m_columns.size();
    sizeRows();
}

void DataTable::followModel()
{
    connect(m_model, &TableModel::modelReset, this, [this] { m_hovered = -1; });
    connect(m_model, &TableModel::modelReset, this, &DataTable::sizeRows);
    connect(m_model, &TableModel::layoutChanged, this, &DataTable::sizeRows);
    connect(m_model, &TableModel::rowsMoved, this, &DataTable::sizeRows);
    connect(m_model, &TableModel::rowsInserted, this,
        [this](const QModelIndex & /*parent*/, int first, int last) {
            sizeRange(first, last);
            followRows();
        });
    connect(m_model, &TableModel::modelReset, &m_columns, [this] { m_columns.rowsChanged(0); });
    for (const auto rowsCameOrWent : {&TableModel::rowsInserted, &TableModel::rowsRemoved})
        connect(m_model, rowsCameOrWent, &m_columns,
            [this](const QModelIndex &, int first) { m_columns.rowsChanged(first); });
    connect(m_model, &TableModel::rowsRemoved, this, &DataTable::followRows);
    connect(m_model, &TableModel::dataChanged, this, &DataTable::followRows);
    connect(m_model, &TableModel::columnsInserted, &m_columns, &TableColumns::size);
    connect(m_model, &TableModel::columnsRemoved, &m_columns, &TableColumns::size);
    connect(m_model, &TableModel::tellingChanged, &m_columns, &TableColumns::fit);
}

void DataTable::setRowActions(RowActionsOf actionsOf, QList<QKeySequence> keys)
{
    m_actionsOf = std::move(actionsOf);
    m_keys = std::move(keys);
    refreshActions();
}

QList<RowAction> DataTable::actionsOf(const QList<int> &rows) const
{
    const bool isAny = m_actionsOf && !rows.isEmpty() && !isGroupRow(rows.first());
    return isAny ? m_actionsOf(rows) : QList<RowAction>();
}

QList<int> DataTable::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList indexes = selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes)
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

int DataTable::rowHeight() const
{
    return scaled(density() == Density::Compact ? compactRow : comfortableRow);
}

bool DataTable::showsFocusOn(const QModelIndex &index) const
{
    return hasFocus() && index == currentIndex() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

DataTable::Place DataTable::placeOf(int column) const
{
    const QHeaderView *header = horizontalHeader();
    const int visual = header->visualIndex(column);
    const auto seen = [header](int index) { return !header->isSectionHidden(header->logicalIndex(index)); };
    bool first = true;
    for (int index = 0; index < visual; ++index)
        first = first && !seen(index);
    bool last = true;
    for (int index = visual + 1; index < header->count(); ++index)
        last = last && !seen(index);
    return {first, last};
}

bool DataTable::event(QEvent *event)
{
    const bool handled = QTableView::event(event);
    if (m_model == nullptr)
        return handled;
    if (event->type() == QEvent::FontChange)
        m_columns.size();
    if (event->type() == lookChange())
        sizeRows();
    return handled;
}

bool DataTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(-1);
    return QTableView::viewportEvent(event);
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    if (m_model != nullptr)
        m_columns.fit();
    QTableView::resizeEvent(event);
    refreshActions();
}

void DataTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    hover(viewport()->underMouse() ? rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()) : -1);
    refreshActions();
}

void DataTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_picking = selectionModel()->selectedRows().size() > 1;
    viewport()->update();
    refreshActions();
    Q_EMIT selectedRowsChanged();
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    refreshActions();
}

void DataTable::sizeRows()
{
    // Giving all rows this height takes the groups theirs.
    if (verticalHeader()->defaultSectionSize() != rowHeight())
        verticalHeader()->setDefaultSectionSize(rowHeight());
    horizontalHeader()->setFixedHeight(scaled(headHeight));
    sizeRange(0, m_model->rowCount() - 1);
    followRows();
}

void DataTable::sizeRange(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const int wanted = m_model->isGroup(row) ? scaled(headHeight) : rowHeight();
        if (verticalHeader()->sectionSize(row) != wanted)
            verticalHeader()->resizeSection(row, wanted);
    }
}

void DataTable::followRows()
{
    followLiveCells();
    refreshActions();
}

void DataTable::hover(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
    refreshActions();
}

void DataTable::refreshActions()
{
    if (m_model == nullptr)
        return;
    const int row = m_hovered >= 0 ? m_hovered : hasFocus() ? currentIndex().row() : -1;
    m_actions->showFor(isGroupRow(row) || m_picking ? -1 : row);
}

void DataTable::followLiveCells()
{
    m_ticker->setRunning(!liveCells().isEmpty());
}

QRegion DataTable::liveCells() const
{
    const int bottom = rowAt(viewport()->height() - 1);
    const int last = bottom < 0 ? m_model->rowCount() - 1 : bottom;
    QRegion region;
    for (int row = std::max(0, rowAt(0)); row <= last; ++row)
        for (int column = 0; column < m_model->columnCount(); ++column)
            if (!isColumnHidden(column) && isLive(m_model->cell(row, column)))
                region += visualRect(m_model->index(row, column));
    return region;
}

bool DataTable::isGroupRow(int row) const
{
    return m_model != nullptr && row >= 0 && row < m_model->rowCount() && m_model->isGroup(row);
}

} // namespace atelier::ui
