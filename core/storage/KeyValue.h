#pragma once

#include "core/storage/Statement.h"

#include <string>

namespace atelier {

/// A tag or a parameter.
struct KeyValue
{
    std::string key;
    std::string value;

    bool operator==(const KeyValue &) const = default;
};

/// Of a row whose first two columns are key and value.
[[nodiscard]] inline KeyValue readKeyValue(const Row &row)
{
    return {row.get<std::string>(0), row.get<std::string>(1)};
}

} // namespace atelier
