#pragma once

#include "core/base/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

// The filter of a table in one line: `age>40 city=Rome,Oslo name:ada -"blood pressure"<80 score is empty`.
// All conditions must hold; a minus or `not` before one turns it round. Names and values with blanks or signs
// stand in quotes.

/// The name of a column or a value, and where it stands.
struct TableFilterWord
{
    std::string text;
    int column = 0; ///< characters from 1

    bool operator==(const TableFilterWord &) const = default;
};

struct TableCondition
{
    enum class Comparison { Contains, Equal, Less, LessEqual, Greater, GreaterEqual, Empty };

    TableFilterWord name;
    Comparison comparison = Comparison::Contains;
    std::vector<TableFilterWord> values; ///< one of them is enough; none for Empty
    bool isNegated = false;

    bool operator==(const TableCondition &) const = default;
};

/// A column of an order or a choice: `-age` is descending.
struct TableKey
{
    TableFilterWord name;
    bool isDescending = false;

    bool operator==(const TableKey &) const = default;
};

constexpr std::size_t longestTableFilter = 2000; ///< bytes: it has to fit into an address

[[nodiscard]] Result<std::vector<TableCondition>> parseTableFilter(std::string_view text);

/// Names parted by commas; "" is none. The place of an error is in `what`: "sort" or "columns".
[[nodiscard]] Result<std::vector<TableKey>> parseTableKeys(std::string_view text, const std::string &what);

/// A name or a value as it has to be written: quoted where it needs that.
[[nodiscard]] std::string tableFilterWord(std::string_view text);

/// A filter that could not be read, with the name in quotes that stands without them at that character (from
/// 1); nothing where none of the names does. Of several the longest.
[[nodiscard]] std::optional<std::string> quotedAt(
    std::string_view filter, int column, const std::vector<std::string_view> &names);

} // namespace atelier
