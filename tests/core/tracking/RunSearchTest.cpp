#include "core/base/Json.h"
#include "tests/core/tracking/TrackedWorkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

using namespace atelier;
using namespace atelier::test;

namespace {

struct RunSearching : testing::Test
{
    TrackedWorkspace workspace;
    Caller owner = TrackedWorkspace::owner();

    /// A run of this name, with what else `log` holds for a batch.
    std::string add(const std::string &name, std::int64_t start, Json log = Json::object())
    {
        const std::string id = workspace.newRun({{"run_name", name}, {"start_time", start}});
        log["run_id"] = id;
        EXPECT_TRUE(workspace.log(parseLogBatch(log)));
        return id;
    }
    static Json metric(const char *key, Json value)
    {
        return {{"metrics", Json::array({{{"key", key}, {"value", std::move(value)}, {"timestamp", 1}}})}};
    }
    static Json parameter(const char *key, const char *value)
    {
        return {{"params", Json::array({{{"key", key}, {"value", value}}})}};
    }
    static Json tag(const char *key, const char *value)
    {
        return {{"tags", Json::array({{{"key", key}, {"value", value}}})}};
    }
    Result<Json> search(Json request)
    {
        if (!request.contains("experiment_ids"))
            request["experiment_ids"] = Json::array({"0"});
        return workspace.runSearch->search(owner, request);
    }
    std::string names(Json request)
    {
        std::string found;
        const Json answer = good(search(std::move(request)));
        for (const Json &run : answer.value("runs", Json::array()))
            found += (found.empty() ? "" : " ") + run["info"]["run_name"].get<std::string>();
        return found;
    }
    std::string filtered(const std::string &filter)
    {
        return names({{"filter", filter}, {"order_by", Json::array({"run_name"})}});
    }
    std::string ordered(const Json &by) { return names({{"order_by", by}}); }
};

} // namespace

TEST_F(RunSearching, FindsTheNewestFirstWithAllThatHangsOnThem)
{
    add("old", 1000);
    const std::string id = add("new", 2000, metric("loss", 0.5));
    add("middle", 1500);
    const Json runs = good(search(Json::object()))["runs"];
    ASSERT_EQ(runs.size(), 3U);
    EXPECT_EQ(runs[0], workspace.run(id));
    EXPECT_EQ(names(Json::object()), "new middle old");
}

TEST_F(RunSearching, LooksOnlyIntoTheExperimentsThatAreNamed)
{
    const Json made = good(workspace.experiments->create(owner, {{"name", "other"}}));
    add("here", 1);
    workspace.newRun({{"experiment_id", made["experiment_id"]}, {"run_name", "there"}});
    EXPECT_EQ(names(Json::object()), "here");
    EXPECT_EQ(names({{"experiment_ids", Json::array({made["experiment_id"]})}}), "there");
    EXPECT_EQ(names({{"experiment_ids", Json::array({"0", made["experiment_id"], "99"})}}), "there here");
    EXPECT_EQ(names({{"experiment_ids", Json::array()}}), "");
    EXPECT_FALSE(search({{"experiment_ids", Json::array({"x"})}}));
}

TEST_F(RunSearching, ComparesMetricsAsNumbers)
{
    add("a", 1, metric("loss", 0.5));
    add("b", 2, metric("loss", 10));
    add("c", 3, metric("loss", "NaN"));
    add("d", 4, metric("loss", "Infinity"));
    add("e", 5);
    EXPECT_EQ(filtered("metrics.loss > 0.5"), "b d");
    EXPECT_EQ(filtered("metrics.loss >= 0.5"), "a b d");
    EXPECT_EQ(filtered("metrics.loss < 11"), "a b");
    EXPECT_EQ(filtered("metrics.loss = 10"), "b");
    EXPECT_EQ(filtered("metrics.loss != 10"), "a c d") << "NaN is unequal to everything";
    EXPECT_EQ(filtered("metrics.loss > 0 AND metrics.loss < 1"), "a");
    EXPECT_EQ(filtered("metrics.other != 1"), "") << "a run without the key never matches";
}

TEST_F(RunSearching, ComparesParametersAndTagsAsText)
{
    add("a", 1, parameter("solver", "Adam"));
    add("b", 2, parameter("solver", "adam_w"));
    add("c", 3, tag("solver", "adam*w"));
    EXPECT_EQ(filtered("params.solver = 'Adam'"), "a");
    EXPECT_EQ(filtered("params.solver != 'Adam'"), "b");
    EXPECT_EQ(filtered("params.solver LIKE 'adam%'"), "b");
    EXPECT_EQ(filtered("params.solver ILIKE 'ADAM%'"), "a b");
    EXPECT_EQ(filtered("params.solver LIKE 'adam__'"), "b");
    EXPECT_EQ(filtered("params.solver LIKE 'A*'"), "") << "a star is only a star";
    EXPECT_EQ(filtered("tags.solver LIKE 'adam*_'"), "c");
    EXPECT_EQ(filtered("tags.solver = 'adam*w'"), "c");
    EXPECT_EQ(filtered("params.solver = 'x'' OR 1=1 --'").find("a"), std::string::npos);
}

TEST_F(RunSearching, ComparesWhatEveryRunHas)
{
    const std::string a = add("a", 1000);
    const std::string b = add("b", 2000);
    good(workspace.runs->update(owner, {{"run_id", b}, {"status", "FINISHED"}, {"end_time", 3000}}));
    EXPECT_EQ(filtered("attributes.status = 'FINISHED'"), "b");
    EXPECT_EQ(filtered("status != 'FINISHED'"), "a");
    EXPECT_EQ(filtered("start_time > 1000"), "b");
    EXPECT_EQ(filtered("attributes.created <= 1000"), "a");
    EXPECT_EQ(filtered("end_time = 3000"), "b");
    EXPECT_EQ(filtered("run_id IN ('" + a + "', 'x')"), "a");
    EXPECT_EQ(filtered("run_id NOT IN ('" + a + "')"), "b");
    EXPECT_EQ(filtered("run_name = 'a'"), "a");
    EXPECT_EQ(filtered("tags.mlflow.runName = 'b'"), "b");
    EXPECT_EQ(filtered("tags.`mlflow.runName` LIKE '%a%'"), "a");
    EXPECT_EQ(filtered("artifact_uri LIKE '%" + a + "/artifacts'"), "a");
    EXPECT_EQ(filtered("user_id = 'ada'"), "a b");
}

TEST_F(RunSearching, FindsStepsByTheirPipelineAndRunsByTheirParent)
{
    const JobRow pipeline = workspace.job("pipe", JobType::Pipeline, JobStatus::Running);
    workspace.job("step", JobType::Command, JobStatus::Queued, pipeline.id);
    add("child", 1, tag("mlflow.parentRunId", "pipe"));
    EXPECT_EQ(filtered("tags.mlflow.parentRunId = 'pipe'"), "child step shown");
    EXPECT_EQ(filtered("status = 'SCHEDULED'"), "step shown");
}

TEST_F(RunSearching, FindsRunsByTheDatasetsTheyUsed)
{
    const std::string a = add("a", 1);
    add("b", 2);
    const Json dataset{{"name", "wine"}, {"digest", "f00"}, {"source_type", "local"}, {"source", "x"}};
    const Json input{{"tags", Json::array({{{"key", "mlflow.data.context"}, {"value", "training"}}})},
        {"dataset", dataset}};
    good(workspace.runs->logInputs(owner, {{"run_id", a}, {"datasets", Json::array({input})}}));
    EXPECT_EQ(filtered("datasets.name = 'wine'"), "a");
    EXPECT_EQ(filtered("dataset.digest LIKE 'f%'"), "a");
    EXPECT_EQ(filtered("dataset.context = 'training'"), "a");
    EXPECT_EQ(filtered("dataset.context = 'test'"), "");
    EXPECT_EQ(filtered("dataset.name IN ('beer', 'wine')"), "a");
}

TEST_F(RunSearching, OrdersByMetricsWithNanAndMissingLast)
{
    add("nan", 1, metric("loss", "NaN"));
    add("none", 2);
    add("two", 3, metric("loss", 2));
    add("inf", 4, metric("loss", "Infinity"));
    add("one", 5, metric("loss", 1));
    add("minus", 6, metric("loss", "-Infinity"));
    EXPECT_EQ(ordered(Json::array({"metrics.loss ASC"})), "minus one two inf nan none");
    EXPECT_EQ(ordered(Json::array({"metrics.loss DESC"})), "inf two one minus nan none");
}

TEST_F(RunSearching, OrdersByParametersTagsAndAttributes)
{
    add("a", 1, parameter("p", "10"));
    add("b", 2, parameter("p", "9"));
    add("c", 3, tag("t", "x"));
    EXPECT_EQ(ordered(Json::array({"params.p"})), "a b c") << "as text, and missing last";
    EXPECT_EQ(ordered(Json::array({"params.p DESC"})), "b a c");
    EXPECT_EQ(ordered(Json::array({"tags.t", "start_time ASC"})), "c a b");
    EXPECT_EQ(ordered(Json::array({"attributes.start_time ASC"})), "a b c");
    EXPECT_EQ(ordered(Json::array({"tag.mlflow.runName DESC"})), "c b a");
    EXPECT_NE(
        failure(search({{"order_by", Json::array({"params.p", "params.p DESC"})}})).find("duplicate fields"),
        std::string::npos);
}

TEST_F(RunSearching, ShowsWhatTheViewAsksFor)
{
    add("kept", 1);
    good(workspace.runs->remove(owner, {{"run_id", add("gone", 2)}}));
    EXPECT_EQ(names({{"run_view_type", "ACTIVE_ONLY"}}), "kept");
    EXPECT_EQ(names({{"run_view_type", "DELETED_ONLY"}}), "gone");
    EXPECT_EQ(names({{"run_view_type", "ALL"}}), "gone kept");
    EXPECT_EQ(names({{"run_view_type", 3}}), "gone kept");
}

TEST_F(RunSearching, ComesInPages)
{
    for (int i = 0; i < 7; ++i)
        add(std::to_string(i), 1000 + i);
    Json request{{"max_results", 3}};
    std::string all;
    for (int pages = 1;; ++pages) {
        const Json answer = good(search(request));
        all += names(request) + "|";
        if (!answer.contains("next_page_token"))
            break;
        ASSERT_LT(pages, 5);
        request["page_token"] = answer["next_page_token"];
    }
    EXPECT_EQ(all, "6 5 4|3 2 1|0|");
    EXPECT_FALSE(good(search({{"max_results", 7}})).contains("next_page_token"));
}

TEST_F(RunSearching, RefusesWhatItDoesNotUnderstand)
{
    for (const char *filter : {"metrics.loss > 'a'", "params.p > 5", "colour = 'red'", "metrics.loss >",
             "a = 'b' OR c = 'd'", "dataset.colour = 'red'", "metrics.loss = 1 ; DROP TABLE job"}) {
        const auto answer = search({{"filter", filter}});
        ASSERT_FALSE(answer) << filter;
        EXPECT_EQ(answer.error().kind, ErrorKind::Invalid) << filter;
    }
    EXPECT_FALSE(search({{"max_results", 0}}));
    EXPECT_FALSE(search({{"max_results", 50'001}}));
    EXPECT_FALSE(search({{"page_token", "-1"}}));
    EXPECT_FALSE(search({{"order_by", Json::array({"colour"})}}));
}
