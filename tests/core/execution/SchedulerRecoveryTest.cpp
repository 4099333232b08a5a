// After the service ended, and after a commit that failed.

#include "tests/core/execution/ScheduledWorkspace.h"

#include <gmock/gmock.h>

using namespace atelier;
using test::commandJob;
using test::pipelineJob;
using testing::ElementsAre;

namespace {

/// The disk takes no row of this table for now, as far as SQLite can tell.
void refuseWrites(test::ScheduledWorkspace &workspace, const std::string &event)
{
    workspace.run("CREATE TRIGGER refuse BEFORE " + event + " BEGIN SELECT RAISE(ABORT, 'refused'); END;");
}

void allowWrites(test::ScheduledWorkspace &workspace)
{
    workspace.run("DROP TRIGGER refuse;");
}

} // namespace

TEST(SchedulerRecovery, WhatRunsIsTakenUpAgainAndNotLaunchedTwice)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(pipelineJob("p", {{"a"}, {"b", {"a"}}}));
    workspace.start();
    EXPECT_EQ(workspace.reaches("p-1", JobStatus::Running), "Running");
    workspace.start();
    workspace.driver().exit("p-1", 0);
    EXPECT_THAT(workspace.driver().launched(2), ElementsAre("p-1", "p-2"));
    EXPECT_EQ(workspace.row("p-1").status, JobStatus::Completed);
    EXPECT_EQ(workspace.attempts("p-1").size(), 1U);
}

TEST(SchedulerRecovery, WhatEndedMeanwhileIsSeen)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(pipelineJob("p", {{"a"}, {"b", {"a"}}}));
    workspace.start();
    EXPECT_EQ(workspace.reaches("p-1", JobStatus::Running), "Running");
    workspace.stop();
    workspace.driver().exit("p-1", 5);
    workspace.start();
    EXPECT_EQ(workspace.reaches("p", JobStatus::Failed), "Failed");
    EXPECT_EQ(workspace.row("p-1").errorCode, "job.exit-code");
    EXPECT_EQ(workspace.row("p-2").status, JobStatus::Skipped);
}

TEST(SchedulerRecovery, ARunningJobsTokenIsAdmittedAgain)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    workspace.stop();
    const Sha256Bytes digest = RunTokens::digestOf(workspace.attempts("a")[0].tokenHash.bytes);
    workspace.tokens().revoke(digest); // as in a new process
    std::string token;
    for (const std::string &variable : workspace.driver().launchOf("a").environment)
        if (variable.rfind("MLFLOW_TRACKING_TOKEN=", 0) == 0)
            token = variable.substr(variable.find('=') + 1);
    EXPECT_EQ(workspace.tokens().jobOf(token), std::nullopt);
    workspace.start();
    EXPECT_EQ(workspace.tokens().jobOf(token), "a");
}

TEST(SchedulerRecovery, AnIntentThatWasNeverLaunchedIsLaunchedUnderANewToken)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    AttemptRow intent;
    intent.uuid = "5c1b1d3e-0000-4000-8000-000000000001";
    intent.jobId = workspace.row("a").id;
    intent.tokenHash = {std::string(32, 'h')};
    const auto inserted = workspace.writer().run([&](WriteContext &context) -> Result<void> {
        if (auto done = AttemptRepository::insert(context.database(), intent); !done)
            return done;
        return JobRepository::setStatus(context.database(), intent.jobId, JobStatus::Starting);
    });
    ASSERT_TRUE(inserted) << inserted.error().sentence;
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    ASSERT_EQ(workspace.attempts("a").size(), 1U);
    EXPECT_EQ(workspace.attempts("a")[0].uuid, intent.uuid);
    EXPECT_NE(workspace.attempts("a")[0].tokenHash, intent.tokenHash);
    EXPECT_EQ(workspace.driver().launchOf("a").attempt.uuid, intent.uuid);
}

TEST(SchedulerRecovery, ACancelThatWasAskedForIsCarriedOutAfterTheRestart)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("running"));
    workspace.submit(commandJob("waiting"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("running", JobStatus::Running), "Running");
    workspace.stop();
    workspace.run("UPDATE job SET status = 'CancelRequested';");
    workspace.start();
    EXPECT_EQ(workspace.reaches("waiting", JobStatus::Canceled), "Canceled");
    EXPECT_EQ(workspace.driver().cancelsOf("running"), 1);
}

TEST(SchedulerRecovery, APipelineRemembersThatAStepOfItFailed)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 2;
    workspace.submit(pipelineJob("p", {{"a"}, {"b"}}));
    workspace.start();
    static_cast<void>(workspace.driver().launched(2));
    workspace.driver().exit("p-1", 1);
    EXPECT_EQ(workspace.reaches("p-1", JobStatus::Failed), "Failed");
    workspace.start();
    workspace.driver().exit("p-2", 0);
    EXPECT_EQ(workspace.reaches("p", JobStatus::Failed), "Failed");
}

TEST(SchedulerRecovery, NothingIsLaunchedBeforeItsIntentIsOnTheDisk)
{
    test::ScheduledWorkspace workspace;
    refuseWrites(workspace, "INSERT ON attempt");
    workspace.submit(commandJob("a"));
    workspace.start();
    workspace.submit(commandJob("b"));
    EXPECT_THAT(workspace.driver().launchedSoFar(), ElementsAre());
    EXPECT_EQ(workspace.row("a").status, JobStatus::Queued);
    allowWrites(workspace);
    EXPECT_THAT(workspace.driver().launched(1), ElementsAre("a"));
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    EXPECT_EQ(workspace.attempts("a").size(), 1U);
    workspace.driver().exit("a", 0);
    EXPECT_THAT(workspace.driver().launched(2), ElementsAre("a", "b"));
}

TEST(SchedulerRecovery, AnEndThatCouldNotBeWrittenIsWrittenLater)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(pipelineJob("p", {{"a"}, {"b", {"a"}}}));
    workspace.start();
    EXPECT_EQ(workspace.reaches("p-1", JobStatus::Running), "Running");
    refuseWrites(workspace, "UPDATE OF state ON attempt");
    workspace.driver().exit("p-1", 0);
    workspace.stop(); // the round that failed is over
    EXPECT_EQ(workspace.row("p-1").status, JobStatus::Running);
    EXPECT_FALSE(workspace.driver().isForgotten("p-1"));
    workspace.start();
    allowWrites(workspace);
    EXPECT_THAT(workspace.driver().launched(2), ElementsAre("p-1", "p-2"));
    EXPECT_EQ(workspace.row("p-1").status, JobStatus::Completed);
}

TEST(SchedulerRecovery, ALaunchWhoseFailureCouldNotBeWrittenIsTriedAgain)
{
    test::ScheduledWorkspace workspace;
    workspace.driver().refuseToLaunch("a", {ErrorKind::Unavailable, "attempt.spawn", "No.", {}, {}});
    refuseWrites(workspace, "UPDATE OF state ON attempt");
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Starting), "Starting");
    EXPECT_TRUE(workspace.driver().wasRefused("a"));
    allowWrites(workspace);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Failed), "Failed");
    EXPECT_EQ(workspace.row("a").errorCode, "attempt.spawn");
}
