#include "ui/widgets/table/TableColumns.h"

#include "ui/widgets/MenuPlace.h"
#include "ui/widgets/table/DataTable.h"
#include "ui/widgets/table/TableDelegate.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace atelier::ui {

namespace {

constexpr int narrowestColumn = 48;
constexpr int narrowestRest = 260; // of the column that takes what is left
constexpr int widestRest = 360; // that other columns give way to
constexpr int measuredRows = 200;
constexpr int hundred = 100;

} // namespace

TableColumns::TableColumns(DataTable &table)
    : m_table(table)
{
    QHeaderView *header = table.horizontalHeader();
    header->viewport()->setAutoFillBackground(false);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false); // it says what a row is
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &TableColumns::choose);
    connect(header, &QHeaderView::sectionResized, this,
        [this](int index, int /*before*/, int width) { resized(index, width); });
    connect(header, &QHeaderView::sortIndicatorChanged, this, &TableColumns::sorted);
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_isArranging)
            Q_EMIT changed();
    });
}

void TableColumns::size()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    QHeaderView *header = m_table.horizontalHeader();
    header->setMinimumSectionSize(scaled(narrowestColumn));
    const QList<Column> &columns = m_table.tableModel()->columns();
    for (int index = 0; index < columns.size(); ++index)
        header->setSectionResizeMode(
            index, columns[index].width == 0 ? QHeaderView::Fixed : QHeaderView::Interactive);
    m_nameWidth = nameWidth();
    fit();
}

void TableColumns::rowsChanged(int first)
{
    if (first >= measuredRows || std::exchange(m_isMeasureDue, true))
        return;
    QMetaObject::invokeMethod(this, &TableColumns::measure, Qt::QueuedConnection);
}

void TableColumns::measure()
{
    m_isMeasureDue = false;
    if (std::exchange(m_nameWidth, nameWidth()) != m_nameWidth)
        fit();
}

int TableColumns::nameWidth() const
{
    const TableModel &model = *m_table.tableModel();
    Cell longest;
    qsizetype letters = 0;
    for (int row = 0; row < std::min(model.rowCount(), measuredRows); ++row) {
        Cell cell = model.cell(row, 0);
        const auto *name = std::get_if<cell::Name>(&cell);
        if (name == nullptr || name->name.size() <= letters)
            continue;
        letters = name->name.size();
        longest = std::move(cell);
    }
    return std::clamp(widthOfName(longest), scaled(narrowestRest), scaled(widestRest));
}

bool TableColumns::isWanted(int index) const
{
    const Wish wish = wishOf(m_table.tableModel()->columns()[index]);
    return wish == Wish::None ? m_table.tableModel()->isTelling(index) : wish == Wish::Show;
}

int TableColumns::widthOf(int index) const
{
    const Column &column = m_table.tableModel()->columns()[index];
    if (column.width == 0)
        return m_nameWidth;
    if (const int chosen = m_widths.value(column.id).toInt(); chosen > 0)
        return scaled(chosen);
    return std::max(scaled(column.width), m_table.horizontalHeader()->sectionSizeHint(index));
}

QList<bool> TableColumns::shown() const
{
    const QList<Column> &columns = m_table.tableModel()->columns();
    QList<bool> shown;
    int needed = 0;
    for (int index = 0; index < columns.size(); ++index) {
        shown << isWanted(index);
        needed += shown.last() ? widthOf(index) : 0;
    }
    while (needed > m_table.viewport()->width()) {
        int first = -1; // of those that may leave
        for (int index = 0; index < columns.size(); ++index)
            if (shown[index] && columns[index].leaves > 0 && wishOf(columns[index]) == Wish::None
                && (first < 0 || columns[index].leaves < columns[first].leaves))
                first = index;
        if (first < 0)
            break;
        shown[first] = false;
        needed -= widthOf(first);
    }
    return shown;
}

void TableColumns::fit()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    const QList<Column> &columns = m_table.tableModel()->columns();
    const QList<bool> shown = this->shown();
    int left = m_table.viewport()->width();
    int rest = -1;
    for (int index = 0; index < columns.size(); ++index) {
        m_table.setColumnHidden(index, !shown[index]);
        if (columns[index].width == 0)
            rest = index;
        else if (shown[index])
            m_table.setColumnWidth(index, widthOf(index));
        if (columns[index].width != 0 && shown[index])
            left -= widthOf(index);
    }
    if (rest >= 0)
        m_table.setColumnWidth(rest, std::max(left, scaled(narrowestRest)));
}

void TableColumns::resized(int index, int width)
{
    if (m_isArranging || width == 0)
        return;
    m_widths[m_table.tableModel()->columns()[index].id] = width * hundred / scaled(hundred);
    fit();
    Q_EMIT changed();
}

/// A column that cannot be sorted by does not say that it is.
void TableColumns::sorted(int index)
{
    if (index >= 0 && m_table.tableModel() != nullptr && !m_table.tableModel()->columns()[index].sortable)
        m_table.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

QStringList TableColumns::arrangement() const
{
    const QHeaderView *header = m_table.horizontalHeader();
    QStringList ids;
    for (int place = 0; place < header->count(); ++place) {
        const Column &column = m_table.tableModel()->columns()[header->logicalIndex(place)];
        const Wish wish = wishOf(column);
        ids << (wish == Wish::Show ? u'+' + column.id : wish == Wish::Hide ? u'-' + column.id : column.id);
    }
    return ids;
}

void TableColumns::setArrangement(const QStringList &arrangement)
{
    const QScopedValueRollback arranging(m_isArranging, true);
    QHeaderView *header = m_table.horizontalHeader();
    const QList<Column> &columns = m_table.tableModel()->columns();
    m_wishes.clear();
    int place = 1; // the first column stays where it is
    for (const QString &entry : arrangement) {
        const bool isMarked = entry.startsWith(u'+') || entry.startsWith(u'-');
        const QString id = isMarked ? entry.mid(1) : entry;
        const auto found = std::find_if(
            columns.begin(), columns.end(), [&](const Column &column) { return column.id == id; });
        if (found == columns.begin() || found == columns.end())
            continue;
        header->moveSection(header->visualIndex(static_cast<int>(found - columns.begin())), place++);
        if (isMarked)
            m_wishes[id] = entry.startsWith(u'+') ? Wish::Show : Wish::Hide;
    }
    // What it does not name comes behind, as it is by itself.
    for (int index = 1; index < columns.size(); ++index)
        if (!arrangement.contains(columns[index].id) && !m_wishes.contains(columns[index].id))
            header->moveSection(header->visualIndex(index), place++);
    size();
}

void TableColumns::setWidths(const QVariantMap &widths)
{
    m_widths = widths;
    fit();
}

void TableColumns::wish(const QString &id, Wish wish)
{
    m_wishes[id] = wish;
    fit();
    Q_EMIT changed();
}

void TableColumns::fillMenu(QMenu &menu)
{
    const QHeaderView *header = m_table.horizontalHeader();
    // The first column says what a row is.
    for (int place = 1; place < header->count(); ++place) {
        const Column column = m_table.tableModel()->columns()[header->logicalIndex(place)];
        QAction *action = menu.addAction(column.title);
        action->setCheckable(true);
        action->setChecked(isWanted(header->logicalIndex(place)));
        connect(action, &QAction::toggled, this,
            [this, id = column.id](bool shown) { wish(id, shown ? Wish::Show : Wish::Hide); });
    }
}

void TableColumns::choose(const QPoint &position)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    if (m_extend)
        m_extend(*menu);
    openInside(*menu, *m_table.horizontalHeader(), position);
}

} // namespace atelier::ui
