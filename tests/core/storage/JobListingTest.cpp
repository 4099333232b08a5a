#include "core/storage/JobListing.h"

#include "core/storage/JobLifecycle.h"
#include "core/storage/ParameterRepository.h"
#include "tests/core/storage/Workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using test::added;
using testing::ElementsAre;
using testing::IsEmpty;

/// Four jobs:  name   display  status     type      user  experiment  created  started-ended
///             alpha  Zebra    Completed  command   ada   wine        10       20-50
///             beta   Yak      Running    pipeline  ada   wine        20       30-
///             gamma  Xenon    Queued     command   bob   iris        30       never
///             delta  100%_x   Failed     command   bob   iris        40       50-60, child of beta
class JobListingTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_iris = *ExperimentRepository::insert(db(), {0, "iris", false, 1, 1, {}});
        put("alpha", "Zebra", JobStatus::Completed, 10, 20, 50);
        JobRow beta = row("beta", "Yak", JobStatus::Running, 20, 30, {});
        beta.type = JobType::Pipeline;
        const std::int64_t parent = added(db(), beta);
        JobRow gamma = row("gamma", "Xenon", JobStatus::Queued, 30, {}, {});
        gamma.user = "bob";
        gamma.experimentId = m_iris;
        gamma.description = "looks for noble gases";
        added(db(), gamma);
        JobRow delta = row("delta", "100%_x", JobStatus::Failed, 40, 50, 60);
        delta.user = "bob";
        delta.experimentId = m_iris;
        delta.parentId = parent;
        added(db(), delta);
    }
    Database &db() { return m_workspace.database(); }
    JobRow row(const std::string &name, const std::string &display, JobStatus status, std::int64_t created,
        std::optional<std::int64_t> started, std::optional<std::int64_t> ended)
    {
        JobRow job = test::plainJob(name, m_workspace.experiment(), created);
        job.displayName = display;
        job.status = status;
        job.startedMs = started;
        job.endedMs = ended;
        return job;
    }
    void put(const std::string &name, const std::string &display, JobStatus status, std::int64_t created,
        std::optional<std::int64_t> started, std::optional<std::int64_t> ended)
    {
        added(db(), row(name, display, status, created, started, ended));
    }
    std::vector<std::string> names(const JobQuery &query)
    {
        const Result<JobPage> page = listJobs(db(), query);
        if (!page)
            return {page.error().sentence};
        std::vector<std::string> found;
        for (const JobRow &job : page->rows)
            found.push_back(job.name);
        return found;
    }

    test::Workspace m_workspace;
    std::int64_t m_iris = 0;
};

TEST_F(JobListingTest, ShowsTheNewestFirst)
{
    EXPECT_THAT(names({}), ElementsAre("delta", "gamma", "beta", "alpha"));
}

TEST_F(JobListingTest, SortsByEveryColumn)
{
    const auto sorted = [&](JobQuery::Sort sort, bool descending) {
        JobQuery query;
        query.sort = sort;
        query.descending = descending;
        query.nowMs = 1030; // beta runs for a second
        return names(query);
    };
    using Sort = JobQuery::Sort;
    EXPECT_THAT(sorted(Sort::Created, false), ElementsAre("alpha", "beta", "gamma", "delta"));
    EXPECT_THAT(sorted(Sort::Name, false), ElementsAre("alpha", "beta", "delta", "gamma"));
    EXPECT_THAT(sorted(Sort::Name, true), ElementsAre("gamma", "delta", "beta", "alpha"));
    EXPECT_THAT(sorted(Sort::DisplayName, false), ElementsAre("delta", "gamma", "beta", "alpha"));
    EXPECT_THAT(sorted(Sort::Status, false), ElementsAre("alpha", "delta", "gamma", "beta"));
    EXPECT_THAT(sorted(Sort::Experiment, false), ElementsAre("delta", "gamma", "beta", "alpha"));
    EXPECT_THAT(sorted(Sort::Experiment, true), ElementsAre("beta", "alpha", "delta", "gamma"));
    EXPECT_THAT(sorted(Sort::Duration, false), ElementsAre("delta", "alpha", "beta", "gamma"));
    EXPECT_THAT(sorted(Sort::Duration, true), ElementsAre("beta", "alpha", "delta", "gamma"));
}

TEST_F(JobListingTest, SortsByWhatJobsNotedOrWereGiven)
{
    const auto id = [&](const char *name) { return **JobRepository::idOf(db(), name); };
    const auto give = [&](const char *job, const char *type, const char *value) {
        EXPECT_TRUE(JobRepository::putInput(db(), id(job), {"rate", type, "", value, ""}));
    };
    give("alpha", "number", "10");
    give("beta", "number", "9");
    EXPECT_TRUE(ParameterRepository::insert(db(), id("beta"), "rate", "100"));
    EXPECT_TRUE(ParameterRepository::insert(db(), id("gamma"), "rate", "20"));
    give("delta", "uri_file", "1");
    JobQuery query;
    query.sort = JobQuery::Sort::Parameter;
    query.sortKey = "rate";
    query.descending = false;
    EXPECT_THAT(names(query), ElementsAre("alpha", "gamma", "beta", "delta"));
    query.limit = 2;
    query.after = listJobs(db(), query)->end;
    EXPECT_THAT(names(query), ElementsAre("beta", "delta"));
}

TEST_F(JobListingTest, FiltersByEveryColumn)
{
    JobQuery query;
    query.statuses = {JobStatus::Running, JobStatus::Failed};
    EXPECT_THAT(names(query), ElementsAre("delta", "beta"));
    query = {};
    query.types = {JobType::Pipeline};
    EXPECT_THAT(names(query), ElementsAre("beta"));
    query = {};
    query.experimentIds = {m_iris};
    EXPECT_THAT(names(query), ElementsAre("delta", "gamma"));
    query = {};
    query.user = "ada";
    EXPECT_THAT(names(query), ElementsAre("beta", "alpha"));
    query = {};
    query.topLevelOnly = true;
    EXPECT_THAT(names(query), ElementsAre("gamma", "beta", "alpha"));
    query = {};
    query.parentId = **JobRepository::idOf(db(), "beta");
    EXPECT_THAT(names(query), ElementsAre("delta"));
    query.statuses = {JobStatus::Running};
    EXPECT_THAT(names(query), IsEmpty()) << "conditions hold together";
}

TEST_F(JobListingTest, FindsTextAnywhereAndTakesItLiterally)
{
    const auto holding = [&](const std::string &text) {
        JobQuery query;
        query.text = text;
        return names(query);
    };
    EXPECT_THAT(holding("AMM"), ElementsAre("gamma"));
    EXPECT_THAT(holding("zeb"), ElementsAre("alpha"));
    EXPECT_THAT(holding("noble"), ElementsAre("gamma"));
    EXPECT_THAT(holding("%_"), ElementsAre("delta"));
    EXPECT_THAT(holding("_"), ElementsAre("delta"));
    EXPECT_THAT(holding("' OR 1=1 --"), IsEmpty());
}

TEST_F(JobListingTest, HidesWhatWasDeleted)
{
    ASSERT_TRUE(JobLifecycle::markDeleted(db(), **JobRepository::idOf(db(), "gamma"), 1));
    EXPECT_THAT(names({}), ElementsAre("delta", "beta", "alpha"));
    JobQuery query;
    query.lifecycle = JobQuery::Lifecycle::Deleted;
    EXPECT_THAT(names(query), ElementsAre("gamma"));
    query.lifecycle = JobQuery::Lifecycle::Any;
    EXPECT_EQ(names(query).size(), 4U);
}

TEST_F(JobListingTest, CutsPagesAndCountsAll)
{
    JobQuery query;
    query.limit = 2;
    query.offset = 1;
    const Result<JobPage> page = listJobs(db(), query);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->total, 4);
    EXPECT_THAT(names(query), ElementsAre("gamma", "beta"));
    query.user = "ada";
    EXPECT_EQ(listJobs(db(), query)->total, 2);
}

TEST_F(JobListingTest, LeavesDocumentsWhereTheyAre)
{
    JobRow job = row("epsilon", "E", JobStatus::Queued, 50, {}, {});
    job.document = "long";
    added(db(), job);
    EXPECT_EQ(listJobs(db(), {})->rows[0].name, "epsilon");
    EXPECT_EQ(listJobs(db(), {})->rows[0].document, "");
}
