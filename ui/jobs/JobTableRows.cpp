// How the rows of the table follow another list of jobs.
#include "ui/jobs/JobTableModel.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace atelier::ui {

/// What is the same at both ends stays. Between them rows come at once, all are put in order, and what goes
/// goes at once: a signal for each of many runs would have views lay themselves out as often. So every row
/// that stays keeps its place in the selection.
void JobTableModel::replaceBy(Lines lines)
{
    const auto same = [](const Line &one, const Line &other) { return one.isSame(other); };
    const auto [oldBegin, newBegin]
        = std::mismatch(m_rows.begin(), m_rows.end(), lines.begin(), lines.end(), same);
    const auto [oldEnd, newEnd] = std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(oldBegin),
        lines.rbegin(), std::make_reverse_iterator(newBegin), same);
    const auto begin = static_cast<int>(oldBegin - m_rows.begin());
    const auto end = static_cast<int>(oldEnd.base() - m_rows.begin());
    const Lines wanted(newBegin, newEnd.base());
    const int added = insertMissing(wanted, begin, end);
    const int gone = putInOrderOf(wanted, begin, end + added);
    if (gone > 0) {
        beginRemoveRows({}, begin, begin + gone - 1);
        m_rows.erase(m_rows.begin() + begin, m_rows.begin() + begin + gone);
        endRemoveRows();
    }
    m_rows = std::move(lines);
    tick();
}

/// At the end of the rows from `begin` to `end`; answers how many.
int JobTableModel::insertMissing(const Lines &wanted, int begin, int end)
{
    std::set<std::string> known;
    for (int row = begin; row < end; ++row)
        known.insert(m_rows[static_cast<std::size_t>(row)].key());
    Lines missing;
    for (const Line &line : wanted)
        if (known.count(line.key()) == 0)
            missing.push_back(line);
    if (missing.empty())
        return 0;
    beginInsertRows({}, end, end + static_cast<int>(missing.size()) - 1);
    m_rows.insert(m_rows.begin() + end, missing.begin(), missing.end());
    endInsertRows();
    return static_cast<int>(missing.size());
}

/// What is not wanted comes first; answers how many these are.
int JobTableModel::putInOrderOf(const Lines &wanted, int begin, int end)
{
    std::map<std::string, int> places;
    for (const Line &line : wanted)
        places.emplace(line.key(), static_cast<int>(places.size()));
    Order order;
    int gone = 0;
    for (int row = begin; row < end; ++row) {
        const auto place = places.find(m_rows[static_cast<std::size_t>(row)].key());
        order.emplace_back(place == places.end() ? -1 : place->second, row);
        gone += place == places.end() ? 1 : 0;
    }
    if (!std::is_sorted(order.begin(), order.end()))
        sortRows(std::move(order), begin);
    return gone;
}

void JobTableModel::sortRows(Order order, int begin)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    std::sort(order.begin(), order.end());
    Lines sorted;
    std::vector<int> rows(order.size()); // where each of them goes
    for (const auto &[place, row] : order) {
        rows[static_cast<std::size_t>(row - begin)] = begin + static_cast<int>(sorted.size());
        sorted.push_back(m_rows[static_cast<std::size_t>(row)]);
    }
    std::move(sorted.begin(), sorted.end(), m_rows.begin() + begin);
    const int end = begin + static_cast<int>(order.size());
    const QModelIndexList indexes = persistentIndexList();
    for (const QModelIndex &index : indexes)
        if (index.row() >= begin && index.row() < end)
            changePersistentIndex(
                index, this->index(rows[static_cast<std::size_t>(index.row() - begin)], index.column()));
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace atelier::ui
