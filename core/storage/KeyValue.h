#pragma once

#include <string>

namespace atelier {

/// A tag or a parameter.
struct KeyValue
{
    std::string key;
    std::string value;

    bool operator==(const KeyValue &) const = default;
};

} // namespace atelier
