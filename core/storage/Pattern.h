#pragma once

#include <string>
#include <string_view>

namespace atelier {

/// The LIKE pattern (ESCAPE '\') of everything that holds `text`, whose own % and _ mean themselves.
[[nodiscard]] inline std::string patternAnywhere(std::string_view text)
{
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

} // namespace atelier
