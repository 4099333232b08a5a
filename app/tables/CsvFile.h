#pragma once

#include "app/tables/RowChoice.h"

#include <cstdint>
#include <vector>

namespace atelier::tables {

/// Writes the chosen rows from `offset` on, at most `limit`, into an open file as CSV (RFC 4180, see
/// series::csvText), cells whole. Row after row, however many there are.
[[nodiscard]] Result<void> writeCsv(const DuckLibrary &duck, const std::vector<Column> &columns,
    const RowChoice &choice, std::int64_t offset, std::int64_t limit, int file);

} // namespace atelier::tables
