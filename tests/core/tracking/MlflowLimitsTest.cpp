#include "core/tracking/MlflowLimits.h"

#include <gtest/gtest.h>

using namespace atelier;

namespace {

std::string metricFault(const std::string &key, std::int64_t timeMs = 0, const std::string &path = {})
{
    const auto valid = mlflow_limits::checkMetric({key, {0, timeMs, 0.5, 0}}, path);
    return valid ? "" : valid.error().sentence;
}

std::string repeated(const std::string &text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

TEST(MlflowLimits, NamesOfEveryScriptPassAndSignsDoNot)
{
    for (const char *name :
        {"loss", "train/loss", "val loss", "a.b-c_d:e", "größe", "損失", "потеря", "м2", "a..", ".a", " "})
        EXPECT_EQ(metricFault(name), "") << name;
    for (const char *name : {"a@b", "50%", "a\nb", "😀", "a\\b", "a,b", "(x)"})
        EXPECT_NE(metricFault(name).find(
                      "Names may only contain alphanumerics, underscores (_), dashes (-), periods "
                      "(.), spaces ( ), colon(:) and slashes (/)."),
            std::string::npos)
            << name;
    for (const char *name : {"..a", "...", "../a", "a/../b", "/a", ".", "a//b"})
        EXPECT_NE(metricFault(name).find("must not resolve to other names"), std::string::npos) << name;
    EXPECT_EQ(metricFault("a@b", 0, "metrics[2]")
                  .find("Invalid value \"a@b\" for parameter 'metrics[2].name' supplied: "),
        0U);
}

TEST(MlflowLimits, NamesMustNotResolveToOtherNames)
{
    const auto resolvesTo = [](const std::string &name) {
        const std::string fault = metricFault(name);
        const std::string lead = "would resolve to '";
        const std::size_t from = fault.find(lead);
        return from == std::string::npos
            ? ""
            : fault.substr(from + lead.size(), fault.size() - from - lead.size() - 1);
    };
    EXPECT_EQ(resolvesTo(""), ".");
    EXPECT_EQ(resolvesTo("."), ".");
    EXPECT_EQ(resolvesTo(".."), "..");
    EXPECT_EQ(resolvesTo("../a"), "../a");
    EXPECT_EQ(resolvesTo("a/../b"), "b");
    EXPECT_EQ(resolvesTo("a//b"), "a/b");
    EXPECT_EQ(resolvesTo("a/"), "a");
    EXPECT_EQ(resolvesTo("./a"), "a");
    EXPECT_EQ(resolvesTo("/a"), "/a");
    EXPECT_EQ(resolvesTo("//a"), "//a");
    EXPECT_EQ(resolvesTo("///a/.."), "/");
    EXPECT_EQ(resolvesTo("a/../.."), "..");
    EXPECT_EQ(resolvesTo("a/b"), "");
}

TEST(MlflowLimits, LengthsAreCountedInCharacters)
{
    EXPECT_EQ(metricFault(repeated("ü", 250)), "");
    EXPECT_EQ(metricFault(repeated("ü", 251)), "'Metric name' exceeds the maximum length of 250 characters");
    KeyValue tag{repeated("k", 251), "v"};
    EXPECT_EQ(mlflow_limits::checkTag(tag, "tags[0]").error().sentence,
        "'tags[0].key' exceeds the maximum length of 250 characters");
    KeyValue parameter{repeated("k", 251), "v"};
    EXPECT_EQ(mlflow_limits::checkParameter(parameter, "").error().sentence,
        "'Param key' exceeds the maximum length of 250 characters");
}

TEST(MlflowLimits, LongValuesAreCutBetweenCharacters)
{
    KeyValue parameter{"p", repeated("é", 6001)};
    ASSERT_TRUE(mlflow_limits::checkParameter(parameter, ""));
    EXPECT_EQ(parameter.value, repeated("é", 6000));
    KeyValue tag{"t", repeated("😀", 8000)};
    ASSERT_TRUE(mlflow_limits::checkTag(tag, ""));
    EXPECT_EQ(tag.value, repeated("😀", 8000));
    tag.value += "x";
    ASSERT_TRUE(mlflow_limits::checkTag(tag, ""));
    EXPECT_EQ(tag.value, repeated("😀", 8000));
}

TEST(MlflowLimits, TimesBeforeTheEpochAreRefused)
{
    EXPECT_EQ(metricFault("loss", 0), "");
    EXPECT_EQ(metricFault("loss", -1),
        "Invalid value -1 for parameter 'timestamp' supplied: metric 'loss' (value=0.5). Timestamp must be a "
        "nonnegative long (64-bit integer) ");
}

TEST(MlflowLimits, BatchesHaveALimitForEachKindAndForAll)
{
    EXPECT_TRUE(mlflow_limits::checkBatch(800, 100, 100));
    EXPECT_EQ(mlflow_limits::checkBatch(1001, 0, 0).error().sentence,
        "A batch logging request can contain at most 1000 metrics. Got 1001 metrics. Please split up metrics "
        "across "
        "multiple requests and try again.");
    EXPECT_FALSE(mlflow_limits::checkBatch(0, 101, 0));
    EXPECT_FALSE(mlflow_limits::checkBatch(0, 0, 101));
    EXPECT_EQ(mlflow_limits::checkBatch(801, 100, 100).error().sentence,
        "A batch logging request can contain at most 1000 metrics, params, and tags. Got 1001 metrics, "
        "params, and "
        "tags. Please split up metrics, params, and tags across multiple requests and try again.");
}

TEST(MlflowLimits, ExperimentsHaveNamesAndTheirTagsAreNotCut)
{
    EXPECT_EQ(mlflow_limits::checkExperimentName("").error().sentence, "Invalid experiment name: ''");
    EXPECT_TRUE(mlflow_limits::checkExperimentName(repeated("ñ", 500)));
    EXPECT_EQ(mlflow_limits::checkExperimentName(repeated("ñ", 501)).error().sentence,
        "'name' exceeds the maximum length of 500 characters");
    EXPECT_TRUE(mlflow_limits::checkExperimentTag({"k", repeated("v", 20000)}));
    EXPECT_EQ(mlflow_limits::checkExperimentTag({"k", repeated("v", 20001)}).error().sentence,
        "'value' exceeds the maximum length of 20000 characters");
}

TEST(MlflowLimits, DatasetsAreLimitedFieldByField)
{
    const auto fault = [](std::size_t name, std::size_t digest, std::size_t source, std::size_t tag) {
        const DatasetInput input{
            {std::string(name, 'n'), std::string(digest, 'd'), "local", std::string(source, 's'), "", ""},
            {{"context", std::string(tag, 't')}}};
        const auto valid = mlflow_limits::checkDataset(input);
        return valid ? "" : valid.error().sentence;
    };
    EXPECT_EQ(fault(500, 36, 65535, 500), "");
    EXPECT_EQ(fault(501, 1, 1, 1), "'name' exceeds the maximum length of 500 characters");
    EXPECT_EQ(fault(1, 37, 1, 1), "'digest' exceeds the maximum length of 36 characters");
    EXPECT_EQ(fault(1, 1, 65536, 1), "'source' exceeds the maximum length of 65535 characters");
    EXPECT_EQ(fault(1, 1, 1, 501), "'value' exceeds the maximum length of 500 characters");
}
