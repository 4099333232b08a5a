#include "core/storage/JobLifecycle.h"

#include "tests/core/storage/Workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class JobLifecycleTest : public testing::Test
{
protected:
    Database &db() { return m_workspace.database(); }

    std::int64_t job(const std::string &name, std::optional<std::int64_t> above = {},
        JobStatus status = JobStatus::Completed, const std::string &reusedFrom = {})
    {
        JobRow row = test::plainJob(name, m_workspace.experiment());
        row.parentId = above;
        row.status = status;
        row.reusedFrom = reusedFrom;
        return test::added(db(), row);
    }

    /// The active jobs in the order of their making.
    std::vector<std::string> active()
    {
        return *db().query("SELECT name FROM job WHERE lifecycle = 'active' ORDER BY id",
            [](const Row &row) { return row.get<std::string>(0); });
    }

    test::Workspace m_workspace;
};

} // namespace

TEST_F(JobLifecycleTest, TakesAlongAllThatStandsBelow)
{
    const std::int64_t pipeline = job("pipeline");
    const std::int64_t step = job("step", pipeline);
    job("run of the step", step);
    job("other");
    EXPECT_THAT(
        *JobLifecycle::markDeleted(db(), pipeline, 5), ElementsAre("pipeline", "step", "run of the step"));
    EXPECT_THAT(active(), ElementsAre("other"));
    EXPECT_THAT(*JobLifecycle::markDeleted(db(), pipeline, 6), IsEmpty()) << "once is enough";
    EXPECT_EQ((*JobRepository::find(db(), step))->deletedMs, 5);
    EXPECT_THAT(
        *JobLifecycle::markActive(db(), pipeline), ElementsAre("pipeline", "step", "run of the step"));
    EXPECT_EQ((*JobRepository::find(db(), step))->deletedMs, std::nullopt);
}

TEST_F(JobLifecycleTest, RestoresNothingThatWasDeletedBefore)
{
    const std::int64_t pipeline = job("pipeline");
    const std::int64_t step = job("step", pipeline);
    job("other step", pipeline);
    ASSERT_TRUE(JobLifecycle::markDeleted(db(), step, 5));
    ASSERT_TRUE(JobLifecycle::markDeleted(db(), pipeline, 6));
    EXPECT_THAT(*JobLifecycle::markActive(db(), pipeline), ElementsAre("pipeline", "other step"));
    EXPECT_THAT(active(), ElementsAre("pipeline", "other step"));
}

TEST_F(JobLifecycleTest, OnlyWhatIsOldEnoughMayGoAndOnlyAsAWhole)
{
    const std::int64_t pipeline = job("pipeline");
    job("step", pipeline);
    const std::int64_t recent = job("recent");
    job("kept");
    ASSERT_TRUE(JobLifecycle::markDeleted(db(), pipeline, 5));
    ASSERT_TRUE(JobLifecycle::markDeleted(db(), recent, 6));
    EXPECT_THAT(*JobLifecycle::removable(db(), 5), IsEmpty());
    EXPECT_THAT(*JobLifecycle::removable(db(), 6), ElementsAre(pipeline)) << "its step goes with it";
    EXPECT_THAT(*JobLifecycle::removable(db(), 7), ElementsAre(pipeline, recent));
    EXPECT_THAT(*JobLifecycle::namesBelow(db(), pipeline), ElementsAre("pipeline", "step"));
    job("opened later", pipeline);
    EXPECT_THAT(*JobLifecycle::removable(db(), 6), IsEmpty()) << "something below it is active";
}

TEST_F(JobLifecycleTest, AnUnfinishedJobStays)
{
    // So it is left by an experiment that was deleted while the job ran.
    const std::int64_t running = job("running", {}, JobStatus::Running);
    ASSERT_TRUE(JobLifecycle::markDeleted(db(), running, 5));
    EXPECT_THAT(*JobLifecycle::removable(db(), 6), IsEmpty());
}

TEST_F(JobLifecycleTest, AJobWhoseOutputsAnotherShowsStaysUntilThatOneIsGone)
{
    const std::int64_t maker = job("maker");
    const std::int64_t step = job("maker's step", maker);
    const std::int64_t taker = job("taker");
    job("taker's step", taker, JobStatus::Completed, "maker's step");
    ASSERT_TRUE(JobLifecycle::markDeleted(db(), maker, 5));
    EXPECT_THAT(*JobLifecycle::removable(db(), 6), IsEmpty());
    ASSERT_TRUE(JobLifecycle::markDeleted(db(), taker, 5));
    EXPECT_THAT(*JobLifecycle::removable(db(), 6), ElementsAre(taker)) << "it could still be restored";
    ASSERT_TRUE(JobRepository::remove(db(), taker));
    EXPECT_THAT(*JobLifecycle::removable(db(), 6), ElementsAre(maker));
    EXPECT_TRUE(*JobRepository::find(db(), step));
}
