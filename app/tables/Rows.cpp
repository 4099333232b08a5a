#include "app/tables/Rows.h"

#include "app/tables/RowNumbers.h"

#include <map>

namespace atelier::tables {

namespace {

/// One character more than is shown tells that a text is longer.
std::string expressionFor(const Column &column)
{
    if (column.type == "BLOB")
        return "'<' || octet_length(" + column.sql + ") || ' bytes>'";
    const std::string text = column.sql + "::VARCHAR";
    return column.isNumber() ? text : "left(" + text + ", " + std::to_string(longestCell + 1) + ")";
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The text up to `longestCell` characters, marked where there are more.
std::string cut(const std::string &text)
{
    int characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!isContinuation(text[i]) && ++characters > longestCell)
            return text.substr(0, i) + "…";
    return text;
}

std::string expressionsFor(const std::vector<Column> &columns)
{
    std::string sql;
    for (const Column &column : columns)
        sql += (sql.empty() ? "" : ", ") + expressionFor(column);
    return sql;
}

Json rowJson(const std::vector<Column> &columns, const TextRows::Cell *cells)
{
    Json row = Json::array();
    for (std::size_t i = 0; i < columns.size(); ++i)
        row.push_back(valueJson(columns[i], cells[i] ? TextRows::Cell(cut(*cells[i])) : cells[i]));
    return row;
}

/// The rows of these numbers, in the same order.
Result<Json> pickRows(
    const DuckLibrary &duck, const std::vector<Column> &columns, const std::vector<std::string> &numbers)
{
    Json rows = Json::array();
    if (numbers.empty())
        return rows;
    std::string list;
    for (const std::string &number : numbers)
        list += (list.empty() ? "" : ", ") + number;
    const auto answer
        = duck.ask("SELECT n::VARCHAR, " + expressionsFor(columns) + " FROM t WHERE n IN (" + list + ")");
    if (!answer)
        return answer.error();
    std::map<std::string, const TextRows::Cell *> found;
    for (const auto &cells : answer->rows)
        found[cells.front().value_or("")] = cells.data() + 1;
    for (const std::string &number : numbers)
        if (const auto cells = found.find(number); cells != found.end())
            rows.push_back(rowJson(columns, cells->second));
    return rows;
}

} // namespace

Result<Json> readRows(const DuckLibrary &duck, const std::vector<Column> &columns, const RowChoice &choice,
    std::int64_t offset, std::int64_t limit)
{
    Json rows = Json::array();
    if (columns.empty() || limit == 0)
        return rows;
    if (!choice.order.empty()) {
        const auto numbers = rowNumbers(duck, choice, offset, limit);
        if (!numbers)
            return numbers.error();
        return pickRows(duck, columns, *numbers);
    }
    const auto answer = duck.ask("SELECT " + expressionsFor(columns) + " FROM " + choice.rows + " LIMIT "
        + std::to_string(limit) + " OFFSET " + std::to_string(offset));
    if (!answer)
        return answer.error();
    for (const auto &cells : answer->rows)
        rows.push_back(rowJson(columns, cells.data()));
    return rows;
}

} // namespace atelier::tables
