#pragma once

#include "app/tables/Column.h"
#include "core/document/TableFilterGrammar.h"

#include <cstdint>
#include <vector>

namespace atelier::tables {

/// The column that a word of a filter, an order or a choice (`what`) names; an error says where it stands.
[[nodiscard]] Result<Column> columnNamed(
    const std::vector<Column> &columns, const TableFilterWord &name, const std::string &what);

/// Which columns are asked for: by names parted by commas or, where there are none, by their places.
struct ColumnWish
{
    std::string names;
    std::int64_t first = 0;
    std::int64_t count = 50;
};

/// Their places in the file.
[[nodiscard]] Result<std::vector<std::size_t>> chooseColumns(
    const std::vector<Column> &columns, const ColumnWish &wish);

} // namespace atelier::tables
