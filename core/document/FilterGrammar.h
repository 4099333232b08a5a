#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace atelier {

enum class FilterEntity { Attribute, Metric, Parameter, Tag, Dataset };

enum class Comparator { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Like, ILike, In, NotIn };

[[nodiscard]] std::string_view name(Comparator comparator); ///< `>=`, `NOT IN`

using FilterValue = std::variant<double, std::string, std::vector<std::string>>;

/// One comparison. Metrics and numeric attributes have a number, IN and NOT IN a list, the rest text.
struct FilterClause
{
    FilterEntity entity = FilterEntity::Attribute;
    std::string key; ///< attributes by their first name: `start_time` for `created`
    Comparator comparator = Comparator::Equal;
    FilterValue value;

    bool operator==(const FilterClause &) const = default;
};

struct OrderItem
{
    FilterEntity entity = FilterEntity::Attribute;
    std::string key;
    bool descending = false;

    bool operator==(const OrderItem &) const = default;
};

/// An attribute that may be searched.
struct FilterAttribute
{
    std::vector<std::string> names; ///< the first is the one that clauses carry
    bool isNumber = false;
    bool takesLists = false; ///< IN and NOT IN
};

/// What one kind of thing can be searched by.
struct FilterRules
{
    std::vector<FilterAttribute> attributes;
    std::vector<FilterEntity> entities; ///< besides attributes
};

[[nodiscard]] const FilterRules &runFilterRules(); ///< MLflow runs/search
[[nodiscard]] const FilterRules &experimentFilterRules(); ///< MLflow experiments/search

/// The clauses of `a = 'x' AND metrics.b > 0.5`, all of which must hold; empty text has none.
[[nodiscard]] Result<std::vector<FilterClause>> parseFilter(std::string_view text, const FilterRules &rules);

/// One item of order_by: `metrics.auc DESC`.
[[nodiscard]] Result<OrderItem> parseOrder(std::string_view text, const FilterRules &rules);

} // namespace atelier
