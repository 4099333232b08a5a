#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>

namespace atelier {

/// Reads the pieces that filters in one line are made of: `not`, words, values with or without quotes,
/// commas. The text must outlive it.
class FilterScanner
{
public:
    explicit FilterScanner(std::string_view text)
        : m_text(text)
    {
    }

protected:
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool isAtQuote() const;
    void skipBlanks();
    bool takeComma();
    /// With the blanks behind it.
    bool takeWord(std::string_view word);
    /// A minus at the front of something, or `not`.
    bool takeNegation();
    /// What stands in quotes: the scanner must be at the first of them.
    Result<std::string> takeQuoted();
    /// Up to a blank or a comma, or in quotes. `condition` is where it begins that the value is of.
    Result<std::string> takeValue(std::size_t condition);
    /// Its column counts characters from 1.
    [[nodiscard]] Error failure(std::size_t at, std::string code, std::string sentence) const;

    std::string_view m_text;
    std::size_t m_at = 0; ///< byte
};

} // namespace atelier
