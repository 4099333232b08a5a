#include "ui/tables/PagedTable.h"

#include "core/document/TableFilterGrammar.h"
#include "ui/tables/ColumnWords.h"
#include "ui/tables/ValueText.h"
#include "ui/text/Format.h"

#include <algorithm>
#include <numeric>

namespace atelier::ui {

namespace {

constexpr std::int64_t mostNames = 10'000; ///< that the service answers

} // namespace

PagedTable::PagedTable(Ask ask, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ask(std::move(ask))
{
    m_fetch.setSingleShot(true);
    m_fetch.setInterval(0);
    connect(&m_fetch, &QTimer::timeout, this, &PagedTable::fetch);
}

void PagedTable::open()
{
    m_ask({0, tileRows, 0, tileColumns, false}, this,
        [this](const Result<TablePage> &page) { takeFirst(page); });
}

bool PagedTable::choose(const QString &filter)
{
    if (filter == m_choice.filter)
        return false;
    m_choice.filter = filter;
    askAnew();
    return true;
}

void PagedTable::sortBy(std::optional<int> column, Qt::SortOrder order)
{
    if (column && this->column(*column) == nullptr)
        return;
    m_choice.sorted = column;
    m_choice.order = order;
    askAnew();
}

void PagedTable::askColumns()
{
    if (!m_fileColumns.empty())
        return Q_EMIT columnsKnown();
    m_ask({0, 0, 0, mostNames, false}, this, [this](const Result<TablePage> &page) {
        if (!page)
            return Q_EMIT partFailed(page.error());
        m_fileColumns = page->columns;
        Q_EMIT columnsKnown();
    });
}

void PagedTable::chooseColumns(std::vector<int> places)
{
    std::vector<int> all(m_fileColumns.size());
    std::iota(all.begin(), all.end(), 0);
    if (places == all)
        places.clear();
    if (places == m_places)
        return;
    const std::vector<int> before = std::exchange(m_places, std::move(places));
    beginResetModel();
    moveOrder(before);
    m_columns.clear();
    for (const int place : m_places.empty() ? all : m_places)
        m_columns.emplace_back(m_fileColumns[static_cast<std::size_t>(place)]);
    if (m_places.empty())
        m_columns.resize(m_columnCount);
    m_tiles.clear();
    m_asked.clear();
    m_profiled.clear();
    m_wantedProfiles.clear();
    m_hasNewColumns = true;
    ++m_columnTurn;
    endResetModel();
    askAnew();
}

/// The order goes with its column, or with the choice where that is not shown any more.
void PagedTable::moveOrder(const std::vector<int> &before)
{
    if (m_choice.sorted) {
        const auto column = static_cast<std::size_t>(*m_choice.sorted);
        const int place = before.empty() ? *m_choice.sorted : before[column];
        const auto found = std::find(m_places.begin(), m_places.end(), place);
        m_choice.sorted = m_places.empty() ? std::optional(place)
            : found == m_places.end()      ? std::nullopt
                                           : std::optional(static_cast<int>(found - m_places.begin()));
    }
    m_shown.sorted = m_choice.sorted;
    m_shown.order = m_choice.order;
}

void PagedTable::askAnew()
{
    m_wanted.clear();
    m_isChoosing = true;
    m_ask(partOf({0, 0}), this, [this, turn = ++m_turn](const Result<TablePage> &page) {
        if (turn == m_turn)
            takeChoice(page);
    });
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, std::max(0, columnCount() - 1));
}

void PagedTable::takeChoice(const Result<TablePage> &page)
{
    m_isChoosing = false;
    m_fetch.start();
    if (!page) {
        const Error error = page.error();
        m_choice = m_shown;
        m_asked.clear(); // what was under way for the rows that stay was dropped
        if (m_rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, std::max(0, columnCount() - 1));
        return Q_EMIT refused(error);
    }
    m_shown = m_choice;
    m_matches = page->matchCount;
    beginResetModel();
    m_tiles.clear();
    m_asked.clear();
    m_wanted.clear();
    m_rows = static_cast<int>(std::min(
        m_matches.value_or(m_total.value_or(static_cast<std::int64_t>(page->rows.size()))), mostRows));
    keep({0, 0}, *page);
    endResetModel();
    if (std::exchange(m_hasNewColumns, false)) {
        Q_EMIT columnsArrived(0, std::min(tileColumns, columnCount()) - 1);
        Q_EMIT columnsArrived(tileColumns, columnCount() - 1);
    }
    Q_EMIT chosen();
}

std::string PagedTable::sortOf(const Choice &choice) const
{
    if (!choice.sorted)
        return {};
    const std::string sign = choice.order == Qt::DescendingOrder ? "-" : "";
    return sign + tableFilterWord(column(*choice.sorted)->name);
}

TablePart PagedTable::partOf(const Place &place) const
{
    TablePart part{std::int64_t{place.first} * tileRows, tileRows, std::int64_t{place.second} * tileColumns,
        tileColumns, false};
    part.filter = m_choice.filter.toStdString();
    part.sort = sortOf(m_choice);
    if (!m_places.empty())
        part.names = namesFrom(static_cast<std::size_t>(part.firstColumn), tileColumns);
    return part;
}

TablePart PagedTable::shownPart() const
{
    TablePart part;
    part.filter = m_shown.filter.toStdString();
    part.sort = sortOf(m_shown);
    if (!m_places.empty())
        part.names = namesFrom(0, m_columns.size());
    return part;
}

std::string PagedTable::namesFrom(std::size_t first, std::size_t count) const
{
    std::string names;
    for (std::size_t i = first; i < std::min(m_columns.size(), first + count); ++i)
        names += (names.empty() ? "" : ",") + tableFilterWord(m_columns[i]->name);
    return names;
}

const TableColumn *PagedTable::column(int column) const
{
    const auto &known = m_columns[static_cast<std::size_t>(column)];
    return known ? &*known : nullptr;
}

const TableColumn *PagedTable::profiledColumn(int column)
{
    if (m_profiled.insert(column / tileColumns).second) {
        m_wantedProfiles.push_front(column / tileColumns);
        m_fetch.start();
    }
    return this->column(column);
}

int PagedTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int PagedTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

const Json *PagedTable::cell(const QModelIndex &index) const
{
    const Place place{index.row() / tileRows, index.column() / tileColumns};
    const auto tile = m_tiles.find(place);
    if (tile == m_tiles.end()) {
        want(place);
        return nullptr;
    }
    tile->second.used = ++m_clock;
    const auto row = static_cast<std::size_t>(index.row() % tileRows);
    // A file that was cut since it was opened has fewer rows than it had.
    return row < tile->second.rows.size()
        ? &tile->second.rows[row][static_cast<std::size_t>(index.column() % tileColumns)]
        : nullptr;
}

QVariant PagedTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()
        || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role < Qt::UserRole
            && role != Qt::AccessibleTextRole))
        return {};
    const Json *value = cell(index);
    switch (role) {
    case IsHereRole:
        return value != nullptr;
    case IsEmptyRole:
        return value != nullptr && value->is_null();
    case Qt::AccessibleTextRole:
        return value == nullptr ? tr("not loaded yet") : value->is_null() ? tr("empty") : shownValue(*value);
    case Qt::DisplayRole:
        return value == nullptr ? QString() : shownValue(*value);
    default:
        return value == nullptr ? QString() : copiedValue(*value);
    }
}

QVariant PagedTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount())
        return {};
    const TableColumn *known = column(section);
    if (known == nullptr)
        return {};
    if (role == Qt::DisplayRole)
        return textOf(known->name);
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return ColumnWords::sentence(*known);
    return {};
}

} // namespace atelier::ui
