#include "core/base/Json.h"
#include "core/document/JobDocument.h"
#include "core/document/KindCodec.h"
#include "core/domain/DataAssetFields.h"

namespace atelier {

namespace {

Json withType(Json schema, const char *type)
{
    Json properties{{"type", {{"type", "string"}, {"enum", Json::array({type})}}}};
    for (const auto &[key, value] : schema["properties"].items())
        append(properties, key, value);
    schema["properties"] = std::move(properties);
    return schema;
}

} // namespace

Json schemaOf(SchemaParts parts, UnknownKeys unknownKeys, std::string_view help)
{
    Json schema{{"type", "object"}};
    if (!help.empty())
        schema["description"] = help;
    schema["properties"] = std::move(parts.properties);
    if (!parts.required.empty())
        schema["required"] = std::move(parts.required);
    if (unknownKeys == UnknownKeys::Refused)
        schema["additionalProperties"] = false;
    return schema;
}

Json documentSchemas()
{
    Json pipeline = withType(schemaOf<PipelineJob>(), "pipeline");
    pipeline["required"].push_back("type");
    return {{"CommandJob", withType(schemaOf<CommandJob>(), "command")}, {"PipelineJob", std::move(pipeline)},
        {"CommandComponent", withType(schemaOf<CommandComponent>(), "command")},
        {"DataAsset", schemaOf<DataAsset>()}};
}

} // namespace atelier
