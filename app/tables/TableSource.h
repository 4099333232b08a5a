#pragma once

#include "app/tables/Column.h"
#include "app/tables/TableFormat.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace atelier::tables {

/// Which columns of a table are asked for.
struct ColumnRange
{
    std::int64_t first = 0;
    std::int64_t count = 0;
};

/// A table that lies open: the view `t` has the columns that are asked for.
struct TableSource
{
    Format format = Format::Parquet;
    std::vector<Column> columns; ///< those asked for
    std::size_t columnCount = 0; ///< of the file
    std::optional<std::int64_t> rows; ///< nothing where only reading all of a long file would tell
    std::vector<Error> warnings; ///< what of the file the table does not show as it is
};

/// Makes the view `t` of the file on standard input.
[[nodiscard]] Result<TableSource> openTable(
    const DuckLibrary &duck, const std::string &fileName, std::uint64_t size, const ColumnRange &wanted);

/// Takes what is not UTF-8 out of the view of a Parquet file, and warns of it.
[[nodiscard]] Result<void> hideUnreadable(const DuckLibrary &duck, TableSource &source);

/// An error of DuckDB as a sentence that says what to do.
[[nodiscard]] Error explained(const Error &error);

/// How many rows the view `t` has.
[[nodiscard]] Result<std::int64_t> countRows(const DuckLibrary &duck);

} // namespace atelier::tables
