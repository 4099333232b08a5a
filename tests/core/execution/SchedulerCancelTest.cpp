#include "tests/core/execution/ScheduledWorkspace.h"

#include <gmock/gmock.h>

using namespace atelier;
using test::commandJob;
using test::pipelineJob;
using testing::ElementsAre;

namespace {

ExitRecord canceled()
{
    ExitRecord record;
    record.reason = EndReason::Canceled;
    return record;
}

} // namespace

TEST(SchedulerCancel, AJobThatWaitsIsOverAtOnce)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.submit(commandJob("b"));
    workspace.start();
    static_cast<void>(workspace.driver().launched(1));
    workspace.cancel("b");
    EXPECT_EQ(workspace.reaches("b", JobStatus::Canceled), "Canceled");
    workspace.driver().exit("a", 0);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Completed), "Completed");
    EXPECT_THAT(workspace.driver().launchedSoFar(), ElementsAre("a"));
}

TEST(SchedulerCancel, ARunningJobIsAskedToEndAndIsOverWhenItEnded)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    workspace.cancel("a");
    EXPECT_TRUE(workspace.driver().wasAskedToEnd("a"));
    EXPECT_EQ(workspace.row("a").status, JobStatus::CancelRequested);
    workspace.driver().end("a", canceled());
    EXPECT_EQ(workspace.reaches("a", JobStatus::Canceled), "Canceled");
    EXPECT_EQ(workspace.row("a").errorCode, "");
}

TEST(SchedulerCancel, AJobThatFailsAfterItWasAskedToEndIsCanceled)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    workspace.cancel("a");
    workspace.driver().exit("a", 1);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Canceled), "Canceled");
}

TEST(SchedulerCancel, AJobThatCompletesBeforeTheRequestReachesItIsCompleted)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    workspace.cancel("a");
    workspace.driver().exit("a", 0);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Completed), "Completed");
}

TEST(SchedulerCancel, AJobWhoseSupervisorIsStillBeginningIsAskedOnceItRuns)
{
    test::ScheduledWorkspace workspace;
    workspace.driver().launchSilently("a");
    workspace.submit(commandJob("a"));
    workspace.start();
    static_cast<void>(workspace.driver().launched(1));
    workspace.cancel("a");
    EXPECT_EQ(workspace.reaches("a", JobStatus::CancelRequested), "CancelRequested");
    EXPECT_EQ(workspace.driver().cancelsOf("a"), 0);
    workspace.driver().publish("a");
    EXPECT_TRUE(workspace.becomes("a", [](const JobRow &row) { return row.startedMs.has_value(); }));
    workspace.stop(); // the round in which it was seen to run is over
    EXPECT_EQ(workspace.row("a").status, JobStatus::CancelRequested);
    EXPECT_EQ(workspace.driver().cancelsOf("a"), 1);
}

TEST(SchedulerCancel, APipelineCancelsWhatRunsAndWhatWaits)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(pipelineJob("p", {{"a"}, {"b"}, {"c", {"a"}}}));
    workspace.start();
    EXPECT_EQ(workspace.reaches("p-1", JobStatus::Running), "Running");
    workspace.cancel("p");
    EXPECT_EQ(workspace.reaches("p-2", JobStatus::Canceled), "Canceled");
    EXPECT_EQ(workspace.row("p").status, JobStatus::CancelRequested);
    workspace.driver().end("p-1", canceled());
    EXPECT_EQ(workspace.reaches("p", JobStatus::Canceled), "Canceled");
    EXPECT_EQ(workspace.row("p-1").status, JobStatus::Canceled);
    EXPECT_EQ(workspace.row("p-3").status, JobStatus::Canceled);
    EXPECT_THAT(workspace.driver().launchedSoFar(), ElementsAre("p-1"));
}

TEST(SchedulerCancel, ACanceledStepSkipsThoseAfterItAndNoOthers)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 8;
    workspace.submit(pipelineJob("p", {{"a"}, {"b", {"a"}}, {"c"}}));
    workspace.start();
    EXPECT_EQ(workspace.reaches("p-1", JobStatus::Running), "Running");
    workspace.cancel("p-1");
    workspace.driver().end("p-1", canceled());
    EXPECT_EQ(workspace.reaches("p-2", JobStatus::Skipped), "Skipped");
    EXPECT_EQ(workspace.reaches("p-3", JobStatus::Running), "Running");
    workspace.driver().exit("p-3", 0);
    EXPECT_EQ(workspace.reaches("p", JobStatus::Canceled), "Canceled");
}

TEST(SchedulerCancel, AJobThatIsOverStaysAsItEnded)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    workspace.driver().exit("a", 0);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Completed), "Completed");
    workspace.cancel("a");
    workspace.stop();
    EXPECT_EQ(workspace.row("a").status, JobStatus::Completed);
}
