#include "core/service/OpenApi.h"

#include "core/base/Json.h"
#include "core/document/JobDocument.h"
#include "core/domain/Names.h"

namespace atelier {

namespace {

/// `{path...}` is a name of ours; OpenAPI knows `{path}`.
std::string openApiPath(std::string pattern)
{
    if (const std::size_t dots = pattern.find("...}"); dots != std::string::npos)
        pattern.erase(dots, 3);
    return pattern;
}

Json parametersOf(const std::string &path)
{
    Json parameters = Json::array();
    for (std::size_t open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1))
        parameters.push_back({{"name", path.substr(open + 1, path.find('}', open) - open - 1)},
            {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
    return parameters;
}

Json rolesOf(const Rule &rule)
{
    Json roles = Json::array();
    const std::pair<Role, const char *> names[] = {{Role::Run, "run"}, {Role::Reader, "reader"},
        {Role::Contributor, "contributor"}, {Role::Owner, "owner"}};
    for (const auto &[role, name] : names)
        if (rule.allows(role))
            roles.push_back(name);
    return roles;
}

} // namespace

Json openApiDocument(const RouteTable &routes)
{
    Json paths = Json::object();
    for (const Route &route : routes.routes()) {
        const std::string path = openApiPath(route.pattern);
        Json &operation = paths[path][lowerCase(http::name(route.method))];
        operation = {{"summary", route.summary}, {"x-atelier-roles", rolesOf(route.rule)},
            {"responses",
                {{"200", {{"description", "Done."}}}, {"default", {{"description", "An error."}}}}}};
        if (!route.answerContent.is_null())
            operation["responses"]["200"]["content"] = route.answerContent;
        if (Json parameters = parametersOf(path); !parameters.empty())
            operation["parameters"] = std::move(parameters);
        if (!route.bodySchema.is_null())
            operation["requestBody"]
                = {{"required", true}, {"content", {{"application/json", {{"schema", route.bodySchema}}}}}};
    }
    return {{"openapi", "3.1.0"},
        {"info", {{"title", "Atelier workspace service"}, {"version", ATELIER_VERSION}}},
        {"paths", std::move(paths)},
        {"components",
            {{"schemas", documentSchemas()},
                {"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}}}}},
        {"security", Json::array({{{"token", Json::array()}}})}};
}

} // namespace atelier
