#pragma once

#include "app/tables/Column.h"
#include "app/tables/RowChoice.h"

#include <cstdint>
#include <vector>

namespace atelier::tables {

/// Cells of text are cut to so many characters, with "…" behind them.
constexpr int longestCell = 256;

/// The chosen rows from `offset` on, at most `limit`: an array of arrays, `columns` wide.
[[nodiscard]] Result<Json> readRows(const DuckLibrary &duck, const std::vector<Column> &columns,
    const RowChoice &choice, std::int64_t offset, std::int64_t limit);

} // namespace atelier::tables
