#include "core/document/FilterScanner.h"

#include "core/document/Nearest.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr const char *gaps = " \t\n\r";

bool isGap(char c)
{
    return std::string_view(gaps).find(c) != std::string_view::npos;
}

} // namespace

bool FilterScanner::isAtQuote() const
{
    return !isAtEnd() && (m_text[m_at] == '"' || m_text[m_at] == '\'');
}

void FilterScanner::skipBlanks()
{
    m_at = std::min(m_text.find_first_not_of(gaps, m_at), m_text.size());
}

bool FilterScanner::takeComma()
{
    if (isAtEnd() || m_text[m_at] != ',')
        return false;
    ++m_at;
    return true;
}

bool FilterScanner::takeWord(std::string_view word)
{
    const std::size_t end = m_at + word.size();
    if (m_text.substr(m_at, word.size()) != word || (end < m_text.size() && !isGap(m_text[end])))
        return false;
    m_at = end;
    skipBlanks();
    return true;
}

bool FilterScanner::takeNegation()
{
    if (m_text[m_at] == '-' && m_at + 1 < m_text.size() && !isGap(m_text[m_at + 1])) {
        ++m_at;
        return true;
    }
    return takeWord("not") || takeWord("NOT");
}

Result<std::string> FilterScanner::takeQuoted()
{
    const std::size_t begin = m_at;
    const char quote = m_text[m_at++];
    std::string value;
    for (; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
        const bool isEscaped = m_text[m_at] == '\\' && m_at + 1 < m_text.size()
            && (m_text[m_at + 1] == quote || m_text[m_at + 1] == '\\');
        value += m_text[isEscaped ? ++m_at : m_at];
    }
    if (m_at == m_text.size())
        return failure(begin, "filter.quote", "The quote that opens here is never closed.");
    ++m_at;
    return value;
}

Result<std::string> FilterScanner::takeValue(std::size_t condition)
{
    if (isAtEnd())
        return failure(m_at, "filter.value",
            "A value is missing after '" + excerpt(m_text.substr(condition, m_at - condition)) + "'.");
    if (isAtQuote())
        return takeQuoted();
    const std::size_t begin = m_at;
    m_at = std::min(m_text.find_first_of(" \t\r\n,", begin), m_text.size());
    if (m_at == begin)
        return failure(
            begin, "filter.value", "A value is missing here. An empty one is written as two quotes: \"\".");
    return std::string(m_text.substr(begin, m_at - begin));
}

Error FilterScanner::failure(std::size_t at, std::string code, std::string sentence) const
{
    const auto isFirstByte = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; };
    const auto before = std::count_if(m_text.begin(),
        m_text.begin() + static_cast<std::ptrdiff_t>(std::min(at, m_text.size())), isFirstByte);
    return {ErrorKind::Invalid, std::move(code), std::move(sentence), {},
        {"filter", 1, 1 + static_cast<int>(before), {}}};
}

} // namespace atelier
