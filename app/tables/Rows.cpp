#include "app/tables/Rows.h"

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

} // namespace

Result<Json> readRows(const DuckLibrary &duck, const std::vector<Column> &columns, const RowChoice &choice,
    std::int64_t offset, std::int64_t limit)
{
    Json rows = Json::array();
    if (columns.empty() || limit == 0)
        return rows;
    std::string sql;
    for (const Column &column : columns)
        sql += (sql.empty() ? "SELECT " : ", ") + expressionFor(column);
    const auto answer = duck.ask(sql + " FROM " + choice.rows + choice.order + " LIMIT "
        + std::to_string(limit) + " OFFSET " + std::to_string(offset));
    if (!answer)
        return answer.error();
    for (const auto &cells : answer->rows) {
        Json row = Json::array();
        for (std::size_t i = 0; i < columns.size(); ++i)
            row.push_back(valueJson(columns[i], cells[i] ? TextRows::Cell(cut(*cells[i])) : cells[i]));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace atelier::tables
