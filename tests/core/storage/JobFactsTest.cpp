#include "core/storage/JobFacts.h"

#include "core/storage/ParameterRepository.h"
#include "core/storage/TagRepository.h"
#include "tests/core/storage/Workspace.h"

#include <gtest/gtest.h>

using namespace atelier;
using test::added;

class JobFactsTest : public testing::Test
{
protected:
    Database &db() { return m_workspace.database(); }
    std::int64_t put(const std::string &name, JobStatus status, std::optional<std::int64_t> parent = {},
        const std::string &reusedFrom = {})
    {
        JobRow job = test::plainJob(name, m_workspace.experiment(), ++m_time);
        job.type = parent ? JobType::Command : JobType::Pipeline;
        job.status = status;
        job.parentId = parent;
        job.step = name;
        job.reusedFrom = reusedFrom;
        return added(db(), job);
    }
    void log(std::int64_t job, const char *key, double value)
    {
        ASSERT_TRUE(MetricRepository::append(db(), job, key, {++m_time, m_time, value, 0}));
    }
    JobFacts facts(std::int64_t id) { return *factsOf(db(), **JobRepository::find(db(), id)); }
    static std::string text(const std::vector<NamedMetric> &metrics)
    {
        std::string all;
        for (const NamedMetric &metric : metrics)
            all += metric.key + "=" + std::to_string(static_cast<int>(metric.point.value)) + " ";
        return all;
    }

private:
    test::Workspace m_workspace;
    std::int64_t m_time = 0;
};

TEST_F(JobFactsTest, CountsTheStepsOfAPipelineThatSucceededAndNamesTheOneThatRuns)
{
    const std::int64_t pipeline = put("p", JobStatus::Running);
    put("clean", JobStatus::Completed, pipeline);
    put("split", JobStatus::Failed, pipeline);
    put("train", JobStatus::Running, pipeline);
    put("evaluate", JobStatus::NotStarted, pipeline);
    EXPECT_EQ(facts(pipeline).steps, (StepCounts{4, 1, "train"}));
}

TEST_F(JobFactsTest, CountsTheStepsThatTookOverEarlierResultsOnceTheyHave)
{
    const std::int64_t pipeline = put("p", JobStatus::Running);
    put("clean", JobStatus::Completed, pipeline, "clean-1");
    put("split", JobStatus::Completed, pipeline);
    put("train", JobStatus::Running, pipeline, "train-1");
    EXPECT_EQ(facts(pipeline).steps, (StepCounts{3, 2, "train", 1}));
}

TEST_F(JobFactsTest, ShowsAPipelineTheMetricsOfItsStepsWhereALaterStepsCount)
{
    const std::int64_t pipeline = put("p", JobStatus::Running);
    const std::int64_t train = put("train", JobStatus::Completed, pipeline);
    const std::int64_t evaluate = put("evaluate", JobStatus::Completed, pipeline);
    log(evaluate, "auc", 9);
    log(train, "auc", 1);
    log(train, "loss", 2);
    log(train, "loss", 3);
    EXPECT_EQ(text(facts(pipeline).metrics), "auc=9 loss=3 ");
}

TEST_F(JobFactsTest, ShowsAReusedStepTheMetricsOfTheJobThatRan)
{
    const std::int64_t first = put("p1", JobStatus::Completed);
    const std::int64_t origin = put("train-1", JobStatus::Completed, first);
    log(origin, "auc", 7);
    const std::int64_t second = put("p2", JobStatus::Completed);
    const std::int64_t reused = put("train-2", JobStatus::Completed, second, "train-1");
    EXPECT_EQ(text(facts(reused).metrics), "auc=7 ");
    EXPECT_EQ(text(facts(second).metrics), "auc=7 ");
}

TEST_F(JobFactsTest, CarriesTagsAndParametersByKey)
{
    const std::int64_t job = put("p", JobStatus::Running);
    ASSERT_TRUE(TagRepository::set(db(), job, "b", "2"));
    ASSERT_TRUE(TagRepository::set(db(), job, "a", "1"));
    ASSERT_TRUE(ParameterRepository::insert(db(), job, "depth", "4"));
    const JobFacts found = facts(job);
    EXPECT_EQ(found.tags, (std::vector<KeyValue>{{"a", "1"}, {"b", "2"}}));
    EXPECT_EQ(found.parameters, (std::vector<KeyValue>{{"depth", "4"}}));
}
