#include "core/domain/JobStatus.h"

#include <gtest/gtest.h>

using namespace atelier;

TEST(JobStatus, EveryStatusIsFoundByItsName)
{
    for (int i = 0; i <= static_cast<int>(JobStatus::Skipped); ++i) {
        const auto status = static_cast<JobStatus>(i);
        EXPECT_EQ(jobStatusFromName(name(status)), status);
    }
    EXPECT_FALSE(jobStatusFromName("Nonsense"));
}

TEST(JobStatus, FinalStatusesAreTheFourEnds)
{
    EXPECT_FALSE(isFinal(JobStatus::CancelRequested));
    for (const auto status :
        {JobStatus::Completed, JobStatus::Failed, JobStatus::Canceled, JobStatus::Skipped})
        EXPECT_TRUE(isFinal(status));
}

TEST(JobStatus, MlflowStatusesGoBothWays)
{
    for (const char *text : {"SCHEDULED", "RUNNING", "FINISHED", "FAILED", "KILLED"})
        EXPECT_EQ(mlflowStatus(*jobStatusFromMlflow(text)), text);
    EXPECT_FALSE(jobStatusFromMlflow("DONE"));
}
