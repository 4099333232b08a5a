#pragma once

#include "app/tables/DuckLibrary.h"
#include "core/base/Json.h"

#include <string>
#include <string_view>
#include <vector>

namespace atelier::tables {

/// What a column's values are to a reader, whichever of DuckDB's types they have.
enum class ColumnKind { Integer, Decimal, Boolean, Text, Time, Binary, Nested };

struct Column
{
    std::size_t place = 0; ///< in the file, from 0
    std::string name;
    std::string type; ///< DuckDB's: `BIGINT`
    ColumnKind kind = ColumnKind::Text;
    std::string sql; ///< its name in the view `t`: `c12`
    bool isReadable = true; ///< false: text that is not UTF-8, which DuckDB refuses

    [[nodiscard]] bool isFloating() const { return type == "DOUBLE" || type == "FLOAT"; }
    [[nodiscard]] bool isNumber() const { return kind == ColumnKind::Integer || kind == ColumnKind::Decimal; }
};

[[nodiscard]] std::string_view name(ColumnKind kind);
[[nodiscard]] ColumnKind kindOf(std::string_view type);

/// The columns of a relation.
[[nodiscard]] Result<std::vector<Column>> describeColumns(
    const DuckLibrary &duck, const std::string &relation);

/// A value as JSON. A number that a double would change is text, as are `NaN` and `Infinity`.
[[nodiscard]] Json valueJson(const Column &column, const TextRows::Cell &cell);

} // namespace atelier::tables
