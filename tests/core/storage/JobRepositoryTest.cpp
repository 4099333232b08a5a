#include "core/storage/JobRepository.h"

#include "tests/core/storage/Workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using test::added;
using test::fullJob;
using test::plainJob;
using testing::ElementsAre;

class JobRepositoryTest : public testing::Test
{
protected:
    Database &db() { return m_workspace.database(); }
    JobRow plain(const std::string &name) { return plainJob(name, m_workspace.experiment()); }
    JobRow found(const std::string &name)
    {
        const auto row = JobRepository::findByName(db(), name);
        return row && *row ? **row : JobRow{};
    }

    test::Workspace m_workspace;
};

TEST_F(JobRepositoryTest, KeepsEveryColumn)
{
    JobRow row = fullJob("one", m_workspace.experiment());
    row.parentId = added(db(), plain("parent"));
    row.id = added(db(), row);
    EXPECT_EQ(found("one"), row);
    EXPECT_EQ(**JobRepository::find(db(), row.id), row);
    EXPECT_EQ(**JobRepository::idOf(db(), "one"), row.id);
    EXPECT_EQ(**JobRepository::nameOf(db(), row.id), "one");
    EXPECT_FALSE(*JobRepository::findByName(db(), "two"));
}

TEST_F(JobRepositoryTest, EveryTypeAndStatusComesBackAsItself)
{
    int number = 0;
    for (const JobType type : {JobType::Command, JobType::Pipeline, JobType::Interactive})
        for (int status = 0; status <= static_cast<int>(JobStatus::Skipped); ++status) {
            JobRow row = plain("job" + std::to_string(number++));
            row.type = type;
            row.status = static_cast<JobStatus>(status);
            row.id = added(db(), row);
            EXPECT_EQ(found(row.name), row);
        }
}

TEST_F(JobRepositoryTest, ATakenNameIsAConflictThatSaysSo)
{
    added(db(), plain("one"));
    const Result<std::int64_t> second = JobRepository::insert(db(), plain("one"));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(second.error().code, "job.exists");
}

TEST_F(JobRepositoryTest, AJobNeedsAnExperimentThatExists)
{
    EXPECT_FALSE(JobRepository::insert(db(), plainJob("one", 999)));
}

TEST_F(JobRepositoryTest, ChangesStatusAndKeepsTimesThatAreNotGiven)
{
    const std::int64_t id = added(db(), plain("one"));
    ASSERT_TRUE(JobRepository::setStatus(db(), id, JobStatus::Queued, "1 core is free, 2 are wanted"));
    EXPECT_EQ(found("one").statusReason, "1 core is free, 2 are wanted");
    ASSERT_TRUE(JobRepository::setStatus(db(), id, JobStatus::Running, {}, 50));
    ASSERT_TRUE(JobRepository::setStatus(db(), id, JobStatus::Failed, {}, {}, 70));
    ASSERT_TRUE(JobRepository::setError(db(), id, "step.failed", "It ended with code 3."));
    const JobRow row = found("one");
    EXPECT_EQ(row.status, JobStatus::Failed);
    EXPECT_EQ(row.statusReason, "");
    EXPECT_EQ(row.startedMs, 50);
    EXPECT_EQ(row.endedMs, 70);
    EXPECT_EQ(row.errorCode, "step.failed");
    EXPECT_EQ(row.errorSentence, "It ended with code 3.");
}

TEST_F(JobRepositoryTest, WhatIsNotThereCannotBeChanged)
{
    EXPECT_EQ(JobRepository::setStatus(db(), 7, JobStatus::Failed).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(JobRepository::setError(db(), 7, "x", "y").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(JobRepository::update(db(), plain("x")).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(JobRepository::remove(db(), 7).error().kind, ErrorKind::NotFound);
}

TEST_F(JobRepositoryTest, UpdatesAllButWhatAJobIs)
{
    JobRow row = plain("one");
    row.document = "as submitted";
    row.id = added(db(), row);
    JobRow changed = fullJob("renamed", m_workspace.experiment());
    changed.id = row.id;
    ASSERT_TRUE(JobRepository::update(db(), changed));
    changed.name = row.name;
    changed.type = row.type;
    changed.step = row.step;
    changed.document = row.document;
    EXPECT_EQ(found("one"), changed);
}

TEST_F(JobRepositoryTest, ListsAPipelinesStepsInOrderWithoutDocuments)
{
    const std::int64_t pipeline = added(db(), plain("pipeline"));
    for (const char *name : {"b", "a"}) {
        JobRow step = plain(name);
        step.parentId = pipeline;
        step.document = "long";
        added(db(), step);
    }
    added(db(), plain("stranger"));
    const auto steps = JobRepository::children(db(), pipeline);
    ASSERT_TRUE(steps);
    ASSERT_EQ(steps->size(), 2U);
    EXPECT_EQ((*steps)[0].name, "b");
    EXPECT_EQ((*steps)[1].name, "a");
    EXPECT_EQ((*steps)[0].document, "");
}

TEST_F(JobRepositoryTest, FindsWhatIsUnfinishedByItsIndex)
{
    for (int status = 0; status <= static_cast<int>(JobStatus::Skipped); ++status) {
        JobRow row = plain(std::string(name(static_cast<JobStatus>(status))));
        row.status = static_cast<JobStatus>(status);
        added(db(), row);
    }
    std::vector<std::string> names;
    for (const JobRow &row : *JobRepository::unfinished(db()))
        names.push_back(row.name);
    EXPECT_THAT(names, ElementsAre("NotStarted", "Queued", "Starting", "Running", "CancelRequested"));
    const auto plan
        = db().first("EXPLAIN QUERY PLAN SELECT id FROM job WHERE status NOT IN ('Completed', 'Failed',"
                     " 'Canceled', 'Skipped') ORDER BY id",
            [](const Row &row) { return row.get<std::string>(3); });
    EXPECT_THAT(**plan, testing::HasSubstr("job_unfinished"));
}

TEST_F(JobRepositoryTest, KnowsWhatWaitsForWhat)
{
    const std::int64_t a = added(db(), plain("a"));
    const std::int64_t b = added(db(), plain("b"));
    const std::int64_t c = added(db(), plain("c"));
    ASSERT_TRUE(JobRepository::addDependency(db(), c, a));
    ASSERT_TRUE(JobRepository::addDependency(db(), c, b));
    ASSERT_TRUE(JobRepository::addDependency(db(), c, b)) << "twice is once";
    EXPECT_THAT(*JobRepository::dependenciesOf(db(), c), ElementsAre(a, b));
    EXPECT_THAT(*JobRepository::dependentsOf(db(), b), ElementsAre(c));
}

TEST_F(JobRepositoryTest, RemembersInputsAndOutputs)
{
    const std::int64_t id = added(db(), plain("a"));
    JobInputRow rate{"rate", "number", "", "0.1", ""};
    const JobInputRow data{"data", "uri_folder", "ro_mount", "/data/wine", "azureml:wine:1"};
    ASSERT_TRUE(JobRepository::putInput(db(), id, rate));
    ASSERT_TRUE(JobRepository::putInput(db(), id, data));
    rate.value = "0.2";
    ASSERT_TRUE(JobRepository::putInput(db(), id, rate));
    EXPECT_THAT(*JobRepository::inputs(db(), id), ElementsAre(data, rate));
    const JobOutputRow model{
        "model", "mlflow_model", "rw_mount", "/w/jobs/a/outputs/model", "wine-model", "3"};
    ASSERT_TRUE(JobRepository::putOutput(db(), id, model));
    EXPECT_THAT(*JobRepository::outputs(db(), id), ElementsAre(model));
}

TEST_F(JobRepositoryTest, RemovingTakesEverythingThatHangsOnIt)
{
    const std::int64_t id = added(db(), plain("a"));
    JobRow step = plain("step");
    step.parentId = id;
    step.document = "as submitted";
    const std::int64_t stepId = added(db(), step);
    ASSERT_TRUE(JobRepository::putInput(db(), stepId, {"x", "string", "", "1", ""}));
    ASSERT_TRUE(JobRepository::addDependency(db(), stepId, id));
    ASSERT_TRUE(JobRepository::remove(db(), id));
    for (const char *table : {"job", "job_input", "job_dependency", "job_document"})
        EXPECT_EQ(**db().value<int>(std::string("SELECT count(*) FROM ") + table), 0) << table;
}
