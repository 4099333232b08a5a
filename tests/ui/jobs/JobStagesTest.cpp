#include "ui/jobs/JobStages.h"

#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::ui;

TEST(JobStages, AWaitingJobSaysWhatItWaitsFor)
{
    JobSummary job;
    job.status = JobStatus::Queued;
    job.createdMs = 1'000;
    job.statusReason = "2 of 2 cores are in use";
    const auto stages = stagesOf(job, 4'000);
    ASSERT_EQ(stages.size(), 3U);
    EXPECT_TRUE(stages[0].isCurrent);
    EXPECT_EQ(stages[0].share, 0);
    EXPECT_TRUE(stages[0].time.endsWith(QStringLiteral("2 of 2 cores are in use")));
    EXPECT_TRUE(stages[1].time.isEmpty());
}

TEST(JobStages, ARunningPipelineIsAsFarAsItsSteps)
{
    JobSummary job;
    job.status = JobStatus::Running;
    job.createdMs = 1'000;
    job.startedMs = 2'000;
    job.steps = StepProgress{4, 1, "fit"};
    const auto stages = stagesOf(job, 7'000);
    EXPECT_EQ(stages[0].share, 1);
    EXPECT_TRUE(stages[1].isCurrent);
    EXPECT_EQ(stages[1].share, 0.25);
    EXPECT_EQ(stages[1].look.mark, Mark::Spinner);
}

TEST(JobStages, AFailedPipelineStopsWhereItStopped)
{
    JobSummary job;
    job.status = JobStatus::Failed;
    job.createdMs = 1'000;
    job.startedMs = 2'000;
    job.endedMs = 5'000;
    job.steps = StepProgress{4, 1, {}};
    const auto stages = stagesOf(job, 9'000);
    EXPECT_EQ(stages[1].share, 0.25);
    EXPECT_TRUE(stages[1].isCurrent);
    EXPECT_EQ(stages[1].look.tone, Tone::Danger);
    EXPECT_TRUE(stages[1].time.startsWith(QStringLiteral("stopped after 3.0 s · 1 of 4 ")));
    EXPECT_FALSE(stages[2].isCurrent);
}

TEST(JobStages, AnEndedJobNamesItsEnd)
{
    JobSummary job;
    job.status = JobStatus::Completed;
    job.createdMs = 1'000;
    job.startedMs = 2'000;
    job.endedMs = 5'000;
    const auto stages = stagesOf(job, 9'000);
    EXPECT_EQ(stages[1].share, 1);
    EXPECT_TRUE(stages[2].isCurrent);
    EXPECT_EQ(stages[2].look.tone, Tone::Success);
}

TEST(JobStages, AJobThatWasCanceledInTheQueueNeverRan)
{
    JobSummary job;
    job.status = JobStatus::Canceled;
    job.createdMs = 1'000;
    job.endedMs = 3'000;
    const auto stages = stagesOf(job, 9'000);
    EXPECT_TRUE(stages[1].time.isEmpty());
    EXPECT_EQ(stages[1].share, 0);
}
