#include "core/client/JobReading.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace atelier;

TEST(JobReading, TakesAJobAsTheServiceWritesIt)
{
    const JobSummary job = jobSummaryFrom(*parseJson(R"({
        "name": "odd_fern_1", "type": "pipeline", "display_name": "Fern", "experiment": "wine", "status": "Failed",
        "status_reason": "r", "user": "ada", "compute": "local", "description": "d", "step": "s", "reused_from": "x",
        "created_ms": 10, "started_ms": 20, "ended_ms": 50,
        "error": {"code": "step.failed", "message": "It failed."},
        "tags": {"team": "blue"}, "parameters": {"depth": "4"}, "metrics": {"loss": "NaN", "auc": 0.5},
        "primary_metric": {"key": "auc", "value": 0.5, "goal": "maximize"},
        "step_counts": {"total": 4, "completed": 2, "running": "train", "reused": 1}})"));
    EXPECT_EQ(job.name, "odd_fern_1");
    EXPECT_EQ(job.type, JobType::Pipeline);
    EXPECT_EQ(titleOf(job), "Fern");
    EXPECT_EQ(job.status, JobStatus::Failed);
    EXPECT_EQ(durationOf(job, 99), 30);
    EXPECT_EQ(job.errorCode, "step.failed");
    EXPECT_EQ(job.errorSentence, "It failed.");
    EXPECT_EQ(job.tags.at("team"), "blue");
    EXPECT_EQ(job.parameters.at("depth"), "4");
    EXPECT_TRUE(std::isnan(job.metrics.at("loss")));
    EXPECT_EQ(job.primary, (PrimaryMetric{"auc", 0.5, MetricGoal::Maximize}));
    EXPECT_EQ(job.steps, (StepProgress{4, 2, "train", 1}));
}

TEST(JobReading, LeavesWhatIsMissingOrOfAnotherKindAtItsDefault)
{
    const JobSummary plain = jobSummaryFrom(*parseJson(R"({"name": "n"})"));
    EXPECT_EQ(titleOf(plain), "n");
    EXPECT_FALSE(plain.startedMs || plain.primary || plain.steps);
    EXPECT_EQ(durationOf(plain, 5), std::nullopt);
    const JobDetail odd = jobDetailFrom(*parseJson(
        R"({"name": 3, "tags": ["a"], "metrics": "many", "inputs": 1, "steps": {"a": 1}, "attempts": [1, {}]})"));
    EXPECT_EQ(odd.summary.name, "");
    EXPECT_TRUE(odd.summary.tags.empty() && odd.summary.metrics.empty() && odd.inputs.empty());
    EXPECT_TRUE(odd.steps.empty());
    EXPECT_EQ(odd.attempts, (std::vector<JobAttempt>{{}, {}}));
    EXPECT_EQ(jobSummaryFrom(Json::array()), JobSummary());
}

TEST(JobReading, TakesPortsAttemptsAndStepsOfADetail)
{
    const JobDetail job = jobDetailFrom(*parseJson(R"({"name": "p", "parent": "whole", "snapshot": "abc",
        "inputs": {"data": {"type": "uri_file", "value": "/d", "source": "azureml:wine:1"}},
        "outputs": {"model": {"type": "uri_folder", "path": "/m"}},
        "attempts": [{"number": 1, "state": "Ended", "exit_code": 3, "cpu_ms": 40, "peak_memory_kib": 2048}],
        "steps": [{"name": "p-1", "step": "clean", "depends_on": []},
                  {"name": "p-2", "step": "fit", "depends_on": ["clean"]}],
        "document": {"type": "pipeline"}})"));
    EXPECT_EQ(job.parent, "whole");
    EXPECT_EQ(job.inputs, (std::vector<JobPort>{{"data", "uri_file", "/d", "azureml:wine:1"}}));
    EXPECT_EQ(job.outputs, (std::vector<JobPort>{{"model", "uri_folder", "/m", ""}}));
    ASSERT_EQ(job.attempts.size(), 1U);
    EXPECT_EQ(job.attempts[0].exitCode, 3);
    EXPECT_EQ(job.attempts[0].peakMemoryKib, 2048);
    EXPECT_EQ(job.attempts[0].signal, std::nullopt);
    ASSERT_EQ(job.steps.size(), 2U);
    EXPECT_EQ(job.steps[1].dependsOn, (std::vector<std::string>{"clean"}));
    EXPECT_EQ(textAt(job.document, "type"), "pipeline");
}
