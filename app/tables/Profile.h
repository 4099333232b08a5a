#pragma once

#include "app/tables/Column.h"

#include <cstdint>
#include <vector>

namespace atelier::tables {

/// A profile over all rows of the view `t` for each of the columns, in their order: an array of objects.
[[nodiscard]] Result<Json> profileColumns(const DuckLibrary &duck, const std::vector<Column> &columns);

} // namespace atelier::tables
