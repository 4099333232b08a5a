#include "core/base/Json.h"
#include "tests/core/tracking/TrackedWorkspace.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>

using namespace atelier;
using namespace atelier::test;

namespace {

struct RunAccess : testing::Test
{
    TrackedWorkspace workspace;
    Caller token = TrackedWorkspace::runOf("mine");

    void SetUp() override
    {
        workspace.job("mine", JobType::Command, JobStatus::Running);
        workspace.job("other", JobType::Command, JobStatus::Running);
    }

    static Json parentTag(const std::string &parent)
    {
        return {{"tags", Json::array({{{"key", "mlflow.parentRunId"}, {"value", parent}}})}};
    }

    /// Every call that writes to a run, on `run`.
    std::map<std::string, std::string> writes(const std::string &run)
    {
        const Json metric{{"run_id", run}, {"key", "loss"}, {"value", 1}, {"timestamp", 1}};
        const Json pair{{"run_id", run}, {"key", "k"}, {"value", "v"}};
        const std::string artifact = "0/" + run + "/artifacts/a.txt";
        const auto upload = [&]() -> Result<void> {
            auto sink = workspace.artifacts->beginUpload(token, artifact);
            return sink ? (*sink)->finish() : sink.error();
        };
        return {{"update", failure(workspace.runs->update(token, {{"run_id", run}, {"run_name", "x"}}))},
            {"log-metric", failure(workspace.logMetric(metric, token))},
            {"log-parameter", failure(workspace.log(parseLogParameter(pair), token))},
            {"set-tag", failure(workspace.log(parseSetTag(pair), token))},
            {"delete-tag", failure(workspace.runs->removeTag(token, pair))},
            {"log-batch", failure(workspace.log(parseLogBatch({{"run_id", run}}), token))},
            {"log-inputs", failure(workspace.runs->logInputs(token, {{"run_id", run}}))},
            {"upload", failure(upload())},
            {"remove artifact", failure(workspace.artifacts->remove(token, artifact))},
            {"child", failure(workspace.runs->create(token, parentTag(run)))}};
    }
};

} // namespace

TEST_F(RunAccess, AJobsTokenWritesItsOwnRun)
{
    for (const auto &[call, fault] : writes("mine"))
        EXPECT_EQ(fault, "") << call;
}

TEST_F(RunAccess, AJobsTokenWritesNoOtherRun)
{
    const std::string interactive = workspace.newRun();
    const std::string below = workspace.newRun(parentTag("other"));
    for (const std::string &run : {std::string("other"), interactive, below})
        for (const auto &[call, fault] : writes(run))
            EXPECT_EQ(fault.find("mlflow.PERMISSION_DENIED: The token of job mine may write"), 0U)
                << call << ": " << fault;
    EXPECT_FALSE(workspace.runs->remove(token, {{"run_id", below}}));
    EXPECT_FALSE(workspace.runs->restore(token, {{"run_id", below}}));
    EXPECT_EQ(workspace.run("other")["info"]["run_name"], "other shown");
    EXPECT_FALSE(workspace.run("other")["data"].contains("metrics"));
}

TEST_F(RunAccess, RunsThatAJobOpensStandBelowItAndAreItsOwn)
{
    const std::string child = workspace.newRun(Json::object(), token);
    const std::string grandchild = workspace.newRun(parentTag(child), token);
    const auto parentOf = [&](const std::string &run) {
        const auto row = workspace.readers().read(
            [&](Database &database) { return JobRepository::findByName(database, run); });
        return *workspace.readers().read(
            [&](Database &database) { return JobRepository::nameOf(database, *(*row)->parentId); });
    };
    EXPECT_EQ(parentOf(child), "mine");
    EXPECT_EQ(parentOf(grandchild), child);
    for (const std::string &run : {child, grandchild})
        for (const auto &[call, fault] : writes(run))
            EXPECT_EQ(fault, "") << call;
    EXPECT_TRUE(workspace.runs->remove(token, {{"run_id", child}}));
}

TEST_F(RunAccess, TheStepsOfAJobAreNotItsOwnToWrite)
{
    // Only runs that scripts opened are followed upwards: a step answers for itself.
    const JobRow parent = workspace.job("top", JobType::Command, JobStatus::Running);
    workspace.job("step", JobType::Command, JobStatus::Running, parent.id);
    EXPECT_NE(failure(workspace.runs->update(TrackedWorkspace::runOf("top"), {{"run_id", "step"}})), "");
}

TEST_F(RunAccess, PeopleWriteEveryRun)
{
    token = TrackedWorkspace::owner();
    for (const auto &[call, fault] : writes("other"))
        EXPECT_EQ(fault, "") << call;
}

TEST_F(RunAccess, ReadingIsFree)
{
    const std::string run = workspace.newRun();
    EXPECT_TRUE(workspace.runs->get(token, {{"run_id", run}}));
    EXPECT_TRUE(workspace.history->get(token, {{"run_id", run}, {"metric_key", "loss"}}));
    EXPECT_TRUE(workspace.runSearch->search(token, {{"experiment_ids", Json::array({"0"})}}));
    EXPECT_TRUE(workspace.artifacts->listOfRun(token, {{"run_id", run}}));
}
