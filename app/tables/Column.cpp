#include "app/tables/Column.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

namespace atelier::tables {

namespace {

/// Digits that every double keeps.
constexpr std::ptrdiff_t exactDigits = 15;
constexpr std::int64_t largestExact = std::int64_t{1} << 53U;

bool startsWith(std::string_view text, std::string_view head)
{
    return text.substr(0, head.size()) == head;
}

std::ptrdiff_t digitsOf(const std::string &text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

template<typename Number>
std::optional<Number> parsed(const std::string &text)
{
    Number value{};
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc() && read.ptr == end ? std::optional<Number>(value) : std::nullopt;
}

Json wholeNumber(const std::string &text)
{
    const auto value = parsed<std::int64_t>(text);
    return value && *value >= -largestExact && *value <= largestExact ? Json(*value) : Json(text);
}

Json decimalNumber(const std::string &text)
{
    const auto value = parsed<double>(text);
    return value ? numberJson(*value) : Json(text);
}

} // namespace

std::string_view name(ColumnKind kind)
{
    static constexpr std::array<std::string_view, 7> names{
        "integer", "decimal", "boolean", "text", "time", "binary", "nested"};
    return names[static_cast<std::size_t>(kind)];
}

ColumnKind kindOf(std::string_view type)
{
    static const std::set<std::string_view> integers{"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT",
        "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT"};
    if (type.find('[') != std::string_view::npos || startsWith(type, "STRUCT") || startsWith(type, "MAP")
        || startsWith(type, "UNION") || type == "JSON")
        return ColumnKind::Nested;
    if (integers.count(type) != 0)
        return ColumnKind::Integer;
    if (type == "DOUBLE" || type == "FLOAT" || startsWith(type, "DECIMAL"))
        return ColumnKind::Decimal;
    if (startsWith(type, "DATE") || startsWith(type, "TIME"))
        return ColumnKind::Time;
    if (type == "BOOLEAN")
        return ColumnKind::Boolean;
    return type == "BLOB" || type == "BIT" ? ColumnKind::Binary : ColumnKind::Text;
}

Result<std::vector<Column>> describeColumns(const DuckLibrary &duck, const std::string &relation)
{
    const auto described
        = duck.ask("SELECT column_name::VARCHAR, column_type::VARCHAR FROM (DESCRIBE " + relation + ")");
    if (!described)
        return described.error();
    std::vector<Column> columns;
    for (const auto &row : described->rows) {
        const std::string type = row[1].value_or("");
        const std::size_t place = columns.size();
        columns.push_back(
            {place, row[0].value_or(""), type, kindOf(type), "c" + std::to_string(place), true});
    }
    return columns;
}

Json valueJson(const Column &column, const TextRows::Cell &cell)
{
    if (!cell)
        return nullptr;
    if (column.kind == ColumnKind::Boolean)
        return *cell == "true";
    if (column.kind == ColumnKind::Integer)
        return wholeNumber(*cell);
    if (column.kind == ColumnKind::Decimal)
        return column.isFloating() || digitsOf(*cell) <= exactDigits ? decimalNumber(*cell) : Json(*cell);
    return *cell;
}

} // namespace atelier::tables
