// Steps that were run before.

#include "tests/core/execution/ScheduledWorkspace.h"

#include <gmock/gmock.h>

using namespace atelier;
using test::commandJob;
using test::pipelineJob;
using testing::ElementsAre;

namespace {

const std::vector<test::StepOf> cleanAndTrain{{"clean"}, {"train", {"clean"}}};

/// Runs clean -> train as the pipeline `first`, with a file from each.
void runFirst(test::ScheduledWorkspace &workspace)
{
    workspace.start();
    workspace.submit(pipelineJob("first", cleanAndTrain));
    for (const char *step : {"first-1", "first-2"}) {
        EXPECT_EQ(workspace.reaches(step, JobStatus::Running), "Running");
        test::write(workspace.outputPath(step, "out"), step);
        workspace.driver().exit(step, 0);
    }
    EXPECT_EQ(workspace.reaches("first", JobStatus::Completed), "Completed");
}

} // namespace

TEST(SchedulerReuse, StepsThatWereRunBeforeAreNotRunAgain)
{
    test::ScheduledWorkspace workspace;
    runFirst(workspace);
    PipelineJob second = pipelineJob("second", cleanAndTrain);
    second.jobs["train"].outputs["out"].binding = "${{parent.outputs.model}}";
    second.outputs["model"] = {};
    workspace.submit(second);
    EXPECT_EQ(workspace.reaches("second", JobStatus::Completed), "Completed");
    EXPECT_EQ(workspace.row("second-2").status, JobStatus::Completed);
    EXPECT_EQ(workspace.row("second-2").reusedFrom, "first-2");
    EXPECT_EQ(workspace.outputPath("second-2", "out"), workspace.outputPath("first-2", "out"));
    EXPECT_EQ(workspace.outputPath("second", "model"), workspace.outputPath("first-2", "out"));
    EXPECT_TRUE(workspace.attempts("second-1").empty());
    EXPECT_THAT(workspace.driver().launchedSoFar(), ElementsAre("first-1", "first-2"));
}

TEST(SchedulerReuse, OnlyWhatChangedIsRunAndIsGivenTheOldOutputs)
{
    test::ScheduledWorkspace workspace;
    runFirst(workspace);
    PipelineJob second = pipelineJob("second", cleanAndTrain);
    second.jobs["train"].component.command += " --epochs 9";
    workspace.submit(second);
    EXPECT_THAT(workspace.driver().launched(3), ElementsAre("first-1", "first-2", "second-2"));
    EXPECT_EQ(workspace.driver().launchOf("second-2").command,
        "train '" + workspace.outputPath("first-1", "out") + "' --epochs 9");
    EXPECT_EQ(workspace.row("second-1").reusedFrom, "first-1");
}

TEST(SchedulerReuse, AReusedStepNamesTheOneThatReallyRan)
{
    test::ScheduledWorkspace workspace;
    runFirst(workspace);
    workspace.submit(pipelineJob("second", cleanAndTrain));
    EXPECT_EQ(workspace.reaches("second", JobStatus::Completed), "Completed");
    workspace.submit(pipelineJob("third", cleanAndTrain));
    EXPECT_EQ(workspace.reaches("third", JobStatus::Completed), "Completed");
    EXPECT_EQ(workspace.row("third-1").reusedFrom, "first-1");
}

TEST(SchedulerReuse, AStepIsRunAgainWhereItsOutputsAreGone)
{
    test::ScheduledWorkspace workspace;
    runFirst(workspace);
    std::filesystem::remove(workspace.outputPath("first-1", "out"));
    workspace.submit(pipelineJob("second", cleanAndTrain));
    EXPECT_THAT(workspace.driver().launched(3), ElementsAre("first-1", "first-2", "second-1"));
}

TEST(SchedulerReuse, AForcedRerunAsksNoCache)
{
    test::ScheduledWorkspace workspace;
    runFirst(workspace);
    PipelineJob second = pipelineJob("second", cleanAndTrain);
    second.forceRerun = true;
    workspace.submit(second);
    EXPECT_THAT(workspace.driver().launched(3), ElementsAre("first-1", "first-2", "second-1"));
}

TEST(SchedulerReuse, AFailedStepIsNeverReused)
{
    test::ScheduledWorkspace workspace;
    workspace.start();
    workspace.submit(pipelineJob("first", {{"clean"}}));
    EXPECT_EQ(workspace.reaches("first-1", JobStatus::Running), "Running");
    test::write(workspace.outputPath("first-1", "out"), "half");
    workspace.driver().exit("first-1", 1);
    EXPECT_EQ(workspace.reaches("first", JobStatus::Failed), "Failed");
    workspace.submit(pipelineJob("second", {{"clean"}}));
    EXPECT_THAT(workspace.driver().launched(2), ElementsAre("first-1", "second-1"));
}

TEST(SchedulerReuse, AStepThatIsNotDeterministicRunsEachTime)
{
    test::ScheduledWorkspace workspace;
    workspace.start();
    for (const std::string name : {"first", "second"}) {
        PipelineJob pipeline = pipelineJob(name, {{"roll"}});
        pipeline.jobs["roll"].component.isDeterministic = false;
        workspace.submit(pipeline);
        EXPECT_EQ(workspace.reaches(name + "-1", JobStatus::Running), "Running");
        test::write(workspace.outputPath(name + "-1", "out"), "6");
        workspace.driver().exit(name + "-1", 0);
        EXPECT_EQ(workspace.reaches(name, JobStatus::Completed), "Completed");
    }
    EXPECT_THAT(workspace.driver().launchedSoFar(), ElementsAre("first-1", "second-1"));
}

TEST(SchedulerReuse, AJobOfItsOwnIsAlwaysRun)
{
    test::ScheduledWorkspace workspace;
    workspace.start();
    for (const char *name : {"first", "second"}) {
        CommandJob job = commandJob(name);
        job.command = "the same";
        workspace.submit(job);
        EXPECT_EQ(workspace.reaches(name, JobStatus::Running), "Running");
        workspace.driver().exit(name, 0);
        EXPECT_EQ(workspace.reaches(name, JobStatus::Completed), "Completed");
    }
}
