#pragma once

#include "app/tables/Column.h"
#include "app/tables/RowChoice.h"
#include "app/tables/TableFormat.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace atelier::tables {

/// A table that lies open.
struct TableSource
{
    Format format = Format::Parquet;
    std::vector<Column> columns; ///< of the file
    std::string relation; ///< what DuckDB reads them from
    std::string rowNumber; ///< what in it tells a row's number
    bool isCountedAtOnce = true; ///< its rows are known without reading all of a long file
    std::vector<Column> shown; ///< those asked for
    std::vector<Column> viewed; ///< the columns of the view `t`: those shown and those looked at otherwise
    bool isNumbered = false; ///< the view has the rows' numbers, `n`
    std::optional<std::int64_t> rows; ///< nothing where only reading all of a long file would tell
    std::vector<Error> warnings; ///< what of the file the table does not show as it is
};

/// Opens the file on standard input; its view is still to be made.
[[nodiscard]] Result<TableSource> openTable(
    const DuckLibrary &duck, const std::string &fileName, std::uint64_t size);

/// Makes the view `t` of the columns at these places of the file, and of what the choice of rows needs
/// besides.
[[nodiscard]] Result<void> view(const DuckLibrary &duck, TableSource &source,
    const std::vector<std::size_t> &shown, const RowChoice &choice);

/// Takes what is not UTF-8 out of the view of a Parquet file, and warns of it.
[[nodiscard]] Result<void> hideUnreadable(const DuckLibrary &duck, TableSource &source);

/// An error of DuckDB as a sentence that says what to do.
[[nodiscard]] Error explained(const Error &error);

/// How many rows there are of what stands behind FROM.
[[nodiscard]] Result<std::int64_t> countRows(const DuckLibrary &duck, const std::string &rows);

} // namespace atelier::tables
