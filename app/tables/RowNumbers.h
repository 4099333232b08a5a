#pragma once

#include "app/tables/RowChoice.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atelier::tables {

/// The numbers (`n` of the view `t`) of the rows of a page in the order of the choice, at most `limit` from
/// `offset` on. Only what orders is sorted, and far down only a stretch of it: memory does not grow with the
/// table.
[[nodiscard]] Result<std::vector<std::string>> rowNumbers(
    const DuckLibrary &duck, const RowChoice &choice, std::int64_t offset, std::int64_t limit);

} // namespace atelier::tables
