#include "app/tables/RowChoice.h"

#include "app/tables/ColumnChoice.h"
#include "core/document/Nearest.h"
#include "core/document/TableFilterGrammar.h"

#include <algorithm>

namespace atelier::tables {

namespace {

using Comparison = TableCondition::Comparison;

constexpr std::size_t longestWhole = 37; ///< digits that HUGEINT surely holds

bool isWhole(const std::string &text)
{
    const std::size_t first = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    return text.size() > first && text.size() <= longestWhole
        && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(first), text.end(),
            [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view signOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less:
        return " < ";
    case Comparison::LessEqual:
        return " <= ";
    case Comparison::Greater:
        return " > ";
    case Comparison::GreaterEqual:
        return " >= ";
    default:
        return " = ";
    }
}

/// As what a column's values are compared with a written one.
std::string comparedType(const Column &column, const std::string &value)
{
    switch (column.kind) {
    case ColumnKind::Integer:
        return isWhole(value) ? "HUGEINT" : "DOUBLE";
    case ColumnKind::Decimal:
        return column.type == "FLOAT" ? "FLOAT" : "DOUBLE";
    case ColumnKind::Boolean:
    case ColumnKind::Time:
        return column.type;
    default:
        return "VARCHAR";
    }
}

std::string_view wantedOf(const Column &column)
{
    switch (column.kind) {
    case ColumnKind::Boolean:
        return "true or false";
    case ColumnKind::Time:
        return "a time such as 2026-01-31 or 2026-01-31 12:30:00";
    default:
        return "a number";
    }
}

class ConditionSql
{
public:
    ConditionSql(const DuckLibrary &duck, const std::vector<Column> &columns)
        : m_duck(duck)
        , m_columns(columns)
    {
    }

    Result<std::string> of(const TableCondition &condition, std::set<std::size_t> &needed)
    {
        const auto column = columnNamed(m_columns, condition.name, "filter");
        if (!column)
            return column.error();
        needed.insert(column->place);
        auto sql = positive(*column, condition);
        if (!sql)
            return sql;
        // A cell without a value meets no condition, and so each one that is turned round.
        return std::string(condition.isNegated ? "NOT " : "") + "coalesce(" + *sql + ", false)";
    }

private:
    Result<std::string> positive(const Column &column, const TableCondition &condition)
    {
        if (condition.comparison == Comparison::Empty)
            return column.sql + " IS NULL";
        if (column.kind == ColumnKind::Binary)
            return failure(condition.name, "filter.operator",
                "The column " + excerpt(column.name) + " has bytes. Only 'is empty' can be asked of it.");
        std::string sql;
        for (const TableFilterWord &value : condition.values) {
            const std::string variable = "v" + std::to_string(m_variables++);
            if (auto kept = m_duck.keep(variable, value.text); !kept)
                return failure(value, kept.error().code, kept.error().sentence);
            auto one = comparison(column, condition.comparison, value, "getvariable('" + variable + "')");
            if (!one)
                return one;
            sql += (sql.empty() ? "" : " OR ") + *one;
        }
        return "(" + sql + ")";
    }

    Result<std::string> comparison(
        const Column &column, Comparison comparison, const TableFilterWord &value, const std::string &written)
    {
        if (comparison == Comparison::Contains)
            return "contains(lower(" + column.sql + "::VARCHAR), lower(" + written + "))";
        if (column.kind == ColumnKind::Nested && comparison != Comparison::Equal)
            return failure(value, "filter.operator",
                "The values of the column " + excerpt(column.name) + " have no order. Write "
                    + tableFilterWord(column.name) + ":value.");
        const std::string type = comparedType(column, value.text);
        if (type == "VARCHAR")
            return column.sql + "::VARCHAR" + std::string(signOf(comparison)) + written;
        const auto cast = m_duck.ask("SELECT TRY_CAST(" + written + " AS " + type + ")::VARCHAR");
        if (!cast || cast->rows.empty() || !cast->rows.front().front())
            return failure(value, "filter.value",
                "'" + excerpt(value.text) + "' is not what the column " + excerpt(column.name)
                    + " has: " + std::string(wantedOf(column)) + ".");
        const std::string sql = "TRY_CAST(" + column.sql + " AS " + type + ")"
            + std::string(signOf(comparison)) + "CAST(" + written + " AS " + type + ")";
        // DuckDB takes NaN for the largest of numbers; people take it for none.
        const bool isMore = comparison == Comparison::Greater || comparison == Comparison::GreaterEqual;
        return column.isFloating() && isMore ? "(" + sql + " AND NOT isnan(" + column.sql + "))" : sql;
    }

    static Error failure(const TableFilterWord &word, const std::string &code, const std::string &sentence)
    {
        return {ErrorKind::Invalid, code, sentence, {}, {"filter", 1, word.column, {}}};
    }

    const DuckLibrary &m_duck;
    const std::vector<Column> &m_columns;
    int m_variables = 0;
};

/// Rows that are equal keep the file's order, or pages would show some twice and others never.
Result<void> chooseOrder(const std::vector<Column> &columns, const std::string &sort, RowChoice &choice)
{
    const auto keys = parseTableKeys(sort, "sort");
    if (!keys)
        return keys.error();
    std::string order;
    std::string parts;
    const auto add = [&](const std::string &sql, const std::string &direction) {
        order += sql + direction + ", ";
        parts += sql + ", '" + direction.substr(1) + "', ";
    };
    for (const TableKey &key : *keys) {
        const auto column = columnNamed(columns, key.name, "sort");
        if (!column)
            return column.error();
        choice.needed.insert(column->place);
        if (column->isFloating())
            add("coalesce(isnan(" + column->sql + "), false)", " ASC NULLS LAST");
        add(column->sql, key.isDescending ? " DESC NULLS LAST" : " ASC NULLS LAST");
    }
    if (order.empty())
        return {};
    choice.order = " ORDER BY " + order + "n";
    choice.key = "create_sort_key(" + parts + "n, 'ASC NULLS LAST')";
    return {};
}

/// A name with a blank that stands without quotes is read as its first word: says so, not what came of it.
Error explained(Error error, const std::string &filter, const std::vector<Column> &columns)
{
    std::vector<std::string_view> names;
    for (const Column &column : columns)
        names.emplace_back(column.name);
    if (const auto quoted = quotedAt(filter, error.location.column, names))
        error.sentence = "Put the name in quotes: " + excerpt(*quoted);
    return error;
}

} // namespace

Result<RowChoice> chooseRows(const DuckLibrary &duck, const std::vector<Column> &columns,
    const std::string &filter, const std::string &sort)
{
    const auto conditions = parseTableFilter(filter);
    if (!conditions)
        return explained(conditions.error(), filter, columns);
    RowChoice choice;
    ConditionSql sql(duck, columns);
    std::string where;
    for (const TableCondition &condition : *conditions) {
        const auto one = sql.of(condition, choice.needed);
        if (!one)
            return explained(one.error(), filter, columns);
        where += (where.empty() ? " WHERE " : " AND ") + *one;
    }
    if (auto ordered = chooseOrder(columns, sort, choice); !ordered)
        return ordered.error();
    choice.isFiltered = !where.empty();
    choice.rows = "t" + where;
    return choice;
}

} // namespace atelier::tables
