#include "core/storage/ExperimentListing.h"

#include "core/storage/JobLifecycle.h"
#include "core/storage/MetricRepository.h"
#include "tests/core/storage/Workspace.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace atelier;
using test::added;

class ExperimentListingTest : public testing::Test
{
protected:
    Database &db() { return m_workspace.database(); }
    std::int64_t put(const std::string &name, std::int64_t experiment, JobStatus status,
        std::optional<std::int64_t> parent = {})
    {
        JobRow job = test::plainJob(name, experiment, ++m_time);
        job.status = status;
        job.displayName = "Title of " + name;
        job.parentId = parent;
        return added(db(), job);
    }
    void log(std::int64_t job, const char *key, double value)
    {
        ASSERT_TRUE(MetricRepository::append(db(), job, key, {1, 1, value, 0}));
    }
    std::int64_t experiment(const std::string &name)
    {
        return *ExperimentRepository::insert(db(), {0, name, false, 1, 1, {}});
    }

    test::Workspace m_workspace;
    std::int64_t m_time = 0;
};

TEST_F(ExperimentListingTest, CountsTheJobsOfEachExperimentButNoSteps)
{
    const std::int64_t barolo = experiment("barolo");
    const std::int64_t iris = experiment("iris");
    put("a", iris, JobStatus::Failed);
    const std::int64_t pipeline = put("b", barolo, JobStatus::Running);
    put("b-1", barolo, JobStatus::Running, pipeline);
    put("c", barolo, JobStatus::Queued);
    put("d", barolo, JobStatus::Completed);
    experiment("empty");
    const auto list = *listExperiments(db());
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0], (ExperimentSummary{"barolo", 3, 1, 1, 0, 0, 1, 5, {}, "", ""}));
    EXPECT_EQ(list[1], (ExperimentSummary{"iris", 1, 0, 0, 1, 0, 0, 1, {}, "", ""}));
}

TEST_F(ExperimentListingTest, FindsTheBestJobByTheMetricThatTellsMost)
{
    const std::int64_t barolo = experiment("barolo");
    log(put("low", barolo, JobStatus::Completed), "accuracy", 0.5);
    const std::int64_t pipeline = put("high", barolo, JobStatus::Completed);
    log(put("high-1", barolo, JobStatus::Completed, pipeline), "accuracy", 0.75);
    log(put("nan", barolo, JobStatus::Completed), "accuracy", std::nan(""));
    const std::int64_t gone = put("gone", barolo, JobStatus::Completed);
    log(gone, "accuracy", 0.99);
    ASSERT_TRUE(JobLifecycle::markDeleted(db(), gone, 1));
    const auto list = *listExperiments(db());
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].best, (PrimaryMetric{"accuracy", 0.75, MetricGoal::Maximize}));
    EXPECT_EQ(list[0].bestJob, "high");
    EXPECT_EQ(list[0].bestTitle, "Title of high");
}

TEST_F(ExperimentListingTest, TakesTheSmallestOfALoss)
{
    const std::int64_t barolo = experiment("barolo");
    log(put("a", barolo, JobStatus::Completed), "loss", 3);
    log(put("b", barolo, JobStatus::Completed), "loss", 2);
    EXPECT_EQ((*listExperiments(db()))[0].best, (PrimaryMetric{"loss", 2, MetricGoal::Minimize}));
}
