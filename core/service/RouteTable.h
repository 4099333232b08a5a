#pragma once

#include "core/service/Route.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// All routes of the service, found by method and path. Filled once, before the server starts.
class RouteTable
{
public:
    /// The route must be new: two routes for one method and pattern are a mistake in the program.
    void add(Route route);

    struct Match
    {
        const Route *route = nullptr; ///< nothing: no such path, or not with this method
        std::map<std::string, std::string> path;
        bool isKnownPath = false; ///< another method would have matched
    };
    [[nodiscard]] Match find(http::Method method, std::string_view path) const;

    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }

private:
    struct Pattern
    {
        std::vector<std::string> parts;
        std::size_t route;
    };

    std::vector<Route> m_routes;
    std::map<std::string, std::map<http::Method, std::size_t>, std::less<>>
        m_exact; ///< patterns without a variable
    std::vector<Pattern> m_patterns;
};

} // namespace atelier
