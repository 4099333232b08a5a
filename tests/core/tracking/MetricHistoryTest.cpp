#include "core/base/Json.h"
#include "tests/core/tracking/TrackedWorkspace.h"

#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::test;

namespace {

struct History : testing::Test
{
    TrackedWorkspace workspace;
    Caller owner = TrackedWorkspace::owner();
    std::string run = workspace.newRun();

    /// Values 0 … count - 1 at steps that are the same, logged backwards.
    void logSteps(const std::string &to, int count)
    {
        Json metrics = Json::array();
        for (int i = count - 1; i >= 0; --i)
            metrics.push_back({{"key", "m"}, {"value", i}, {"timestamp", 1000 + i}, {"step", i}});
        EXPECT_TRUE(workspace.log(parseLogBatch({{"run_id", to}, {"metrics", metrics}})));
    }
    static std::vector<int> steps(const Json &answer)
    {
        std::vector<int> found;
        for (const Json &point : answer.value("metrics", Json::array()))
            found.push_back(point["step"].get<int>());
        return found;
    }
    Json get(Json request)
    {
        request["run_id"] = run;
        request["metric_key"] = "m";
        return good(workspace.history->get(owner, request));
    }
};

} // namespace

TEST_F(History, IsWholeAndInOrderWithoutAPageSize)
{
    logSteps(run, 5);
    const Json answer = get(Json::object());
    EXPECT_EQ(steps(answer), (std::vector<int>{0, 1, 2, 3, 4}));
    EXPECT_FALSE(answer.contains("next_page_token"));
}

TEST_F(History, ComesInPagesThatNewPointsDoNotShift)
{
    logSteps(run, 5);
    const Json first = get({{"max_results", "2"}});
    EXPECT_EQ(steps(first), (std::vector<int>{0, 1}));
    ASSERT_TRUE(
        workspace.logMetric({{"run_id", run}, {"key", "m"}, {"value", 9}, {"timestamp", 1}, {"step", -3}}));
    const Json second = get({{"max_results", 2}, {"page_token", first["next_page_token"]}});
    EXPECT_EQ(steps(second), (std::vector<int>{2, 3}));
    const Json third = get({{"max_results", 2}, {"page_token", second["next_page_token"]}});
    EXPECT_EQ(steps(third), (std::vector<int>{4}));
    EXPECT_FALSE(third.contains("next_page_token"));
    EXPECT_FALSE(get({{"max_results", 6}}).contains("next_page_token"));
}

TEST_F(History, OfAKeyThatWasNeverLoggedIsEmpty)
{
    EXPECT_EQ(get(Json::object()), Json::object());
    EXPECT_EQ(failure(workspace.history->get(owner, {{"run_id", "none"}, {"metric_key", "m"}})),
        "mlflow.RESOURCE_DOES_NOT_EXIST: Run with id=none not found");
}

TEST_F(History, RefusesPagesThatCannotBe)
{
    const auto fault = [&](const char *key, Json value) {
        return failure(
            workspace.history->get(owner, {{"run_id", run}, {"metric_key", "m"}, {key, std::move(value)}}));
    };
    EXPECT_EQ(fault("max_results", 0),
        "mlflow.INVALID_PARAMETER_VALUE: Invalid value 0 for parameter 'max_results' supplied. It must be a "
        "positive "
        "integer.");
    for (const char *token : {"x", "1", "1.2", "1.2.3.4", "1.2.", "..", "1.2.3 "})
        EXPECT_NE(fault("page_token", token), "") << token;
    EXPECT_EQ(fault("page_token", "1.2.3"), "");
}

TEST_F(History, OfSeveralRunsIsCutAfterTheLimit)
{
    const std::string other = workspace.newRun();
    logSteps(run, 4);
    logSteps(other, 4);
    const Json answer = good(workspace.history->getOfRuns(
        owner, {{"run_id", Json::array({run, other})}, {"metric_key", "m"}, {"max_results", "6"}}));
    EXPECT_EQ(steps(answer), (std::vector<int>{0, 1, 2, 3, 0, 1}));
    EXPECT_EQ(answer["metrics"][0]["run_id"], std::min(run, other));
    EXPECT_EQ(answer["metrics"][5]["run_id"], std::max(run, other));
    EXPECT_FALSE(workspace.history->getOfRuns(owner, {{"metric_key", "m"}}));
    EXPECT_FALSE(workspace.history->getOfRuns(
        owner, {{"metric_key", "m"}, {"run_id", Json(std::vector<std::string>(101, run))}}));
}

TEST_F(History, IsSampledEvenlyWithItsEnds)
{
    logSteps(run, 100);
    Json request{{"run_ids", Json::array({run})}, {"metric_key", "m"}, {"max_results", 5}};
    const std::vector<int> whole = steps(good(workspace.history->getSampled(owner, request)));
    ASSERT_EQ(whole.size(), 5U);
    EXPECT_EQ(whole.front(), 0);
    EXPECT_EQ(whole.back(), 99);
    request["start_step"] = 10;
    request["end_step"] = 50;
    EXPECT_EQ(
        steps(good(workspace.history->getSampled(owner, request))), (std::vector<int>{10, 20, 30, 40, 50}));
    request["max_results"] = 1;
    EXPECT_EQ(steps(good(workspace.history->getSampled(owner, request))), (std::vector<int>{10}));
    request["max_results"] = 2501;
    EXPECT_FALSE(workspace.history->getSampled(owner, request));
}
