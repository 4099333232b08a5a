#pragma once

#include <cstdint>
#include <string_view>

namespace atelier {

/// A colour that an escape sequence asks for: none, one of the terminal's 256 (the first 16 are the theme's
/// to choose), or red, green and blue.
struct SgrColor
{
    enum class Kind : std::uint8_t { Default, Indexed, Rgb };

    Kind kind = Kind::Default;
    std::uint8_t red = 0; ///< the index where indexed
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    bool operator==(const SgrColor &) const = default;
};

/// How an escape sequence wants text to look. What it asks for beyond this (blink, underline, …) is left out.
struct SgrStyle
{
    SgrColor foreground;
    SgrColor background;
    bool bold = false;
    bool faint = false;

    bool operator==(const SgrStyle &) const = default;
};

/// Applies what stands between `ESC [` and `m`: numbers with `;` or `:` between them.
void applySgr(std::string_view parameters, SgrStyle &style);

/// Red, green and blue of the colours 16 to 255: a cube of 6×6×6 and 24 greys.
[[nodiscard]] SgrColor cubeColor(std::uint8_t index);

} // namespace atelier
