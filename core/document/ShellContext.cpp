#include "core/document/ShellContext.h"

#include <algorithm>

namespace atelier {

namespace {

Error uninsertable(std::string sentence)
{
    return {ErrorKind::Invalid, "document.command-quoting", std::move(sentence), {}, {}};
}

std::string escaped(std::string_view value, std::string_view special, std::string_view before)
{
    std::string text;
    for (const char c : value) {
        if (special.find(c) != std::string_view::npos)
            text += before;
        text += c;
    }
    return text;
}

} // namespace

void ShellContext::read(std::string_view text)
{
    for (const char c : text) {
        if (m_isEscaped) {
            m_isEscaped = false;
            m_opensWord = false;
            m_expectsParenthesis = false;
            continue;
        }
        m_isEscaped = c == '\\' && level() != Level::Single && level() != Level::Comment;
        if (m_isEscaped)
            continue;
        if (level() == Level::Single || level() == Level::Double || level() == Level::Comment)
            readQuoted(c);
        else
            readPlain(c);
        m_expectsParenthesis = c == '$' && level() != Level::Single;
        m_opensWord = std::string_view(" \t\n;&|(").find(c) != std::string_view::npos;
    }
}

void ShellContext::readQuoted(char c)
{
    const char end = level() == Level::Single ? '\'' : level() == Level::Double ? '"' : '\n';
    if (c == end) {
        leave();
        m_inHereDocument = m_inHereDocument || (c == '\n' && m_hasHereDocument);
    } else if (level() == Level::Double && c == '(' && m_expectsParenthesis) {
        enter(Level::Substitution);
    } else if (level() == Level::Double && c == '`') {
        enter(Level::Backtick);
    }
}

void ShellContext::readPlain(char c)
{
    // Two of them begin a document, three a string, and between parentheses they shift numbers.
    m_hasHereDocument = m_hasHereDocument || (m_lessThans == 2 && c != '<' && level() != Level::Parenthesis);
    m_lessThans = c == '<' ? m_lessThans + 1 : 0;
    switch (c) {
    case '\'':
        m_hasDollarQuote = m_hasDollarQuote || m_expectsParenthesis;
        return enter(Level::Single);
    case '"':
        return enter(Level::Double);
    case '#':
        return m_opensWord ? enter(Level::Comment) : void();
    case '(':
        return enter(m_expectsParenthesis ? Level::Substitution : Level::Parenthesis);
    case ')':
        return level() == Level::Substitution || level() == Level::Parenthesis ? leave() : void();
    case '`':
        return level() == Level::Backtick ? leave() : enter(Level::Backtick);
    case '\n':
        m_inHereDocument = m_inHereDocument || m_hasHereDocument;
        return;
    default:
        return;
    }
}

Result<std::string> ShellContext::insert(std::string_view value, const ShellQuoter &quote)
{
    if (value.find('\0') != std::string_view::npos)
        return uninsertable("A value with a zero byte cannot be part of a command.");
    if (m_isEscaped)
        return uninsertable(
            "A backslash stands directly before an expression: remove it, the value is quoted as it "
            "needs.");
    if (std::find(m_levels.begin(), m_levels.end(), Level::Backtick) != m_levels.end())
        return uninsertable(
            "An expression stands between backticks, where nothing quotes it: write `$(…)` instead.");
    if (m_inHereDocument)
        return uninsertable(
            "An expression stands after `<<`, where nothing quotes it: give the value as an argument, "
            "or in `environment_variables`.");
    if (m_hasDollarQuote)
        return uninsertable(
            "An expression stands after `$'`, which shells read differently: write it without the `$`.");
    m_opensWord = false;
    m_expectsParenthesis = false;
    switch (level()) {
    case Level::Comment:
        return std::string();
    case Level::Single:
        return escaped(value, "'", R"('\')"); // ends the quotes, adds one, begins them again
    case Level::Double:
        return escaped(value, R"("\$`)", "\\");
    default:
        return quote(value);
    }
}

} // namespace atelier
