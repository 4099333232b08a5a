// What the end of one job means for it and for others.

#include "core/storage/Database.h"
#include "tests/core/execution/ScheduledWorkspace.h"

#include <gtest/gtest.h>

using namespace atelier;
using test::commandJob;
using test::pipelineJob;

TEST(SchedulerEnd, AJobsRowAndItsAttemptHaveTheRecordOfTheEnd)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.start();
    static_cast<void>(workspace.driver().launched(1));
    ExitRecord record;
    record.code = 3;
    record.startedMs = 5000;
    record.endedMs = 7500;
    record.durationMs = 2500;
    record.cpuMs = 1200;
    record.peakKib = 4096;
    workspace.driver().end("a", record);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Failed), "Failed");
    const JobRow job = workspace.row("a");
    EXPECT_EQ(job.startedMs, 5000);
    EXPECT_EQ(job.endedMs, 7500);
    EXPECT_EQ(job.errorCode, "job.exit-code");
    ASSERT_EQ(workspace.attempts("a").size(), 1U);
    const AttemptRow attempt = workspace.attempts("a")[0];
    EXPECT_EQ(attempt.state, AttemptStage::Ended);
    EXPECT_EQ(attempt.reason, "exited");
    EXPECT_EQ(attempt.exitCode, 3);
    EXPECT_EQ(attempt.durationMs, 2500);
    EXPECT_EQ(attempt.cpuMs, 1200);
    EXPECT_EQ(attempt.peakMemoryKib, 4096);
}

TEST(SchedulerEnd, TheCopyOfTheCodeIsRemovedAfterSuccessAndKeptAfterFailure)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 2;
    workspace.submit(commandJob("good"));
    workspace.submit(commandJob("bad"));
    workspace.start();
    static_cast<void>(workspace.driver().launched(2));
    for (const char *job : {"good", "bad"})
        test::write(workspace.layout().outputs(job) / "model", "weights");
    workspace.driver().exit("good", 0);
    workspace.driver().exit("bad", 1);
    EXPECT_EQ(workspace.reaches("good", JobStatus::Completed), "Completed");
    EXPECT_EQ(workspace.reaches("bad", JobStatus::Failed), "Failed");
    workspace.stop(); // what follows the commit is done
    EXPECT_FALSE(std::filesystem::exists(workspace.layout().work("good")));
    EXPECT_TRUE(std::filesystem::exists(workspace.layout().work("bad")));
    EXPECT_EQ(test::read(workspace.layout().outputs("good") / "model"), "weights");
}

TEST(SchedulerEnd, AFailedStepSkipsWhatDependsOnItAndNamesItself)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 8;
    workspace.submit(pipelineJob("p", {{"clean"}, {"split", {"clean"}}, {"train", {"split"}}, {"report"}}));
    workspace.start();
    static_cast<void>(workspace.driver().launched(2));
    workspace.driver().exit("p-1", 2);
    EXPECT_EQ(workspace.reaches("p-3", JobStatus::Skipped), "Skipped");
    EXPECT_EQ(workspace.row("p-2").status, JobStatus::Skipped);
    EXPECT_EQ(workspace.row("p-3").statusReason, "The step clean before it did not complete.");
    EXPECT_EQ(workspace.row("p-4").status, JobStatus::Running);
    EXPECT_EQ(workspace.row("p").status, JobStatus::Running);
    workspace.driver().exit("p-4", 0);
    EXPECT_EQ(workspace.reaches("p", JobStatus::Failed), "Failed");
    EXPECT_EQ(workspace.row("p").errorCode, "job.step-failed");
    EXPECT_EQ(workspace.row("p").errorSentence,
        "clean: The command ended with exit code 2; the log's last lines say why.");
}

TEST(SchedulerEnd, WithoutContinueOnStepFailureWhatHasNotBegunIsSkipped)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 2;
    PipelineJob pipeline = pipelineJob("p", {{"a"}, {"b"}, {"c"}});
    pipeline.continueOnStepFailure = false;
    workspace.submit(pipeline);
    workspace.start();
    static_cast<void>(workspace.driver().launched(2));
    workspace.driver().exit("p-1", 1);
    EXPECT_EQ(workspace.reaches("p-3", JobStatus::Skipped), "Skipped");
    EXPECT_EQ(workspace.row("p-2").status, JobStatus::Running);
    workspace.driver().exit("p-2", 0);
    EXPECT_EQ(workspace.reaches("p", JobStatus::Failed), "Failed");
    EXPECT_EQ(workspace.row("p-2").status, JobStatus::Completed);
}

TEST(SchedulerEnd, APipelineRunsFromItsFirstStepToItsLast)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("other"));
    workspace.submit(pipelineJob("p", {{"a"}, {"b", {"a"}}}));
    workspace.start();
    static_cast<void>(workspace.driver().launched(1));
    EXPECT_EQ(workspace.row("p").status, JobStatus::Queued);
    workspace.driver().exit("other", 0);
    EXPECT_EQ(workspace.reaches("p", JobStatus::Running), "Running");
    static_cast<void>(workspace.driver().launched(2));
    workspace.driver().exit("p-1", 0);
    static_cast<void>(workspace.driver().launched(3));
    EXPECT_EQ(workspace.row("p").status, JobStatus::Running);
    workspace.driver().exit("p-2", 0);
    EXPECT_EQ(workspace.reaches("p", JobStatus::Completed), "Completed");
    EXPECT_TRUE(workspace.row("p").startedMs.has_value());
    EXPECT_TRUE(workspace.row("p").endedMs.has_value());
}

TEST(SchedulerEnd, ALostSupervisorFailsTheJobAndSaysWhich)
{
    test::ScheduledWorkspace workspace;
    workspace.cores = 2;
    workspace.submit(commandJob("killed"));
    workspace.submit(commandJob("rebooted"));
    workspace.start();
    static_cast<void>(workspace.driver().launched(2));
    workspace.driver().lose("killed", AttemptState::LostReason::SupervisorDied);
    workspace.driver().lose("rebooted", AttemptState::LostReason::MachineRestarted);
    EXPECT_EQ(workspace.reaches("killed", JobStatus::Failed), "Failed");
    EXPECT_EQ(workspace.reaches("rebooted", JobStatus::Failed), "Failed");
    EXPECT_EQ(workspace.row("killed").errorCode, "job.lost-supervisor");
    EXPECT_EQ(workspace.row("rebooted").errorCode, "job.lost-restart");
    EXPECT_EQ(workspace.attempts("killed")[0].state, AttemptStage::Lost);
}

TEST(SchedulerEnd, OutputsThatCannotBeKeptFailTheJobAndAreLeftWhereTheyAre)
{
    test::ScheduledWorkspace workspace;
    workspace.beforeKeeping = [](const std::string &) {
        return Result<void>(Error{ErrorKind::Internal, "file.sync", "The disk does not answer.", {}, {}});
    };
    workspace.submit(commandJob("a"));
    workspace.start();
    workspace.driver().exit("a", 0);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Failed), "Failed");
    EXPECT_EQ(workspace.row("a").errorCode, "job.outputs");
    EXPECT_EQ(workspace.row("a").errorSentence, "The outputs could not be kept. The disk does not answer.");
    EXPECT_TRUE(std::filesystem::exists(workspace.layout().work("a")));
}

TEST(SchedulerEnd, RunsThatTheScriptLeftOpenEndWithTheJob)
{
    test::ScheduledWorkspace workspace;
    workspace.submit(commandJob("a"));
    workspace.start();
    EXPECT_EQ(workspace.reaches("a", JobStatus::Running), "Running");
    const auto opened = workspace.writer().run([&](WriteContext &context) -> Result<void> {
        for (const auto &[name, status] :
            {std::pair("open", JobStatus::Running), std::pair("closed", JobStatus::Completed)}) {
            JobRow child;
            child.name = name;
            child.type = JobType::Interactive;
            child.displayName = name;
            child.experimentId = workspace.row("a").experimentId;
            child.parentId = workspace.row("a").id;
            child.status = status;
            child.user = "ada";
            if (auto inserted = JobRepository::insert(context.database(), child); !inserted)
                return inserted.error();
        }
        return {};
    });
    ASSERT_TRUE(opened) << opened.error().sentence;
    workspace.driver().exit("a", 1);
    EXPECT_EQ(workspace.reaches("a", JobStatus::Failed), "Failed");
    EXPECT_EQ(workspace.row("open").status, JobStatus::Failed);
    EXPECT_EQ(workspace.row("open").endedMs, workspace.row("a").endedMs);
    EXPECT_EQ(workspace.row("closed").status, JobStatus::Completed);
}
