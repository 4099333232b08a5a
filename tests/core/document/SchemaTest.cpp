#include "core/base/Json.h"
#include "core/document/JobDocument.h"

#include <gtest/gtest.h>

using namespace atelier;

TEST(Schemas, DescribeEveryKindFromItsFields)
{
    const Json schemas = documentSchemas();
    for (const char *kind : {"CommandJob", "PipelineJob", "CommandComponent", "DataAsset"})
        EXPECT_EQ(schemas[kind]["type"], "object") << kind;
    const Json &job = schemas["CommandJob"];
    EXPECT_EQ(job["required"], Json::array({"command", "environment"}));
    EXPECT_EQ(job["additionalProperties"], false);
    EXPECT_EQ(job["properties"]["type"]["enum"], Json::array({"command"}));
    EXPECT_EQ(job["properties"]["name"]["pattern"], R"(^[a-zA-Z0-9][\w-]{0,254}$)");
    EXPECT_EQ(job["properties"]["limits"]["properties"]["timeout"]["minimum"], 1);
    EXPECT_EQ(job["properties"]["resources"]["properties"]["instance_count"]["default"], 1);
    EXPECT_FALSE(job["properties"].contains("distribution"));
    const Json &component = schemas["CommandComponent"];
    EXPECT_FALSE(component.contains("additionalProperties"));
    EXPECT_EQ(component["properties"]["is_deterministic"]["default"], true);
    const Json &port = component["properties"]["inputs"]["additionalProperties"];
    EXPECT_EQ(port["required"], Json::array({"type"}));
    EXPECT_EQ(port["properties"]["type"]["enum"].size(), 10U);
    EXPECT_FALSE(port["properties"]["mode"]["description"].get<std::string>().empty());
    const Json &step = schemas["PipelineJob"]["properties"]["jobs"]["additionalProperties"];
    EXPECT_EQ(step["required"], Json::array({"component"}));
}

TEST(Schemas, HelpWithEveryField)
{
    const Json schemas = documentSchemas();
    for (const auto &[kind, schema] : schemas.items())
        for (const auto &[key, field] : schema["properties"].items())
            EXPECT_TRUE(key == "type" || field.contains("description") || field.contains("oneOf"))
                << kind << "." << key;
}
