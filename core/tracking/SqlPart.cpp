#include "core/tracking/SqlPart.h"

#include "core/base/Json.h"

namespace atelier {

namespace {

/// SQLite's LIKE ignores letter case, its GLOB does not: the same pattern in GLOB's signs.
std::string globOf(const std::string &like)
{
    std::string glob;
    for (const char c : like) {
        if (c == '%')
            glob += '*';
        else if (c == '_')
            glob += '?';
        else if (c == '*' || c == '?' || c == '[')
            glob.append("[").append(1, c).append("]");
        else
            glob += c;
    }
    return glob;
}

Value valueOf(const FilterValue &value)
{
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *text = std::get_if<std::string>(&value))
        return *text;
    // One parameter for a list of any length: the database limits how many a statement may have.
    return toText(Json(std::get<std::vector<std::string>>(value)));
}

std::string operation(const FilterClause &clause)
{
    switch (clause.comparator) {
    case Comparator::Like:
        return " GLOB ?";
    case Comparator::ILike:
        return " LIKE ?";
    case Comparator::In:
        return " IN (SELECT value FROM json_each(?))";
    case Comparator::NotIn:
        return " NOT IN (SELECT value FROM json_each(?))";
    default:
        return " " + std::string(name(clause.comparator)) + " ?";
    }
}

} // namespace

void SqlPart::append(const SqlPart &other)
{
    m_text += other.m_text;
    m_values.insert(m_values.end(), other.m_values.begin(), other.m_values.end());
}

SqlPart comparison(const SqlPart &column, const FilterClause &clause)
{
    SqlPart part = column;
    Value value = valueOf(clause.value);
    if (auto *text = std::get_if<std::string>(&value);
        text != nullptr && clause.comparator == Comparator::Like)
        *text = globOf(*text);
    part.append(SqlPart(operation(clause), {std::move(value)}));
    return part;
}

SqlPart isOneOf(std::string_view column, const std::vector<std::int64_t> &numbers)
{
    return {std::string(column) + " IN (SELECT value FROM json_each(?))", {toText(Json(numbers))}};
}

} // namespace atelier
