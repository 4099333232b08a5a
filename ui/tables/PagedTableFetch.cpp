// What PagedTable fetches, and where it keeps it.
#include "ui/tables/PagedTable.h"

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr std::size_t mostTiles = 64;
constexpr std::size_t longestQueue = 6; ///< what was scrolled past is not fetched any more
constexpr int callsAtOnce = 2;

} // namespace

void PagedTable::want(const Place &place) const
{
    if (m_asked.count(place) != 0 || std::find(m_wanted.begin(), m_wanted.end(), place) != m_wanted.end())
        return;
    m_wanted.push_front(place);
    m_wanted.resize(std::min(m_wanted.size(), longestQueue));
    m_fetch.start();
}

void PagedTable::fetch()
{
    while (!m_isChoosing && m_underWay < callsAtOnce && !(m_wanted.empty() && m_wantedProfiles.empty())) {
        ++m_underWay;
        if (!m_wanted.empty()) {
            const Place place = m_wanted.front();
            m_wanted.pop_front();
            fetchTile(place);
        } else {
            const int group = m_wantedProfiles.front();
            m_wantedProfiles.pop_front();
            fetchProfiles(group);
        }
    }
}

void PagedTable::fetchTile(const Place &place)
{
    m_asked.insert(place);
    m_ask(partOf(place), this, [this, place, turn = m_turn](const Result<TablePage> &page) {
        if (turn == m_turn)
            return takeTile(place, page);
        --m_underWay;
        m_fetch.start();
    });
}

void PagedTable::fetchProfiles(int group)
{
    TablePart part{0, 0, std::int64_t{group} * tileColumns, tileColumns, true};
    part.names = partOf({0, group}).names;
    m_ask(part, this, [this, group, turn = m_columnTurn](const Result<TablePage> &page) {
        if (turn == m_columnTurn)
            return takeProfiles(group * tileColumns, page);
        --m_underWay;
        m_fetch.start();
    });
}

void PagedTable::takeFirst(const Result<TablePage> &page)
{
    if (!page)
        return Q_EMIT failed(page.error());
    beginResetModel();
    m_columnCount = static_cast<std::size_t>(page->columnCount);
    m_columns.resize(m_columnCount);
    m_total = page->rowCount;
    m_rows = static_cast<int>(
        std::min(m_total.value_or(static_cast<std::int64_t>(page->rows.size())), mostRows));
    m_warnings = page->warnings;
    keep({0, 0}, *page);
    endResetModel();
    takeColumns(0, *page);
    Q_EMIT opened();
}

void PagedTable::takeTile(const Place &place, const Result<TablePage> &page)
{
    --m_underWay;
    m_fetch.start();
    if (!page)
        return Q_EMIT partFailed(page.error());
    m_asked.erase(place);
    const int row = place.first * tileRows;
    const int column = place.second * tileColumns;
    takeColumns(column, *page);
    keep(place, *page);
    Q_EMIT dataChanged(index(row, column),
        index(std::min(row + tileRows, m_rows) - 1, std::min(column + tileColumns, columnCount()) - 1));
}

void PagedTable::takeProfiles(int first, const Result<TablePage> &page)
{
    --m_underWay;
    m_fetch.start();
    if (!page)
        return Q_EMIT partFailed(page.error());
    setTotal(page->rowCount);
    takeColumns(first, *page);
    const int last = first + static_cast<int>(page->columns.size()) - 1;
    Q_EMIT profilesArrived(first, last);
    Q_EMIT headerDataChanged(Qt::Horizontal, first, last);
}

void PagedTable::takeColumns(int from, const TablePage &page)
{
    const auto first = static_cast<std::size_t>(from);
    bool isNews = false;
    for (std::size_t i = 0; i < page.columns.size() && first + i < m_columns.size(); ++i) {
        auto &known = m_columns[first + i];
        isNews = isNews || !known;
        if (!known || page.columns[i].profile)
            known = page.columns[i];
    }
    if (isNews)
        Q_EMIT columnsArrived(static_cast<int>(first), static_cast<int>(first + page.columns.size()) - 1);
}

void PagedTable::keep(const Place &place, const TablePage &page)
{
    if (m_tiles.size() >= mostTiles)
        m_tiles.erase(std::min_element(m_tiles.begin(), m_tiles.end(),
            [](const auto &a, const auto &b) { return a.second.used < b.second.used; }));
    m_tiles[place] = {page.rows, ++m_clock};
}

void PagedTable::setTotal(std::optional<std::int64_t> total)
{
    if (m_total || !total)
        return;
    m_total = total;
    const int rows = static_cast<int>(std::min(*total, mostRows));
    if (rows <= m_rows || m_matches)
        return;
    beginInsertRows({}, m_rows, rows - 1);
    m_rows = rows;
    endInsertRows();
}

} // namespace atelier::ui
