#pragma once

#include "core/base/Error.h"
#include "core/base/Json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atelier {

/// Which part of a table is looked at.
struct TablePart
{
    std::int64_t offset = 0; ///< of the first row
    std::int64_t limit = 100; ///< rows, 500 at most
    std::int64_t firstColumn = 0;
    std::int64_t columns = 50; ///< 100 at most
    bool wantsProfile = false; ///< of these columns, over all rows, whatever the filter
    std::string filter = {}; ///< `age>40 city=Rome`
    std::string sort = {}; ///< `age,-score`
    std::string names = {}; ///< of columns, parted by commas, in the place of `firstColumn` and `columns`
};

/// What a column's values are to a reader.
enum class ValueKind { Integer, Decimal, Boolean, Text, Time, Binary, Nested };

/// How the finite values of a column lie between its least and its greatest, in bins of equal width.
struct Histogram
{
    double low = 0; ///< for times in seconds since 1970, or since midnight
    double high = 0;
    std::vector<std::int64_t> counts; ///< one where all values are the same
};

struct Category
{
    std::string value;
    std::int64_t count = 0;
    double share = 0; ///< of the cells that are not empty
};

/// What a column holds over all rows.
struct ColumnProfile
{
    std::int64_t empty = 0;
    std::int64_t distinct = 0; ///< approximate for all but categories
    Json least; ///< of the finite values of numbers and times; null for others
    Json greatest;
    std::optional<double> mean;
    std::int64_t notFinite = 0; ///< NaN and infinities
    std::optional<Histogram> histogram;
    std::vector<Category> top; ///< the most frequent texts, where there are few different ones
};

struct TableColumn
{
    std::string name;
    std::string type; ///< DuckDB's: `BIGINT`
    ValueKind kind = ValueKind::Text;
    std::optional<ColumnProfile> profile;
};

/// A part of a table. A cell is null, a number, true or false, or text; a number that JSON would change is
/// text.
struct TablePage
{
    std::string format; ///< parquet, csv, jsonl
    std::optional<std::int64_t> rowCount; ///< nothing where only a profile would tell
    std::optional<std::int64_t> matchCount; ///< rows that the filter leaves, where one was given
    std::int64_t columnCount = 0; ///< of the table
    std::int64_t offset = 0;
    std::int64_t firstColumn = 0;
    std::vector<TableColumn> columns;
    std::vector<Json> rows; ///< arrays, as wide as `columns`
    std::vector<Error> warnings; ///< what of the file is not shown as it is
};

} // namespace atelier
