#include "core/service/RouteTable.h"

#include <cassert>

namespace atelier {

namespace {

std::vector<std::string> partsOf(std::string_view path)
{
    std::vector<std::string> parts;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        parts.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

bool isVariable(const std::string &part)
{
    return part.size() > 2 && part.front() == '{' && part.back() == '}';
}

bool takesRest(const std::string &part)
{
    return isVariable(part) && part.size() > 5 && part.compare(part.size() - 4, 4, "...}") == 0;
}

/// The variables' values where `path` fits `pattern`.
std::optional<std::map<std::string, std::string>> fit(
    const std::vector<std::string> &pattern, const std::vector<std::string> &path)
{
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (i >= path.size())
            return std::nullopt;
        if (takesRest(pattern[i])) {
            std::string rest = path[i];
            for (std::size_t j = i + 1; j < path.size(); ++j)
                rest += "/" + path[j];
            values[pattern[i].substr(1, pattern[i].size() - 5)] = std::move(rest);
            return values;
        }
        if (isVariable(pattern[i]) && !path[i].empty())
            values[pattern[i].substr(1, pattern[i].size() - 2)] = path[i];
        else if (pattern[i] != path[i])
            return std::nullopt;
    }
    if (pattern.size() != path.size())
        return std::nullopt;
    return values;
}

} // namespace

void RouteTable::add(Route route)
{
    assert(static_cast<bool>(route.answer) != static_cast<bool>(route.asyncAnswer));
    const std::size_t index = m_routes.size();
    if (route.pattern.find('{') == std::string::npos) {
        [[maybe_unused]] const bool isNew = m_exact[route.pattern].emplace(route.method, index).second;
        assert(isNew);
    } else {
        m_patterns.push_back({partsOf(route.pattern), index});
    }
    m_routes.push_back(std::move(route));
}

RouteTable::Match RouteTable::find(http::Method method, std::string_view path) const
{
    Match match;
    if (const auto exact = m_exact.find(path); exact != m_exact.end()) {
        match.isKnownPath = true;
        if (const auto found = exact->second.find(method); found != exact->second.end()) {
            match.route = &m_routes[found->second];
            return match;
        }
    }
    const std::vector<std::string> parts = partsOf(path);
    for (const Pattern &pattern : m_patterns) {
        auto values = fit(pattern.parts, parts);
        if (!values)
            continue;
        match.isKnownPath = true;
        if (m_routes[pattern.route].method == method) {
            match.route = &m_routes[pattern.route];
            match.path = std::move(*values);
            return match;
        }
    }
    return match;
}

} // namespace atelier
