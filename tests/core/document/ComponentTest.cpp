#include "core/base/Json.h"
#include "core/document/ComponentDocument.h"
#include "tests/core/document/DocumentFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using atelier::test::DocumentFolder;
using atelier::test::errorsOf;
using atelier::test::warningsOf;
using testing::HasSubstr;

namespace {

Loaded<CommandComponent> load(const std::string &lines)
{
    const DocumentFolder folder;
    folder.write("job.yml", "name: c\ncommand: x\nenvironment: azureml:e\n" + lines);
    return loadComponent(folder.path("job.yml"));
}

} // namespace

TEST(ComponentDocument, ReadsPortsWithTheirRules)
{
    const auto loaded
        = load("version: 3\nis_deterministic: false\ninputs:\n"
               "  rate: {type: number, default: 1.0e-3, min: 0, max: 1, description: The rate}\n"
               "  mode: {type: string, enum: [fast, 1]}\n"
               "  data: {type: uri_file, mode: Link, optional: yes}\n"
               "outputs: {m: {type: custom_model}}\n");
    ASSERT_EQ(errorsOf(loaded), "");
    EXPECT_EQ(loaded.value->version, "3");
    EXPECT_FALSE(loaded.value->isDeterministic);
    EXPECT_EQ(loaded.value->inputs.at("rate").defaultValue, "0.001");
    EXPECT_EQ(loaded.value->inputs.at("mode").enumeration, (std::vector<std::string>{"fast", "1"}));
    EXPECT_EQ(loaded.value->inputs.at("data").mode, AccessMode::Link);
    EXPECT_TRUE(loaded.value->inputs.at("data").optional);
    const Json json = componentToJson(*loaded.value);
    const auto again = componentFromJson(json);
    ASSERT_EQ(errorsOf(again), "");
    EXPECT_EQ(componentToJson(*again.value), json);
}

TEST(ComponentDocument, ChecksDefaultsAndRanges)
{
    EXPECT_THAT(errorsOf(load("inputs: {a: {type: integer, default: x}}\n")),
        HasSubstr("4:38 inputs.a.default: The default must be an integer, but is 'x'."));
    EXPECT_THAT(errorsOf(load("inputs: {a: {type: number, default: 5, max: 1}}\n")),
        HasSubstr("must be at most 1.0"));
    EXPECT_THAT(errorsOf(load("inputs: {a: {type: number, min: 5, max: 1}}\n")),
        HasSubstr("`min` is greater than `max`"));
    EXPECT_THAT(errorsOf(load("inputs: {a: {type: uri_file, default: x}}\n")),
        HasSubstr("Only a literal can have a default"));
    EXPECT_THAT(errorsOf(load("inputs: {a: {default: x}}\n")), HasSubstr("'inputs.a' needs the key 'type'"));
    EXPECT_THAT(
        errorsOf(load("inputs: {a: {type: string, optinal: yes}}\n")), HasSubstr("Did you mean 'optional'?"));
    EXPECT_THAT(errorsOf(load("outputs: {a: }\n")), HasSubstr("'outputs.a' must be a mapping"));
    EXPECT_THAT(errorsOf(load("outputs: {a: {type: number}}\n")), HasSubstr("must be one of uri_file"));
}

TEST(ComponentDocument, KeepsRequiredInputsOutOfFragments)
{
    EXPECT_THAT(errorsOf(load("inputs: {a: {type: string}}\ncommand: x $[[${{inputs.a}}]]\n")),
        HasSubstr("holds the input 'a', which is required"));
}

TEST(ComponentDocument, IgnoresUnknownKeysWithAWarning)
{
    const auto loaded = load("limits: {timeout: 5}\n");
    EXPECT_EQ(errorsOf(loaded), "");
    EXPECT_THAT(warningsOf(loaded), HasSubstr("4:1 limits: The key 'limits' is unknown and ignored."));
}
