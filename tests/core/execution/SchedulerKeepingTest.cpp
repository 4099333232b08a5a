// From the end of a command to the moment at which its outputs are on the disk.

#include "tests/core/execution/Gate.h"
#include "tests/core/execution/ScheduledWorkspace.h"

#include <gtest/gtest.h>

using namespace atelier;
using test::commandJob;
using test::pipelineJob;

namespace {

/// A disk that takes as long for the outputs of one job as the test wants.
struct SlowDisk
{
    explicit SlowDisk(test::ScheduledWorkspace &workspace, const std::string &slowJob)
    {
        workspace.beforeKeeping = [this, slowJob](const std::string &job) {
            if (job == slowJob)
                gate.pass();
            return Result<void>();
        };
    }

    test::Gate gate;
};

} // namespace

TEST(SchedulerKeeping, AJobWithSlowOutputsDoesNotDelayTheStartOfAnother)
{
    test::ScheduledWorkspace workspace;
    SlowDisk disk(workspace, "huge");
    workspace.submit(commandJob("huge"));
    workspace.submit(commandJob("next"));
    workspace.submit(commandJob("last"));
    workspace.start();
    workspace.driver().exit("huge", 0);
    disk.gate.waitForSomebody();
    EXPECT_EQ(workspace.reaches("next", JobStatus::Running), "Running"); // on the one core
    workspace.driver().exit("next", 0);
    EXPECT_EQ(workspace.reaches("next", JobStatus::Completed), "Completed");
    EXPECT_EQ(workspace.reaches("last", JobStatus::Running), "Running");
    EXPECT_FALSE(isFinal(workspace.row("huge").status));
    disk.gate.open();
    EXPECT_EQ(workspace.reaches("huge", JobStatus::Completed), "Completed");
}

TEST(SchedulerKeeping, AStepAfterItWaitsUntilItsOutputsAreKept)
{
    test::ScheduledWorkspace workspace;
    SlowDisk disk(workspace, "p-1");
    workspace.cores = 4;
    workspace.submit(pipelineJob("p", {{"a"}, {"b", {"a"}}, {"c"}}));
    workspace.start();
    workspace.driver().exit("p-1", 0);
    disk.gate.waitForSomebody();
    workspace.driver().exit("p-3", 0);
    EXPECT_EQ(workspace.reaches("p-3", JobStatus::Completed), "Completed"); // rounds go on
    EXPECT_EQ(workspace.row("p-2").status, JobStatus::NotStarted);
    disk.gate.open();
    EXPECT_EQ(workspace.driver().launched(3).back(), "p-2");
    EXPECT_TRUE(workspace.scheduler().hasWork());
}

TEST(SchedulerKeeping, ACancelThatComesAfterTheCommandEndedChangesNothing)
{
    test::ScheduledWorkspace workspace;
    SlowDisk disk(workspace, "a");
    workspace.submit(commandJob("a"));
    workspace.start();
    workspace.driver().exit("a", 0);
    disk.gate.waitForSomebody();
    workspace.cancel("a");
    disk.gate.open();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Completed), "Completed");
}

TEST(SchedulerKeeping, TheSchedulerEndsWithTheWorkUnderWayAndASuccessorFinishesTheJob)
{
    test::ScheduledWorkspace workspace;
    SlowDisk disk(workspace, "a");
    workspace.submit(commandJob("a"));
    workspace.start();
    workspace.driver().exit("a", 0);
    disk.gate.waitForSomebody();
    workspace.scheduler().stop();
    disk.gate.open();
    workspace.stop();
    EXPECT_FALSE(isFinal(workspace.row("a").status));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Completed), "Completed");
}

TEST(SchedulerKeeping, OutputsAreKeptOnceThoughTheEndCouldNotBeWrittenAtFirst)
{
    test::ScheduledWorkspace workspace;
    std::atomic<int> kept = 0;
    workspace.beforeKeeping = [&](const std::string &) {
        ++kept;
        return Result<void>();
    };
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    workspace.run("CREATE TRIGGER refuse BEFORE UPDATE OF state ON attempt WHEN new.state = 'Ended' "
                  "BEGIN SELECT RAISE(ABORT, 'refused'); END;");
    workspace.driver().exit("a", 0);
    EXPECT_TRUE(test::eventually([&] { return kept == 1; }));
    workspace.run("DROP TRIGGER refuse;");
    EXPECT_EQ(workspace.reaches("a", JobStatus::Completed), "Completed");
    EXPECT_EQ(kept, 1);
}

TEST(SchedulerKeeping, OfAFailedJobNothingIsKept)
{
    test::ScheduledWorkspace workspace;
    std::atomic<int> kept = 0;
    workspace.beforeKeeping = [&](const std::string &) {
        ++kept;
        return Result<void>();
    };
    workspace.submit(commandJob("a"));
    workspace.start();
    workspace.driver().exit("a", 1);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Failed), "Failed");
    EXPECT_EQ(kept, 0);
}
