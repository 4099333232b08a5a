#include "core/document/Segments.h"

#include "core/base/Trimmed.h"
#include "core/document/Nearest.h"

#include <algorithm>

namespace atelier {

namespace {

/// Cuts a text into segments; fragments are looked for in commands only.
class Cutter
{
public:
    Cutter(std::string_view text, bool hasFragments)
        : m_rest(text)
        , m_hasFragments(hasFragments)
    {
    }

    Result<std::vector<Segment>> cut()
    {
        while (!m_rest.empty())
            if (const Result<void> done = next(); !done)
                return done.error();
        if (m_inFragment)
            return invalidExpression(
                "document.fragment", "A fragment `$[[` is not closed: end it with `]]`.");
        return std::move(m_segments);
    }

private:
    Result<void> next()
    {
        const std::size_t expression = m_rest.find("${{");
        const std::size_t open = m_hasFragments ? m_rest.find("$[[") : std::string_view::npos;
        const std::size_t close = m_inFragment ? m_rest.find("]]") : std::string_view::npos;
        const std::size_t first = std::min({expression, open, close, m_rest.size()});
        take(Segment::Kind::Text, first);
        if (m_rest.empty())
            return {};
        if (first == expression)
            return takeExpression();
        if (first == open && m_inFragment)
            return invalidExpression(
                "document.fragment", "A fragment `$[[ ]]` cannot hold another: close the first one before.");
        m_inFragment = first == open;
        m_segments.push_back({m_inFragment ? Segment::Kind::Open : Segment::Kind::Close, {}});
        m_rest.remove_prefix(std::string_view(m_inFragment ? "$[[" : "]]").size());
        return {};
    }

    Result<void> takeExpression()
    {
        const std::size_t end = m_rest.find("}}");
        const std::string_view inside = trimmed(m_rest.substr(0, end).substr(3));
        if (end == std::string_view::npos)
            return invalidExpression("document.expression",
                "The expression '" + excerpt(m_rest) + "' is not closed: end it with `}}`.");
        if (inside.empty() || inside.find_first_of(" \t\r\n{}") != std::string_view::npos)
            return invalidExpression("document.expression",
                "The expression '" + excerpt(m_rest.substr(0, end + 2))
                    + "' must hold one name, such as `${{inputs.rate}}`.");
        m_segments.push_back({Segment::Kind::Expression, inside});
        m_rest.remove_prefix(end + 2);
        return {};
    }

    void take(Segment::Kind kind, std::size_t length)
    {
        if (length > 0)
            m_segments.push_back({kind, m_rest.substr(0, length)});
        m_rest.remove_prefix(length);
    }

    std::string_view m_rest;
    bool m_hasFragments;
    bool m_inFragment = false;
    std::vector<Segment> m_segments;
};

} // namespace

Result<std::vector<Segment>> cutSegments(std::string_view text, Fragments fragments)
{
    return Cutter(text, fragments == Fragments::Count).cut();
}

Error invalidExpression(std::string code, std::string sentence)
{
    return {ErrorKind::Invalid, std::move(code), std::move(sentence), {}, {}};
}

std::optional<std::string_view> afterPrefix(std::string_view text, std::string_view prefix)
{
    if (text.size() <= prefix.size() || !text.starts_with(prefix))
        return std::nullopt;
    return text.substr(prefix.size());
}

} // namespace atelier
