#pragma once

#include "core/system/AttemptFolder.h"
#include "core/system/MarkerSweep.h"
#include "core/system/ProcessTree.h"
#include "tests/core/compute/AttemptObserver.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace atelier::test {

/// What any driver must do, whatever it runs attempts on. `Factory` has `make(AttemptChanged)`.
template<typename Factory>
class DriverContract : public ::testing::Test
{
protected:
    using Phase = AttemptState::Phase;

    AttemptLaunch launch(const std::string &command)
    {
        AttemptLaunch launch = makeLaunch(m_folder, command);
        start(launch);
        return launch;
    }

    void start(const AttemptLaunch &launch)
    {
        const Result<void> launched = m_driver->launch(launch);
        ASSERT_TRUE(launched) << launched.error().sentence;
    }

    ExitRecord endOf(const AttemptLaunch &launch)
    {
        return m_observer.waitFor(*m_driver, launch.attempt, Phase::Ended).exit.value_or(ExitRecord{});
    }

    RunRecord runOf(const AttemptLaunch &launch)
    {
        return m_observer.waitFor(*m_driver, launch.attempt, Phase::Running).run.value_or(RunRecord{});
    }

    ExitRecord run(const std::string &command) { return endOf(launch(command)); }

    static std::vector<pid_t> leftOf(const AttemptLaunch &launch)
    {
        return markedProcesses(attempt::markerVariable, launch.attempt.uuid);
    }

    /// The job says on a line of its log that it is where the test wants it.
    static void waitForLine(const AttemptLaunch &launch, const std::string &line)
    {
        EXPECT_TRUE(eventually([&] { return read(launch.logFile).find(line + "\n") != std::string::npos; }))
            << read(launch.logFile);
    }

    TemporaryFolder m_folder;
    AttemptObserver m_observer;
    std::unique_ptr<Driver> m_driver = Factory::make(m_observer.callback());
};

TYPED_TEST_SUITE_P(DriverContract);

TYPED_TEST_P(DriverContract, RecordsTheExitCode)
{
    for (const int code : {0, 1, 3, 127, 255}) {
        const ExitRecord exit = this->run("exit " + std::to_string(code));
        EXPECT_EQ(exit.reason, EndReason::Exited);
        EXPECT_EQ(exit.code, code);
        EXPECT_EQ(exit.signal, 0);
    }
}

TYPED_TEST_P(DriverContract, RecordsTheSignalThatEndedTheCommand)
{
    const ExitRecord exit = this->run("kill -SEGV $$");
    EXPECT_EQ(exit.reason, EndReason::Signaled);
    EXPECT_EQ(exit.signal, SIGSEGV);
    EXPECT_EQ(exit.code, 128 + SIGSEGV);
}

TYPED_TEST_P(DriverContract, CapturesOutputAndErrorsInOneLog)
{
    const AttemptLaunch launch = this->launch("echo out; echo err >&2; echo again");
    this->endOf(launch);
    EXPECT_EQ(read(launch.logFile), "out\nerr\nagain\n");
}

TYPED_TEST_P(DriverContract, GivesTheCommandItsFolderItsEnvironmentAndTheMarker)
{
    AttemptLaunch launch = makeLaunch(
        this->m_folder, "pwd; echo \"$COLOR\"; echo \"$ATELIER_ATTEMPT\"; echo \"${HOME-none}\"");
    launch.environment = {"COLOR=red\nand 'blue'", "PATH=/usr/bin:/bin"};
    this->start(launch);
    this->endOf(launch);
    EXPECT_EQ(read(launch.logFile),
        std::filesystem::canonical(this->m_folder.path()).string() + "\nred\nand 'blue'\n"
            + launch.attempt.uuid + "\nnone\n");
}

TYPED_TEST_P(DriverContract, HandsNoDescriptorAndNoSecretToOthers)
{
    AttemptLaunch launch = makeLaunch(this->m_folder,
        "ls /proc/self/fd | tr '\\n' ' '; ls -l /proc/$PPID/fd; tr '\\0' ' ' < /proc/$PPID/cmdline");
    launch.environment = {"TOKEN=canary-5a1", "PATH=/usr/bin:/bin"};
    this->start(launch);
    this->endOf(launch);
    const std::string log = read(launch.logFile);
    EXPECT_EQ(log.rfind("0 1 2 3 ", 0), 0U) << log; // 3 is the folder that ls reads
    EXPECT_EQ(log.find("canary"), std::string::npos);
    const auto mode = std::filesystem::status(launch.attempt.folder / attempt::launchFile).permissions();
    EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TYPED_TEST_P(DriverContract, ReportsRunningAndEndWithoutBeingAsked)
{
    const AttemptLaunch launch = this->launch("read line < fifo; exit 4");
    const std::string fifo = (this->m_folder / "fifo").string();
    ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
    const RunRecord run = this->runOf(launch);
    EXPECT_TRUE(run.job.isAlive() || this->leftOf(launch).empty());
    EXPECT_GT(run.startedMs, 0);
    EXPECT_TRUE(run.supervisor.isAlive());
    const int reports = this->m_observer.reportsOf(launch.attempt.uuid);
    ASSERT_TRUE(this->m_driver->cancel(launch.attempt));
    EXPECT_EQ(this->endOf(launch).reason, EndReason::Canceled);
    EXPECT_GT(this->m_observer.reportsOf(launch.attempt.uuid), reports);
}

TYPED_TEST_P(DriverContract, CancelsWithinTheGraceWhenTheCommandObeys)
{
    AttemptLaunch launch = makeLaunch(
        this->m_folder, "trap 'echo bye; exit 9' TERM; echo ready; while true; do sleep 0.01; done");
    launch.grace = std::chrono::seconds(20);
    this->start(launch);
    this->waitForLine(launch, "ready");
    ASSERT_TRUE(this->m_driver->cancel(launch.attempt));
    const ExitRecord exit = this->endOf(launch);
    EXPECT_EQ(exit.reason, EndReason::Canceled);
    EXPECT_EQ(exit.code, 9);
    EXPECT_LT(exit.durationMs, 10'000);
    EXPECT_NE(read(launch.logFile).find("bye"), std::string::npos);
}

TYPED_TEST_P(DriverContract, KillsAfterTheGraceWhenTheCommandDoesNotObey)
{
    const AttemptLaunch launch = this->launch("trap '' TERM; echo ready; while true; do sleep 0.01; done");
    this->waitForLine(launch, "ready");
    ASSERT_TRUE(this->m_driver->cancel(launch.attempt));
    const ExitRecord exit = this->endOf(launch);
    EXPECT_EQ(exit.reason, EndReason::Canceled);
    EXPECT_EQ(exit.signal, SIGKILL);
    EXPECT_GE(exit.durationMs, 300);
    EXPECT_TRUE(this->leftOf(launch).empty());
}

TYPED_TEST_P(DriverContract, CancelsRightAfterLaunching)
{
    for (int i = 0; i < 20; ++i) {
        const AttemptLaunch launch = this->launch("sleep 60");
        ASSERT_TRUE(this->m_driver->cancel(launch.attempt));
        EXPECT_EQ(this->endOf(launch).reason, EndReason::Canceled);
    }
}

TYPED_TEST_P(DriverContract, CancelsAStoppedCommand)
{
    AttemptLaunch launch = makeLaunch(this->m_folder, "echo ready; kill -STOP $$; sleep 60");
    launch.grace = std::chrono::seconds(20);
    this->start(launch);
    this->waitForLine(launch, "ready");
    ASSERT_TRUE(this->m_driver->cancel(launch.attempt));
    EXPECT_EQ(this->endOf(launch).reason, EndReason::Canceled);
}

TYPED_TEST_P(DriverContract, RefusesToCancelWhatDoesNotRun)
{
    const AttemptLaunch never = makeLaunch(this->m_folder, "true");
    EXPECT_EQ(this->m_driver->cancel(never.attempt).error().kind, ErrorKind::NotFound);
    const AttemptLaunch ended = this->launch("true");
    this->endOf(ended);
    EXPECT_EQ(this->m_driver->cancel(ended.attempt).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(this->endOf(ended).reason, EndReason::Exited);
}

TYPED_TEST_P(DriverContract, LeavesNoProcessBehind)
{
    const AttemptLaunch launch = this->launch("setsid sleep 300 & (setsid sh -c 'sleep 301 & sleep 302') & "
                                              "trap '' TERM; (trap '' TERM; sleep 303) & "
                                              "sleep 0.2; echo gone; exit 5");
    const ExitRecord exit = this->endOf(launch);
    EXPECT_EQ(exit.code, 5);
    EXPECT_GE(exit.strays, 4);
    EXPECT_TRUE(this->leftOf(launch).empty());
}

TYPED_TEST_P(DriverContract, SaysWhyAProgramCouldNotBeExecuted)
{
    AttemptLaunch launch = makeLaunch(this->m_folder, "true");
    launch.workingFolder = this->m_folder / "missing";
    this->start(launch);
    const ExitRecord exit = this->endOf(launch);
    EXPECT_EQ(exit.reason, EndReason::NotExecuted);
    EXPECT_EQ(exit.errorNumber, ENOENT);
    EXPECT_EQ(exit.failedPath, launch.workingFolder.string());
    AttemptState state;
    state.phase = AttemptState::Phase::Ended;
    state.exit = exit;
    EXPECT_EQ(explain(state),
        "The command could not be started: " + launch.workingFolder.string()
            + ": No such file or directory.");
}

TYPED_TEST_P(DriverContract, SaysSoWhenTheLogCannotBeOpened)
{
    AttemptLaunch launch = makeLaunch(this->m_folder, "true");
    launch.logFile = this->m_folder / "missing" / "log";
    this->start(launch);
    const ExitRecord exit = this->endOf(launch);
    EXPECT_EQ(exit.reason, EndReason::NotExecuted);
    EXPECT_EQ(exit.failedPath, launch.logFile.string());
}

TYPED_TEST_P(DriverContract, EndsWhatRunsLongerThanItsTimeout)
{
    AttemptLaunch launch = makeLaunch(this->m_folder, "sleep 60");
    launch.timeout = std::chrono::milliseconds(150);
    this->start(launch);
    const ExitRecord exit = this->endOf(launch);
    EXPECT_EQ(exit.reason, EndReason::TimedOut);
    EXPECT_GE(exit.durationMs, 150);
    EXPECT_LT(exit.durationMs, 5000);
    EXPECT_TRUE(this->leftOf(launch).empty());
}

TYPED_TEST_P(DriverContract, EndsWhatNeedsMoreMemoryThanItMayHave)
{
    AttemptLaunch launch = makeLaunch(this->m_folder,
        "/usr/bin/python3 -c 'import time; held = b\"x\" * (200 << 20); print(\"held\", flush=True); "
        "time.sleep(60)'");
    launch.memoryBytes = 100U << 20U;
    this->start(launch);
    EXPECT_EQ(this->endOf(launch).reason, EndReason::MemoryExceeded);
    EXPECT_TRUE(this->leftOf(launch).empty());
}

TYPED_TEST_P(DriverContract, MeasuresWhatItCost)
{
    const ExitRecord exit = this->run(
        "/usr/bin/python3 -c 'import time\nheld = b\"x\" * (64 << 20)\nend = time.process_time() + 0.3\n"
        "while time.process_time() < end: pass'");
    EXPECT_EQ(exit.code, 0);
    EXPECT_GE(exit.cpuMs, 300);
    EXPECT_LT(exit.cpuMs, 5000);
    EXPECT_GE(exit.durationMs, 300);
    EXPECT_GE(exit.peakKib, 64U << 10U);
    EXPECT_LT(exit.peakKib, 256U << 10U);
    EXPECT_GE(exit.endedMs, exit.startedMs);
}

TYPED_TEST_P(DriverContract, RunsAnAttemptOnlyOnce)
{
    const AttemptLaunch launch = this->launch("echo ran");
    this->endOf(launch);
    const Result<void> again = this->m_driver->launch(launch);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(read(launch.logFile), "ran\n");
}

TYPED_TEST_P(DriverContract, ReportsALostAttemptWhenItsSupervisorIsKilled)
{
    const AttemptLaunch launch = this->launch("setsid sleep 300 & sleep 301");
    const RunRecord run = this->runOf(launch);
    ASSERT_TRUE(run.supervisor.signal(SIGKILL));
    const AttemptState state
        = this->m_observer.waitFor(*this->m_driver, launch.attempt, AttemptState::Phase::Lost);
    EXPECT_EQ(state.lostReason, AttemptState::LostReason::SupervisorDied);
    EXPECT_FALSE(explain(state).empty());
    EXPECT_TRUE(this->leftOf(launch).empty());
}

TYPED_TEST_P(DriverContract, SupervisesOnThoughTheJobDeletesItsRecords)
{
    const AttemptLaunch launch = this->launch("rm -rf \"$PWD/attempts\"; echo deleted; while ! test -e "
                                              "attempts/*/run; do sleep 0.02; done; echo back; exit 6");
    this->waitForLine(launch, "back");
    EXPECT_EQ(this->endOf(launch).code, 6);
    const Result<void> again = this->m_driver->launch(launch);
    EXPECT_FALSE(again);
}

TYPED_TEST_P(DriverContract, AnswersThatNothingWasLaunched)
{
    const AttemptLaunch never = makeLaunch(this->m_folder, "true");
    const Result<AttemptState> state = this->m_driver->observe(never.attempt);
    ASSERT_TRUE(state) << state.error().sentence;
    EXPECT_EQ(state->phase, AttemptState::Phase::NotLaunched);
}

TYPED_TEST_P(DriverContract, ReportsNothingOfAForgottenAttempt)
{
    const AttemptLaunch launch = this->launch("sleep 60");
    this->runOf(launch);
    this->m_driver->forget(launch.attempt);
    const int reports = this->m_observer.reportsOf(launch.attempt.uuid);
    ASSERT_TRUE(this->m_driver->cancel(launch.attempt));
    EXPECT_TRUE(
        eventually([&] { return std::filesystem::exists(launch.attempt.folder / attempt::exitFile); }));
    const AttemptLaunch other = this->launch("true"); // its report comes after the one that must not come
    this->endOf(other);
    EXPECT_EQ(this->m_observer.reportsOf(launch.attempt.uuid), reports);
}

TYPED_TEST_P(DriverContract, RunsManyAtOnce)
{
    std::vector<AttemptLaunch> launches;
    for (int i = 0; i < 40; ++i)
        launches.push_back(this->launch("sleep 0.05; exit " + std::to_string(i)));
    for (int i = 0; i < 40; ++i)
        EXPECT_EQ(this->endOf(launches[static_cast<std::size_t>(i)]).code, i);
}

REGISTER_TYPED_TEST_SUITE_P(DriverContract, RecordsTheExitCode, RecordsTheSignalThatEndedTheCommand,
    CapturesOutputAndErrorsInOneLog, GivesTheCommandItsFolderItsEnvironmentAndTheMarker,
    HandsNoDescriptorAndNoSecretToOthers, ReportsRunningAndEndWithoutBeingAsked,
    CancelsWithinTheGraceWhenTheCommandObeys, KillsAfterTheGraceWhenTheCommandDoesNotObey,
    CancelsRightAfterLaunching, CancelsAStoppedCommand, RefusesToCancelWhatDoesNotRun, LeavesNoProcessBehind,
    SaysWhyAProgramCouldNotBeExecuted, SaysSoWhenTheLogCannotBeOpened, EndsWhatRunsLongerThanItsTimeout,
    EndsWhatNeedsMoreMemoryThanItMayHave, MeasuresWhatItCost, RunsAnAttemptOnlyOnce,
    ReportsALostAttemptWhenItsSupervisorIsKilled, SupervisesOnThoughTheJobDeletesItsRecords,
    AnswersThatNothingWasLaunched, ReportsNothingOfAForgottenAttempt, RunsManyAtOnce);

} // namespace atelier::test
