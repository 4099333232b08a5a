#include "core/system/Clock.h"
#include "core/system/MarkerSweep.h"
#include "core/system/Process.h"
#include "core/system/ProcessTree.h"
#include "tests/app/jobd/SupervisedAttempt.h"
#include "tests/core/system/SmallDisk.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace atelier;
using namespace atelier::test;

namespace {

namespace fs = std::filesystem;

std::vector<pid_t> leftOf(const SupervisedAttempt &supervised)
{
    return markedProcesses(attempt::markerVariable, supervised.launch.uuid);
}

} // namespace

TEST(Jobd, RefusesToBeTheSecondSupervisor)
{
    const SupervisedAttempt supervised("echo ran; while ! test -e go; do sleep 0.01; done");
    const Pidfd first = supervised.start();
    ASSERT_TRUE(eventually([&] { return supervised.hasRun(); }));
    EXPECT_EQ(supervised.run(), attempt::exitAlreadySupervised);
    test::write(supervised.folder / "go", "");
    EXPECT_EQ(SupervisedAttempt::codeOf(first), 0);
    EXPECT_EQ(supervised.run(), attempt::exitAlreadyStarted);
    EXPECT_EQ(supervised.log(), "ran\n");
}

TEST(Jobd, StartsAnAttemptOnceThoughManySupervisorsRace)
{
    const SupervisedAttempt supervised("echo ran >> count; sleep 0.2");
    std::vector<Pidfd> supervisors;
    for (int i = 0; i < 20; ++i)
        supervisors.push_back(supervised.start());
    int done = 0;
    for (const Pidfd &supervisor : supervisors)
        done += SupervisedAttempt::codeOf(supervisor) == 0 ? 1 : 0;
    EXPECT_EQ(done, 1);
    EXPECT_EQ(read(supervised.folder / "count"), "ran\n");
}

TEST(Jobd, RefusesAFolderThatItCannotUse)
{
    SupervisedAttempt supervised("true");
    Pidfd missing = *spawn({{std::string(ATELIER_BINARY_DIR) + "/atelier-jobd", "/nonexistent"}, std::nullopt,
        {}, {}, SpawnRequest::Session::New});
    EXPECT_EQ(SupervisedAttempt::codeOf(missing), attempt::exitUnusableFolder);
    fs::create_directories(supervised.attempt);
    test::write(supervised.attempt / attempt::launchFile, "argument=/bin/true");
    missing = *spawn({{std::string(ATELIER_BINARY_DIR) + "/atelier-jobd", supervised.attempt.string()},
        std::nullopt, {}, {}, SpawnRequest::Session::New});
    EXPECT_EQ(SupervisedAttempt::codeOf(missing), attempt::exitUnusableFolder);
    EXPECT_FALSE(fs::exists(supervised.attempt / attempt::startedFile)) << "it can still be launched rightly";
}

TEST(Jobd, WritesItsFilesForItsOwnerOnly)
{
    const SupervisedAttempt supervised("true");
    EXPECT_EQ(supervised.run(), 0);
    for (const auto &entry : fs::recursive_directory_iterator(supervised.folder.path())) {
        struct stat status
        {
        };
        ASSERT_EQ(lstat(entry.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 077U, 0U) << entry.path();
    }
    EXPECT_FALSE(fs::exists(supervised.attempt / attempt::controlSocket));
}

TEST(Jobd, AnswersOnItsSocketAndCancels)
{
    const SupervisedAttempt supervised("trap 'exit 5' TERM; echo ready; while true; do sleep 0.01; done");
    const Pidfd supervisor = supervised.start();
    ASSERT_TRUE(eventually([&] { return supervised.log() == "ready\n"; }));
    EXPECT_EQ(supervised.ask("alive\n"), "alive\n");
    EXPECT_EQ(supervised.ask("dance\n"), "unknown\n");
    EXPECT_FALSE(supervisor.hasEnded());
    EXPECT_EQ(supervised.ask("cancel\n"), "ok\n");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
    EXPECT_EQ(supervised.exitRecord().reason, EndReason::Canceled);
    EXPECT_EQ(supervised.exitRecord().code, 5);
}

TEST(Jobd, ObeysNobodyElse)
{
    if (geteuid() != 0)
        GTEST_SKIP() << "only root can pose as another user";
    const SupervisedAttempt supervised("sleep 60");
    const Pidfd supervisor = supervised.start();
    ASSERT_TRUE(eventually([&] { return supervised.hasRun(); }));
    fs::permissions(supervised.folder.path(), fs::perms(0755));
    fs::permissions(supervised.attempt, fs::perms(0755));
    fs::permissions(supervised.attempt / attempt::controlSocket, fs::perms(0777));
    const pid_t other = fork();
    if (other == 0) {
        // Even root's child: what counts is who asks.
        const bool isOther = setgid(65534) == 0 && setuid(65534) == 0;
        _exit(isOther && supervised.ask("cancel\n") == "denied\n" ? 0 : 1);
    }
    int status = 1;
    waitpid(other, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_FALSE(supervisor.hasEnded());
    EXPECT_EQ(supervised.ask("cancel\n"), "ok\n");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
}

TEST(Jobd, TakesSigtermForTheEndOfTheMachineAndNotForACancel)
{
    const SupervisedAttempt supervised("sleep 60");
    const Pidfd supervisor = supervised.start();
    ASSERT_TRUE(eventually([&] { return supervised.hasRun(); }));
    ASSERT_TRUE(supervisor.signal(SIGTERM));
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
    EXPECT_EQ(supervised.exitRecord().reason, EndReason::Signaled);
    EXPECT_EQ(supervised.exitRecord().signal, SIGTERM);
}

TEST(Jobd, SurvivesItsStarterAndAHangup)
{
    const SupervisedAttempt supervised("while ! test -e go; do sleep 0.01; done; exit 3");
    const Pidfd supervisor = supervised.start();
    ASSERT_TRUE(eventually([&] { return supervised.hasRun(); }));
    EXPECT_EQ(getsid(supervisor.pid()), supervisor.pid()) << "a session of its own";
    ASSERT_TRUE(supervisor.signal(SIGHUP));
    ASSERT_TRUE(supervisor.signal(SIGPIPE));
    test::write(supervised.folder / "go", "");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
    EXPECT_EQ(supervised.exitRecord().code, 3);
}

TEST(Jobd, TakesItsJobWithItWhenItIsKilled)
{
    const SupervisedAttempt supervised(
        "exec sleep 60"); // what it had started itself, the driver's sweep would end
    const Pidfd supervisor = supervised.start();
    const RunRecord run = supervised.runRecord();
    ASSERT_TRUE(supervisor.signal(SIGKILL));
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 137);
    EXPECT_TRUE(eventually([&] { return !run.job.isAlive(); }));
    EXPECT_EQ(supervised.run(), attempt::exitAlreadyStarted);
    EXPECT_TRUE(run.cgroup.empty() || eventually([&] { return rmdir(run.cgroup.c_str()) == 0; }))
        << "something is left in its group";
}

TEST(Jobd, CollectsOrphansWhileTheJobRuns)
{
    const SupervisedAttempt supervised("i=0; while [ $i -lt 30 ]; do (setsid true &); i=$((i+1)); done; echo "
                                       "forked; while ! test -e go; do sleep 0.01; done");
    const Pidfd supervisor = supervised.start();
    ASSERT_TRUE(eventually([&] { return supervised.log() == "forked\n"; }));
    EXPECT_TRUE(eventually([&] { return descendantsOf(supervisor.pid()).size() <= 2; }))
        << "zombies are collected";
    test::write(supervised.folder / "go", "");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
    EXPECT_EQ(supervised.exitRecord().strays, 0);
}

TEST(Jobd, WinsAgainstAForkBomb)
{
    SupervisedAttempt supervised(std::string(ATELIER_BINARY_DIR) + "/fork_bomb 60");
    supervised.launch.graceMs = 100;
    const Pidfd supervisor = supervised.start();
    ASSERT_TRUE(eventually([&] { return leftOf(supervised).size() > 50; }));
    const std::int64_t begin = steadyMs();
    EXPECT_EQ(supervised.ask("cancel\n"), "ok\n");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
    EXPECT_LT(steadyMs() - begin, 15'000);
    EXPECT_EQ(supervised.exitRecord().reason, EndReason::Canceled);
    EXPECT_TRUE(leftOf(supervised).empty());
}

TEST(Jobd, LimitsHowManyProcessesAJobHas)
{
    SupervisedAttempt supervised("i=0; while [ $i -lt 40 ]; do sleep 60 & i=$((i+1)); done; echo all");
    supervised.launch.processes = 10;
    const Pidfd supervisor = supervised.start();
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
    if (geteuid() == 0 && supervised.log() == "all\n")
        GTEST_SKIP()
            << "root is exempt from RLIMIT_NPROC, and this machine's cgroups limit no numbers of processes";
    EXPECT_NE(supervised.log(), "all\n");
    EXPECT_LE(supervised.exitRecord().strays, 10);
}

TEST(Jobd, WritesTheExitRecordOnceThereIsRoomAgain)
{
    SupervisedAttempt supervised("while ! test -e ../go; do sleep 0.01; done; exit 4");
    const SmallDisk disk(supervised.folder / "disk", 2);
    if (!disk.isMounted())
        GTEST_SKIP() << "only root can mount a small disk";
    supervised.attempt = supervised.folder / "disk" / "attempt";
    supervised.launch.folder = (supervised.folder / "disk").string();
    const Pidfd supervisor = supervised.start();
    ASSERT_TRUE(eventually([&] { return supervised.hasRun(); }));
    const fs::path ballast = disk.fill();
    test::write(supervised.folder / "go", "");
    EXPECT_FALSE(supervisor.waitForEnd(std::chrono::milliseconds(700)))
        << "it keeps the record until it can write it";
    EXPECT_FALSE(supervised.hasExit());
    fs::remove(ballast);
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
    EXPECT_EQ(supervised.exitRecord().code, 4);
}

TEST(Jobd, OutlivesAFullDiskUnderItsLog)
{
    SupervisedAttempt supervised("head -c 4000000 /dev/zero; echo end; exit 0");
    const SmallDisk disk(supervised.folder / "disk", 2);
    if (!disk.isMounted())
        GTEST_SKIP() << "only root can mount a small disk";
    supervised.launch.logFile = (supervised.folder / "disk" / "log").string();
    EXPECT_EQ(supervised.run(), 0);
    EXPECT_EQ(supervised.exitRecord().reason, EndReason::Exited);
}

TEST(Jobd, KeepsStartAndEndOfALongLog)
{
    SupervisedAttempt supervised("echo first; head -c 8000000 /dev/zero | tr '\\0' 'x'; echo; echo last; "
                                 "while ! test -e go; do sleep 0.05; done");
    supervised.launch.logKeepBytes = 512U << 10U;
    const Pidfd supervisor = supervised.start();
    const auto bytesOnDisk = [&] {
        struct stat status
        {
        };
        return stat(supervised.launch.logFile.c_str(), &status) == 0 && status.st_size > 8'000'000
            ? status.st_blocks * 512
            : 1 << 30;
    };
    EXPECT_TRUE(eventually([&] { return bytesOnDisk() < (2 << 20); }));
    const std::string log = supervised.log();
    EXPECT_EQ(log.substr(0, 7), "first\nx");
    EXPECT_EQ(log.substr(log.size() - 6), "\nlast\n");
    test::write(supervised.folder / "go", "");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
}

TEST(Jobd, PutsBackEachRecordThatItsJobDeletes)
{
    const SupervisedAttempt supervised("while ! test -e go; do sleep 0.01; done");
    const Pidfd supervisor = supervised.start();
    const RunRecord run = supervised.runRecord();
    for (const char *name : {attempt::runFile, attempt::startedFile, attempt::lockFile}) {
        fs::remove(supervised.attempt / name);
        EXPECT_TRUE(eventually([&] { return fs::exists(supervised.attempt / name); })) << name;
    }
    EXPECT_EQ(supervised.runRecord(), run);
    EXPECT_EQ(supervised.run(), attempt::exitAlreadySupervised);
    test::write(supervised.folder / "go", "");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
}

TEST(Jobd, IsSmallAtRest)
{
    if (ATELIER_SANITIZED)
        GTEST_SKIP() << "a sanitizer brings its own memory";
    const SupervisedAttempt supervised("while ! test -e go; do sleep 0.05; done");
    const Pidfd supervisor = supervised.start();
    ASSERT_TRUE(eventually([&] { return supervised.hasRun(); }));
    const pid_t looked = supervisor.pid();
    EXPECT_FALSE(supervisor.waitForEnd(std::chrono::milliseconds(200))) << "it has looked at its job by then";
    EXPECT_LE(proportionalKib(looked).value_or(~0U), 1536U);
    test::write(supervised.folder / "go", "");
    EXPECT_EQ(SupervisedAttempt::codeOf(supervisor), 0);
}
