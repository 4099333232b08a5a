#include "core/document/TableFilterGrammar.h"

#include "core/document/FilterScanner.h"
#include "core/document/Nearest.h"

#include <algorithm>
#include <array>
#include <optional>

namespace atelier {

namespace {

constexpr std::size_t mostTableConditions = 50;
constexpr std::size_t mostTableKeys = 10'000;
constexpr const char *tableSigns = " \t\r\n:<>=!,\"'";

struct TableOperator
{
    std::string_view written;
    TableCondition::Comparison comparison;
    bool isNegated = false;
};

using Comparison = TableCondition::Comparison;
constexpr std::array<TableOperator, 7> tableOperators{{{"<=", Comparison::LessEqual},
    {">=", Comparison::GreaterEqual}, {"!=", Comparison::Equal, true}, {"<", Comparison::Less},
    {">", Comparison::Greater}, {"=", Comparison::Equal}, {":", Comparison::Contains}}};

class TableFilterParser : private FilterScanner
{
public:
    using FilterScanner::FilterScanner;

    Result<std::vector<TableCondition>> filter()
    {
        std::vector<TableCondition> conditions;
        for (skipBlanks(); !isAtEnd(); skipBlanks()) {
            if (takeWord("AND"))
                continue;
            if (conditions.size() == mostTableConditions)
                return failure(m_at, "filter.too-long",
                    "A filter has at most " + std::to_string(mostTableConditions) + " conditions.");
            auto condition = takeCondition();
            if (!condition)
                return condition.error();
            conditions.push_back(*std::move(condition));
        }
        return conditions;
    }

    Result<std::vector<TableKey>> keys()
    {
        std::vector<TableKey> keys;
        for (skipBlanks(); !isAtEnd(); skipBlanks()) {
            TableKey key;
            if (m_text[m_at] == '-') {
                key.isDescending = true;
                ++m_at;
            }
            auto name = takeName();
            if (!name)
                return name.error();
            key.name = *std::move(name);
            keys.push_back(std::move(key));
            skipBlanks();
            if (!isAtEnd() && !takeComma())
                return failure(m_at, "filter.syntax", "A comma is missing between the names of columns.");
            if (keys.size() == mostTableKeys)
                return failure(m_at, "filter.too-long", "These are too many columns.");
        }
        return keys;
    }

private:
    Result<TableCondition> takeCondition()
    {
        const std::size_t begin = m_at;
        TableCondition condition;
        condition.isNegated = takeNegation();
        if (isAtEnd())
            return failure(begin, "filter.syntax", "A condition is missing after the negation.");
        if (takeWord("OR"))
            return failure(begin, "filter.syntax",
                "Conditions are joined by AND alone. For one of several values write city=Rome,Oslo.");
        auto name = takeName();
        if (!name)
            return name.error();
        condition.name = *std::move(name);
        skipBlanks();
        if (takeWord("is"))
            return takeEmpty(std::move(condition));
        const auto taken = takeOperator();
        if (!taken)
            return failure(m_at, "filter.operator",
                "An operator is missing here, after '" + excerpt(condition.name.text)
                    + "': one of : = != < <= > >=, or 'is empty'.");
        condition.comparison = taken->comparison;
        condition.isNegated = condition.isNegated != taken->isNegated;
        do {
            skipBlanks();
            const int column = place();
            auto value = takeValue(begin);
            if (!value)
                return value.error();
            condition.values.push_back({*std::move(value), column});
        } while (takeComma());
        return condition;
    }

    Result<TableCondition> takeEmpty(TableCondition condition)
    {
        const bool isNegated = takeWord("not");
        if (!takeWord("empty"))
            return failure(m_at, "filter.syntax", "After 'is' only 'empty' or 'not empty' can stand.");
        condition.comparison = Comparison::Empty;
        condition.isNegated = condition.isNegated != isNegated;
        return condition;
    }

    Result<TableFilterWord> takeName()
    {
        const int column = place();
        if (isAtQuote()) {
            auto quoted = takeQuoted();
            if (!quoted)
                return quoted.error();
            return TableFilterWord{*std::move(quoted), column};
        }
        const std::size_t begin = m_at;
        m_at = std::min(m_text.find_first_of(tableSigns, begin), m_text.size());
        if (m_at == begin)
            return failure(begin, "filter.name", "The name of a column is missing here.");
        return TableFilterWord{std::string(m_text.substr(begin, m_at - begin)), column};
    }

    std::optional<TableOperator> takeOperator()
    {
        for (const TableOperator &one : tableOperators) {
            if (m_text.substr(m_at, one.written.size()) != one.written)
                continue;
            m_at += one.written.size();
            return one;
        }
        return {};
    }

    /// Characters from 1.
    [[nodiscard]] int place() const { return failure(m_at, {}, {}).location.column; }
};

std::size_t byteOf(std::string_view text, int column)
{
    std::size_t at = 0;
    for (int left = column - 1; left > 0 && at < text.size(); --left)
        do
            ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U);
    return at;
}

/// Where a condition is about that name and the byte is of it.
std::optional<std::size_t> findName(std::string_view filter, std::size_t byte, std::string_view name)
{
    const std::string_view blanks = " \t\r\n";
    for (std::size_t at = filter.find(name); at <= byte; at = filter.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || filter[at - 1] == '-' || blanks.find(filter[at - 1]) != blanks.npos;
        const bool ends = end == filter.size()
            || std::string_view(tableSigns).find(filter[end]) != std::string_view::npos;
        if (begins && ends && byte <= end)
            return at;
    }
    return {};
}

} // namespace

Result<std::vector<TableCondition>> parseTableFilter(std::string_view text)
{
    if (text.size() > longestTableFilter)
        return Error{ErrorKind::Invalid, "filter.too-long",
            "A filter has at most " + std::to_string(longestTableFilter) + " bytes, and this one has "
                + std::to_string(text.size()) + ".",
            {}, {"filter", 1, 1, {}}};
    return TableFilterParser(text).filter();
}

Result<std::vector<TableKey>> parseTableKeys(std::string_view text, const std::string &what)
{
    auto keys = TableFilterParser(text).keys();
    if (keys)
        return keys;
    Error error = keys.error();
    error.location.file = what;
    return error;
}

std::string tableFilterWord(std::string_view text)
{
    static constexpr std::array<std::string_view, 5> words{"AND", "OR", "NOT", "not", "is"};
    const bool isPlain = std::find(words.begin(), words.end(), text) == words.end() && !text.empty()
        && text.find_first_of(tableSigns) == std::string_view::npos && text.front() != '-'
        && text.find('\\') == std::string_view::npos;
    if (isPlain)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

std::optional<std::string> quotedAt(
    std::string_view filter, int column, const std::vector<std::string_view> &names)
{
    const std::size_t byte = byteOf(filter, column);
    std::string_view longest;
    for (const std::string_view name : names)
        if (name.size() > longest.size() && tableFilterWord(name) != name && findName(filter, byte, name))
            longest = name;
    if (longest.empty())
        return {};
    return std::string(filter).replace(
        *findName(filter, byte, longest), longest.size(), tableFilterWord(longest));
}

} // namespace atelier
