#pragma once

#include "core/document/FilterGrammar.h"
#include "core/storage/Value.h"

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// A piece of an SQL statement with the values of its parameters, in their order. What clients write gets
/// into a statement as values alone.
class SqlPart
{
public:
    SqlPart() = default;
    SqlPart(std::string text, std::vector<Value> values = {})
        : m_text(std::move(text))
        , m_values(std::move(values))
    {
    }

    void append(const std::string &text) { m_text += text; }
    void append(const SqlPart &other);

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const std::vector<Value> &values() const { return m_values; }

private:
    std::string m_text;
    std::vector<Value> m_values;
};

/// `<column> <comparator> ?`, where LIKE heeds letter case and ILIKE does not.
[[nodiscard]] SqlPart comparison(const SqlPart &column, const FilterClause &clause);

/// `<column> IN (…)`.
[[nodiscard]] SqlPart isOneOf(std::string_view column, const std::vector<std::int64_t> &numbers);

} // namespace atelier
