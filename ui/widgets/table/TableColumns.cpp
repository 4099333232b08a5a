#include "ui/widgets/table/TableColumns.h"

#include "ui/widgets/table/DataTable.h"

#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int narrowestColumn = 48;

} // namespace

TableColumns::TableColumns(DataTable &table)
    : m_table(table)
{
    QHeaderView *header = table.horizontalHeader();
    header->viewport()->setAutoFillBackground(false);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &TableColumns::choose);
}

void TableColumns::size()
{
    QHeaderView *header = m_table.horizontalHeader();
    header->setMinimumSectionSize(scaled(narrowestColumn));
    const QList<Column> &columns = m_table.tableModel()->columns();
    for (int index = 0; index < columns.size(); ++index) {
        const bool rest = columns[index].width == 0;
        header->setSectionResizeMode(index, rest ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!rest)
            header->resizeSection(
                index, std::max(scaled(columns[index].width), header->sectionSizeHint(index)));
    }
    hideNarrow();
}

void TableColumns::hideNarrow()
{
    const QList<Column> &columns = m_table.tableModel()->columns();
    for (int index = 0; index < columns.size(); ++index) {
        const bool narrow = m_table.width() < scaled(columns[index].leavesBelow);
        m_table.setColumnHidden(index, narrow || m_hiddenByUser.contains(index));
    }
}

void TableColumns::choose(const QPoint &position)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<Column> &columns = m_table.tableModel()->columns();
    // The first column says what a row is.
    for (int index = 1; index < columns.size(); ++index) {
        QAction *action = menu->addAction(columns[index].title);
        action->setCheckable(true);
        action->setChecked(!m_hiddenByUser.contains(index));
        connect(action, &QAction::toggled, this, [this, index](bool shown) {
            if (shown)
                m_hiddenByUser.remove(index);
            else
                m_hiddenByUser.insert(index);
            hideNarrow();
        });
    }
    menu->popup(m_table.horizontalHeader()->mapToGlobal(position));
}

} // namespace atelier::ui
