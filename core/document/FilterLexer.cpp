#include "core/document/FilterLexer.h"

#include "core/document/Nearest.h"

#include <algorithm>
#include <array>

namespace atelier {

namespace {

using Kind = FilterToken::Kind;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isQuote(char c)
{
    return c == '\'' || c == '"' || c == '`';
}

bool endsWord(char c)
{
    return isBlank(c) || isQuote(c) || std::string_view("=!<>(),").find(c) != std::string_view::npos;
}

bool isNumber(std::string_view text)
{
    const bool hasDigit = text.find_first_of("0123456789") != std::string_view::npos;
    const char first = text.empty() ? '\0' : text.front();
    const bool beginsRight = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    return hasDigit && beginsRight && text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

class Lexer
{
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {
    }

    Result<std::vector<FilterToken>> tokens()
    {
        for (skipBlanks(); m_at < m_text.size(); skipBlanks())
            if (const Result<void> done = token(); !done)
                return done.error();
        return std::move(m_tokens);
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }

    Result<void> token()
    {
        const char c = m_text[m_at];
        if (c == '(' || c == ')' || c == ',') {
            add(c == '(' ? Kind::Open : c == ')' ? Kind::Close : Kind::Comma, 1);
            return {};
        }
        for (const std::string_view comparator : {"!=", ">=", "<=", "=", ">", "<"})
            if (m_text.substr(m_at).starts_with(comparator)) {
                add(Kind::Comparator, comparator.size());
                return {};
            }
        return c == '\'' || c == '"' ? text() : word();
    }

    Result<void> text()
    {
        const std::size_t begin = m_at;
        Result<std::string> inside = quoted();
        if (!inside)
            return inside.error();
        m_tokens.push_back({Kind::Text, *inside, m_text.substr(begin, m_at - begin), {}});
        return {};
    }

    /// A name up to a blank or comparator; a quote after its dot (or a backtick before it) takes in what
    /// follows.
    Result<void> word()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !endsWord(m_text[m_at]))
            ++m_at;
        const std::string_view plain = m_text.substr(begin, m_at - begin);
        const bool isKeyQuoted
            = m_at < m_text.size() && isQuote(m_text[m_at]) && (plain.empty() || plain.ends_with('.'));
        if (!isKeyQuoted) {
            if (plain.empty()) // a lone `!`
                return invalidFilter(
                    "Invalid clause(s) in filter string: '" + excerpt(m_text.substr(begin)) + "'.");
            m_tokens.push_back({isNumber(plain) ? Kind::Number : Kind::Word, std::string(plain), plain, {}});
            return {};
        }
        Result<std::string> key = quoted();
        if (!key)
            return key.error();
        const std::string_view entity = plain.substr(0, plain.empty() ? 0 : plain.size() - 1);
        m_tokens.push_back({Kind::Name, *key, m_text.substr(begin, m_at - begin), std::string(entity)});
        return {};
    }

    /// The inside of quotes; a doubled quote is one.
    Result<std::string> quoted()
    {
        const std::size_t begin = m_at;
        const char quote = m_text[m_at++];
        std::string inside;
        for (; m_at < m_text.size(); ++m_at) {
            const bool isDoubled
                = m_at + 1 < m_text.size() && m_text[m_at] == quote && m_text[m_at + 1] == quote;
            if (m_text[m_at] == quote && !isDoubled) {
                ++m_at;
                return inside;
            }
            m_at += isDoubled ? 1 : 0;
            inside += m_text[m_at];
        }
        return invalidFilter("Invalid clause(s) in filter string: '" + excerpt(m_text.substr(begin))
            + "'. A quote is not closed.");
    }

    void add(Kind kind, std::size_t length)
    {
        const std::string_view written = m_text.substr(m_at, length);
        m_tokens.push_back({kind, std::string(written), written, {}});
        m_at += length;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<FilterToken> m_tokens;
};

} // namespace

Result<std::vector<FilterToken>> filterTokens(std::string_view text)
{
    return Lexer(text).tokens();
}

Error invalidFilter(std::string sentence)
{
    return {ErrorKind::Invalid, "filter.invalid", std::move(sentence), {}, {}};
}

} // namespace atelier
