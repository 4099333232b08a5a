#pragma once

#include "core/base/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// A piece of a text: plain, the inside of `${{…}}`, or the marks around a fragment.
struct Segment
{
    enum class Kind { Text, Expression, Open, Close };

    Kind kind;
    std::string_view text;
};

enum class Fragments {
    AreText,
    Count, ///< as in commands
};

/// Cuts a text, which must outlive the segments; an error where an expression or fragment is malformed.
[[nodiscard]] Result<std::vector<Segment>> cutSegments(std::string_view text, Fragments fragments);

[[nodiscard]] Error invalidExpression(std::string code, std::string sentence);

/// What follows the prefix, or nothing where that is empty or another stands there.
[[nodiscard]] std::optional<std::string_view> afterPrefix(std::string_view text, std::string_view prefix);

} // namespace atelier
