#pragma once

#include "app/tables/Column.h"

#include <cstdint>
#include <vector>

namespace atelier::tables {

/// Cells of text are cut to so many characters, with "…" behind them.
constexpr int longestCell = 256;

/// The rows of the view `t` from `offset` on, at most `limit`: an array of arrays, `columns` wide.
[[nodiscard]] Result<Json> readRows(
    const DuckLibrary &duck, const std::vector<Column> &columns, std::int64_t offset, std::int64_t limit);

} // namespace atelier::tables
