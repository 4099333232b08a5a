#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

enum class LetterCase { Ignore, Match };

/// A text to look for in bytes, 16 places at a time. Without regard to case a letter stands for its other
/// case too, where both have the same length in UTF-8.
class Needle
{
public:
    /// `text` is UTF-8 and not empty.
    explicit Needle(std::string_view text, LetterCase letterCase = LetterCase::Ignore);

    /// The first place at or behind `from`, or npos.
    [[nodiscard]] std::size_t find(std::string_view bytes, std::size_t from = 0) const;
    [[nodiscard]] std::size_t size() const { return m_lower.size(); }

private:
    [[nodiscard]] bool isAt(const char *bytes) const;
    [[nodiscard]] std::uint32_t candidates(const char *bytes) const;

    static constexpr std::size_t step = 16;

    std::string m_lower;
    std::string m_upper; ///< as long as `m_lower`
    std::vector<std::uint8_t> m_letters; ///< bytes of each code point
    std::size_t m_rare = 0; ///< the two bytes that a place is tried by
    std::size_t m_other = 0;
};

} // namespace atelier
