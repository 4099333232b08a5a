// What may start, and when.

#include "tests/core/execution/ScheduledWorkspace.h"

#include <gmock/gmock.h>

using namespace atelier;
using test::commandJob;
using test::pipelineJob;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

TEST(SchedulerStart, JobsStartInTheOrderTheyWereSubmitted)
{
    test::ScheduledWorkspace workspace;
    for (const char *job : {"zebra", "ant", "moose"})
        workspace.submit(commandJob(job));
    workspace.start();
    EXPECT_THAT(workspace.driver().launched(1), ElementsAre("zebra"));
    workspace.driver().exit("zebra", 0);
    EXPECT_THAT(workspace.driver().launched(2), ElementsAre("zebra", "ant"));
    workspace.driver().exit("ant", 0);
    EXPECT_THAT(workspace.driver().launched(3), ElementsAre("zebra", "ant", "moose"));
}

TEST(SchedulerStart, AJobThatIsSubmittedWhileItRunsIsTakenUp)
{
    test::ScheduledWorkspace workspace;
    workspace.start();
    workspace.submit(commandJob("late"));
    EXPECT_EQ(workspace.reaches("late", JobStatus::Running), "Running");
}

TEST(SchedulerStart, NoMoreRunAtOnceThanThereAreCores)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 2;
    for (const char *job : {"a", "b", "c", "d"})
        workspace.submit(commandJob(job));
    workspace.start();
    EXPECT_TRUE(workspace.becomes("d", [](const JobRow &row) { return !row.statusReason.empty(); }));
    EXPECT_THAT(workspace.driver().launched(2), UnorderedElementsAre("a", "b"));
    workspace.driver().exit("b", 0);
    EXPECT_THAT(workspace.driver().launched(3), UnorderedElementsAre("a", "b", "c"));
    EXPECT_EQ(workspace.row("d").status, JobStatus::Queued);
}

TEST(SchedulerStart, AFractionOfACoreRunsOneJob)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 0.5;
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
}

TEST(SchedulerStart, AJobThatWaitsForACoreSaysSo)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.submit(commandJob("b"));
    workspace.start();
    EXPECT_TRUE(workspace.becomes("b", [](const JobRow &row) { return !row.statusReason.empty(); }));
    EXPECT_EQ(workspace.row("b").statusReason, "Waits for a core: all 1 are in use.");
    workspace.driver().exit("a", 0);
    EXPECT_EQ(workspace.reaches("b", JobStatus::Running), "Running");
    EXPECT_EQ(workspace.row("b").statusReason, "");
}

TEST(SchedulerStart, AStepStartsWhenAllBeforeItCompleted)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 8;
    workspace.submit(pipelineJob("p", {{"left"}, {"right"}, {"join", {"left", "right"}}}));
    workspace.start();
    EXPECT_THAT(workspace.driver().launched(2), UnorderedElementsAre("p-1", "p-2"));
    workspace.driver().exit("p-2", 0);
    EXPECT_EQ(workspace.reaches("p-2", JobStatus::Completed), "Completed");
    EXPECT_EQ(workspace.row("p-3").status, JobStatus::NotStarted);
    workspace.driver().exit("p-1", 0);
    EXPECT_THAT(workspace.driver().launched(3), UnorderedElementsAre("p-1", "p-2", "p-3"));
}

TEST(SchedulerStart, TheCommandGetsItsPlaceholdersItsFolderAndItsEnvironment)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(pipelineJob("p", {{"clean"}, {"train", {"clean"}}}));
    workspace.start();
    static_cast<void>(workspace.driver().launched(1));
    workspace.driver().exit("p-1", 0);
    static_cast<void>(workspace.driver().launched(2));
    const AttemptLaunch launch = workspace.driver().launchOf("p-2");
    EXPECT_EQ(launch.command, "train '" + workspace.folder().string() + "/jobs/p-1/outputs/out'");
    EXPECT_EQ(launch.workingFolder, workspace.layout().work("p-2"));
    EXPECT_EQ(launch.logFile, workspace.layout().log("p-2"));
    EXPECT_TRUE(std::filesystem::is_directory(launch.workingFolder));
    EXPECT_THAT(launch.environment, testing::Contains("MLFLOW_RUN_ID=p-2"));
}

TEST(SchedulerStart, ATokenWritesItsRunWhileTheAttemptLasts)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    std::string token;
    for (const std::string &variable : workspace.driver().launchOf("a").environment)
        if (variable.rfind("MLFLOW_TRACKING_TOKEN=", 0) == 0)
            token = variable.substr(variable.find('=') + 1);
    EXPECT_EQ(workspace.tokens().jobOf(token), "a");
    workspace.driver().exit("a", 0);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Completed), "Completed");
    workspace.stop(); // what follows the commit is done
    EXPECT_EQ(workspace.tokens().jobOf(token), std::nullopt);
    EXPECT_TRUE(workspace.driver().isForgotten("a"));
}

TEST(SchedulerStart, ALaunchThatFailsFailsTheJobAndGivesItsCoreToTheNext)
{
    test::ScheduledWorkspace workspace;
    workspace.driver().refuseToLaunch(
        "bad", {ErrorKind::Unavailable, "attempt.spawn", "The supervisor cannot be started.", {}, {}});
    workspace.submit(commandJob("bad"));
    workspace.submit(commandJob("good"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("good", JobStatus::Running), "Running");
    const JobRow bad = workspace.row("bad");
    EXPECT_EQ(bad.status, JobStatus::Failed);
    EXPECT_EQ(bad.errorCode, "attempt.spawn");
    EXPECT_EQ(bad.errorSentence, "The supervisor cannot be started.");
    ASSERT_EQ(workspace.attempts("bad").size(), 1U);
    EXPECT_EQ(workspace.attempts("bad")[0].state, AttemptStage::Ended);
    EXPECT_EQ(workspace.attempts("bad")[0].reason, "not launched");
}

TEST(SchedulerStart, ALaunchThatFailsSkipsTheStepsAfterIt)
{
    test::ScheduledWorkspace workspace;
    workspace.driver().refuseToLaunch("p-1", {ErrorKind::Unavailable, "attempt.spawn", "No.", {}, {}});
    workspace.submit(pipelineJob("p", {{"first"}, {"second", {"first"}}}));
    workspace.start();
    EXPECT_EQ(workspace.reaches("p", JobStatus::Failed), "Failed");
    EXPECT_EQ(workspace.row("p-2").status, JobStatus::Skipped);
}

TEST(SchedulerStart, ASupervisorThatCannotBeginFailsTheJob)
{
    test::ScheduledWorkspace workspace;
    workspace.driver().giveUp("a", attempt::exitUnusableFolder);
    workspace.submit(commandJob("a"));
    workspace.submit(commandJob("b"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("b", JobStatus::Running), "Running");
    EXPECT_EQ(workspace.row("a").status, JobStatus::Failed);
    EXPECT_EQ(workspace.row("a").errorCode, "job.supervisor");
    EXPECT_THAT(workspace.row("a").errorSentence, HasSubstr("exit code 73"));
    EXPECT_THAT(workspace.driver().launchedSoFar(), ElementsAre("a", "b"));
}

TEST(SchedulerStart, AWorkFolderThatCannotBeMadeFailsTheJobAlone)
{
    test::ScheduledWorkspace workspace;
    std::filesystem::create_directories(workspace.layout().snapshot("a"));
    std::filesystem::create_symlink("/nowhere", workspace.layout().snapshot("a") / "link"); // refused
    workspace.submit(commandJob("a"));
    workspace.submit(commandJob("b"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("b", JobStatus::Running), "Running");
    EXPECT_EQ(workspace.row("a").status, JobStatus::Failed);
    EXPECT_THAT(workspace.row("a").errorSentence, HasSubstr("link"));
    EXPECT_THAT(workspace.driver().launchedSoFar(), ElementsAre("b"));
}

TEST(SchedulerStart, ThereIsWorkFromTheSubmissionToTheEnd)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    EXPECT_TRUE(workspace.scheduler().hasWork());
    workspace.driver().exit("a", 0);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Completed), "Completed");
    EXPECT_FALSE(workspace.scheduler().hasWork()); // who reads of the end may stop the service at once
}

TEST(SchedulerStart, AJobThatWaitsForMemoryStartsWhenThereIsSomeThoughNothingElseHappens)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 4;
    workspace.freeMemory = std::uint64_t{100} << 20U;
    workspace.submit(commandJob("a"));
    workspace.submit(commandJob("b"));
    workspace.start();
    EXPECT_TRUE(workspace.becomes("b", [](const JobRow &row) { return !row.statusReason.empty(); }));
    EXPECT_EQ(workspace.row("b").statusReason, "Waits for memory: less than 512 MiB are free.");
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    EXPECT_THAT(workspace.driver().launchedSoFar(), ElementsAre("a"));
    workspace.freeMemory = std::uint64_t{600} << 20U;
    EXPECT_THAT(workspace.driver().launched(2), ElementsAre("a", "b"));
    EXPECT_EQ(workspace.reaches("b", JobStatus::Running), "Running");
    EXPECT_EQ(workspace.row("b").statusReason, "");
}

TEST(SchedulerStart, OneJobRunsHoweverLittleMemoryIsFree)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 4;
    workspace.freeMemory = 0;
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
}
