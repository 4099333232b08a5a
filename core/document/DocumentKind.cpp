#include "core/document/DocumentKind.h"

#include "core/document/Nearest.h"
#include "core/domain/Names.h"

#include <array>

namespace atelier {

namespace {

struct Family
{
    std::string_view suffix; ///< of the schema's base name
    std::string_view family;
    std::string_view advice;
};

constexpr std::array<Family, 8> families{{
    {"component", "component", "Use it as a step of a pipeline (`component: ./file.yml`)."},
    {"job", "job", "Submit it with `atelier job create`."},
    {"data", "data", "Register it with `atelier data create`."},
    {"environment", "environment", "Environments cannot be registered yet."},
    {"endpoint", "endpoint", "Endpoints are not supported yet."},
    {"deployment", "deployment", "Deployments are not supported yet."},
    {"schedule", "schedule", "Schedules are not supported yet."},
    {"model", "model", "Models cannot be registered yet."},
}};

} // namespace

bool refuseFamily(const Node &root, std::string_view wanted, Problems &problems)
{
    const Node *schema = root.find("$schema");
    if (!schema || schema->kind != NodeKind::Text)
        return false;
    std::string base = lowerCase(std::string_view(schema->text).substr(schema->text.rfind('/') + 1));
    base.erase(std::min(base.find('.'), base.size()));
    for (const Family &family : families) {
        if (!base.ends_with(family.suffix) || family.family == wanted)
            continue;
        problems.error("document.family", "$schema",
            "By its `$schema` this document is a " + std::string(family.family) + ", not a "
                + std::string(wanted) + (wanted == "data" ? " asset. " : ". ") + std::string(family.advice));
        return true;
    }
    return false;
}

} // namespace atelier
