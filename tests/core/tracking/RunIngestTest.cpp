#include "core/base/Json.h"
#include "tests/core/tracking/TrackedWorkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace atelier;
using namespace atelier::test;

namespace {

struct Ingest : testing::Test
{
    TrackedWorkspace workspace;
    std::string run = workspace.newRun();

    Json metric(const char *key, Json value, std::int64_t time, std::int64_t step)
    {
        return {{"run_id", run}, {"run_uuid", run}, {"key", key}, {"value", std::move(value)},
            {"timestamp", time}, {"step", step}};
    }
    Json pair(const std::string &key, const std::string &value)
    {
        return {{"run_id", run}, {"key", key}, {"value", value}};
    }
    Json latest(const char *key)
    {
        const Json whole = workspace.run(run); // kept: the loop would outlive it
        for (const Json &item : whole["data"]["metrics"])
            if (item["key"] == key)
                return item;
        return nullptr;
    }
    Json history(const char *key)
    {
        return good(workspace.history->get(TrackedWorkspace::owner(), {{"run_id", run}, {"metric_key", key}}))
            .value("metrics", Json::array());
    }
};

std::string fault(const Result<RunLog> &parsed)
{
    return failure(parsed);
}

} // namespace

TEST_F(Ingest, ValuesOfEveryKindComeBackAsTheyWent)
{
    const std::vector<Json> values{0.1, 1e308, 5e-324, -1.7976931348623157e308, "NaN", "Infinity",
        "-Infinity", 123456789012345678.0, 1.0 / 3.0};
    for (std::size_t i = 0; i < values.size(); ++i) {
        ASSERT_TRUE(workspace.logMetric(metric("m", values[i], 1000, static_cast<std::int64_t>(i))));
        EXPECT_EQ(latest("m")["value"].dump(), values[i].dump());
    }
    const Json points = history("m");
    ASSERT_EQ(points.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        EXPECT_EQ(points[i]["value"].dump(), values[i].dump());
    EXPECT_THAT(workspace.changes(), testing::Contains(run + " metrics"));
}

TEST_F(Ingest, StepsAndTimesMayBeAnyThatFit)
{
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    ASSERT_TRUE(workspace.logMetric(metric("m", 1, most, least)));
    ASSERT_TRUE(workspace.logMetric(metric("m", 2, 0, -5)));
    ASSERT_TRUE(workspace.logMetric(metric("m", 3, 7, most)));
    EXPECT_EQ(history("m"),
        Json::array({{{"key", "m"}, {"value", 1.0}, {"timestamp", most}, {"step", least}},
            {{"key", "m"}, {"value", 2.0}, {"timestamp", 0}, {"step", -5}},
            {{"key", "m"}, {"value", 3.0}, {"timestamp", 7}, {"step", most}}}));
    EXPECT_EQ(
        fault(parseLogMetric(metric("m", 1, -1, 0))).find("mlflow.INVALID_PARAMETER_VALUE: Invalid value -1"),
        0U);
}

TEST_F(Ingest, TheLatestIsTheOneOfTheGreatestStepTimeAndValue)
{
    ASSERT_TRUE(workspace.logMetric(metric("m", 5, 100, 3)));
    ASSERT_TRUE(workspace.logMetric(metric("m", 9, 900, 2)));
    EXPECT_EQ(latest("m")["value"], 5.0);
    ASSERT_TRUE(workspace.logMetric(metric("m", 4, 100, 3)));
    EXPECT_EQ(latest("m")["value"], 5.0);
    ASSERT_TRUE(workspace.logMetric(metric("m", 1, 101, 3)));
    EXPECT_EQ(latest("m")["value"], 1.0);
}

TEST_F(Ingest, ExactRepetitionsAreKeptOnce)
{
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(workspace.logMetric(metric("m", "NaN", 100, 1)));
    ASSERT_TRUE(workspace.logMetric(metric("m", 1, 100, 1)));
    EXPECT_EQ(history("m").size(), 2U);
}

TEST_F(Ingest, RunsMustExistAndBeActive)
{
    Json request = metric("m", 1, 1, 1);
    request["run_id"] = request["run_uuid"] = "none";
    EXPECT_EQ(
        failure(workspace.logMetric(request)), "mlflow.RESOURCE_DOES_NOT_EXIST: Run with id=none not found");
    const std::string deleted = run;
    good(workspace.runs->remove(TrackedWorkspace::owner(), {{"run_id", deleted}}));
    const std::string inactive = "mlflow.INVALID_PARAMETER_VALUE: The run " + deleted
        + " must be in the 'active' state. Current state is deleted.";
    EXPECT_EQ(failure(workspace.logMetric(metric("m", 1, 1, 1))), inactive);
    EXPECT_EQ(failure(workspace.log(parseLogParameter(pair("p", "v")))), inactive);
    EXPECT_EQ(failure(workspace.log(parseSetTag(pair("t", "v")))), inactive);
}

TEST_F(Ingest, ParametersAreWrittenOnce)
{
    ASSERT_TRUE(workspace.log(parseLogParameter(pair("rate", "0.1"))));
    ASSERT_TRUE(workspace.log(parseLogParameter(pair("rate", "0.1"))));
    EXPECT_EQ(failure(workspace.log(parseLogParameter(pair("rate", "0.2")))),
        "mlflow.INVALID_PARAMETER_VALUE: Changing param values is not allowed. Param with key='rate' was "
        "already "
        "logged with value='0.1' for run ID='"
            + run + "'. Attempted logging new value '0.2'.");
    ASSERT_TRUE(workspace.log(parseLogParameter(pair("empty", ""))));
    const Json params = workspace.run(run)["data"]["params"];
    EXPECT_EQ(valueAt(params, "rate"), "0.1");
    EXPECT_EQ(valueAt(params, "empty"), "");
    EXPECT_THAT(workspace.changes(), testing::Contains(run + " parameters"));
}

TEST_F(Ingest, TagsAreReplacedAndTheNamesTagRenames)
{
    ASSERT_TRUE(workspace.log(parseSetTag(pair("t", "one"))));
    ASSERT_TRUE(workspace.log(parseSetTag(pair("t", "two"))));
    ASSERT_TRUE(workspace.log(parseSetTag(pair("mlflow.runName", "renamed"))));
    const Json view = workspace.run(run);
    EXPECT_EQ(valueAt(view["data"]["tags"], "t"), "two");
    EXPECT_EQ(valueAt(view["data"]["tags"], "mlflow.runName"), "renamed");
    EXPECT_EQ(view["info"]["run_name"], "renamed");
}

TEST_F(Ingest, LongKeysAndForeignScriptsComeBack)
{
    std::string key;
    for (int i = 0; i < 250; ++i)
        key += "ß";
    ASSERT_TRUE(workspace.log(parseLogParameter(pair(key, "😀\n\t\"\\"))));
    ASSERT_TRUE(workspace.logMetric(metric(key.c_str(), 1, 1, 1)));
    EXPECT_EQ(valueAt(workspace.run(run)["data"]["params"], key), "😀\n\t\"\\");
    EXPECT_EQ(latest(key.c_str())["value"], 1.0);
    EXPECT_NE(fault(parseLogParameter(pair(key + "ß", ""))), "");
    EXPECT_NE(fault(parseLogParameter(pair("😀", ""))), "");
}

TEST_F(Ingest, ABatchIsKeptWhole)
{
    const Json batch{{"run_id", run},
        {"metrics",
            Json::array({{{"key", "a"}, {"value", 1}, {"timestamp", 5}},
                {{"key", "a"}, {"value", "NaN"}, {"timestamp", 6}, {"step", 1}},
                {{"key", "b"}, {"value", 2}, {"timestamp", 5}, {"step", -1}}})},
        {"params", Json::array({{{"key", "p"}, {"value", "v"}}})},
        {"tags", Json::array({{{"key", "t"}, {"value", "w"}}})}};
    ASSERT_TRUE(workspace.log(parseLogBatch(batch)));
    EXPECT_EQ(history("a").size(), 2U);
    EXPECT_EQ(history("a")[0]["step"], 0) << "an absent step is 0";
    EXPECT_EQ(latest("b")["step"], -1);
    EXPECT_EQ(valueAt(workspace.run(run)["data"]["params"], "p"), "v");
    EXPECT_EQ(valueAt(workspace.run(run)["data"]["tags"], "t"), "w");
    ASSERT_TRUE(workspace.log(parseLogBatch({{"run_id", run}}))) << "an empty one is no error";
}

TEST_F(Ingest, ABatchThatFailsLeavesNothing)
{
    ASSERT_TRUE(workspace.log(parseLogParameter(pair("z", "old"))));
    const Json batch{{"run_id", run},
        {"metrics", Json::array({{{"key", "a"}, {"value", 1}, {"timestamp", 5}}})},
        {"params", Json::array({{{"key", "p"}, {"value", "v"}}, {{"key", "z"}, {"value", "new"}}})}};
    EXPECT_NE(failure(workspace.log(parseLogBatch(batch))).find("Changing param values is not allowed."),
        std::string::npos);
    EXPECT_TRUE(history("a").empty());
    EXPECT_EQ(valueAt(workspace.run(run)["data"]["params"], "p"), nullptr);
}

TEST_F(Ingest, BatchesNameWhatIsWrongInThem)
{
    const auto batch = [&](const char *key, Json list) {
        return fault(parseLogBatch({{"run_id", run}, {key, std::move(list)}}));
    };
    const std::string lead = "mlflow.INVALID_PARAMETER_VALUE: ";
    const std::string tail = " See the API docs for more information about request parameters.";
    EXPECT_EQ(batch("metrics", Json::array({{{"key", "a"}, {"value", 1}}})),
        lead + "Missing value for required parameter 'metrics[0].timestamp'." + tail);
    EXPECT_EQ(batch("params", Json::array({{{"key", "a"}, {"value", "1"}}, {{"value", "1"}}})),
        lead + "Missing value for required parameter 'params[1].key'." + tail);
    EXPECT_EQ(batch("tags", "x"),
        lead + "Invalid value \"x\" for parameter 'tags' supplied:  Hint: Value was of type 'str'." + tail);
    EXPECT_EQ(batch("params", Json::array({{{"key", "a"}, {"value", "1"}}, {{"key", "a"}, {"value", "1"}}})),
        lead
            + "Duplicate parameter keys have been submitted: ['a']. Please ensure the request contains only "
              "one param "
              "value per param key.");
    Json many = Json::array();
    for (int i = 0; i < 101; ++i)
        many.push_back({{"key", "t" + std::to_string(i)}, {"value", ""}});
    EXPECT_NE(batch("tags", many).find("can contain at most 100 tags. Got 101 tags."), std::string::npos);
    EXPECT_NE(batch("metrics", Json::array({{{"key", "a@"}, {"value", 1}, {"timestamp", 1}}}))
                  .find("for parameter 'metrics[0].name' supplied"),
        std::string::npos);
    EXPECT_NE(fault(parseLogBatch(Json::object())).find("'run_id'"), std::string::npos);
}

TEST_F(Ingest, SingleCallsNameWhatIsMissing)
{
    for (const char *key : {"key", "value", "timestamp"}) {
        Json request = metric("m", 1, 1, 1);
        request.erase(key);
        EXPECT_NE(fault(parseLogMetric(request))
                      .find("Missing value for required parameter '" + std::string(key) + "'."),
            std::string::npos);
    }
    EXPECT_NE(fault(parseLogParameter({{"run_id", run}, {"value", "v"}})).find("'key'"), std::string::npos);
    EXPECT_NE(fault(parseSetTag({{"run_id", run}, {"key", "k"}, {"value", 5}})).find("of type 'int'"),
        std::string::npos);
}
