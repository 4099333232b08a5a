#pragma once

#include <string>
#include <string_view>

namespace atelier {

struct JobTag
{
    std::string key;
    std::string value;

    bool operator==(const JobTag &) const = default;
};

/// A tag as people write it: `key: value`, `key=value` or a key alone, which an address such as `s3://wine/a`
/// is too. The key is empty where there is none.
[[nodiscard]] JobTag jobTag(std::string_view text);

} // namespace atelier
