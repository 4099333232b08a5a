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
    std::string order; ///< ` ORDER BY …`, or ""; the view has the number of each row then, `n`
    std::string key; ///< the order as one value of bytes, where there is one
    bool isFiltered = false;
    std::set<std::size_t> needed; ///< columns that the view must have
};

/// Reads a filter and an order against the file's columns. Names never become part of the SQL, and values are
/// bound.
[[nodiscard]] Result<RowChoice> chooseRows(const DuckLibrary &duck, const std::vector<Column> &columns,
    const std::string &filter, const std::string &sort);

} // namespace atelier::tables
