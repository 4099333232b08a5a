#pragma once

#include "core/log/Sgr.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// A part of a line with a look of its own; bytes of its text.
struct StyledSpan
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    SgrStyle style;

    bool operator==(const StyledSpan &) const = default;
};

/// A line as a person should see it: always valid UTF-8 without control characters except the tab.
struct ShownLine
{
    std::string text;
    std::vector<StyledSpan> spans; ///< in order, only where the look is not the usual one
    std::vector<std::uint32_t>
        origins; ///< for each byte of `text` the byte of the raw line that it came from

    bool operator==(const ShownLine &) const = default;
};

/// Of a line that was redrawn in place (carriage returns) the part that a terminal would show last, but for
/// what a longer state before it left behind.
[[nodiscard]] std::string_view lastState(std::string_view raw);

/// The raw bytes of a line without its newline. Of a line that was redrawn in place its last state; colours
/// become spans, other escape sequences vanish; control characters and those that turn the reading direction
/// appear as `\x07` or `\u202e`; what is no UTF-8 as U+FFFD.
[[nodiscard]] ShownLine show(std::string_view raw);

} // namespace atelier
