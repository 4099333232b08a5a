#pragma once

#include "app/tables/Column.h"

#include <set>
#include <string>
#include <vector>

namespace atelier::tables {

/// Which rows of the view `t` are shown, and in which order.
struct RowChoice
{
    std::string rows = "t"; ///< what stands behind FROM
    std::string order; ///< ` ORDER BY …`, or ""
    bool isFiltered = false;
    std::set<std::size_t> needed; ///< columns that the view must have
};

/// Reads a filter and an order against the file's columns. Names never become part of the SQL, and values are
/// bound.
[[nodiscard]] Result<RowChoice> chooseRows(const DuckLibrary &duck, const std::vector<Column> &columns,
    const std::string &filter, const std::string &sort);

} // namespace atelier::tables
