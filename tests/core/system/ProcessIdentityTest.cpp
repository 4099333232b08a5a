#include "core/system/ProcessIdentity.h"

#include "core/system/Process.h"

#include <gtest/gtest.h>

#include <csignal>
#include <ctime>
#include <linux/sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace atelier;
using namespace std::chrono_literals;

namespace {

Pidfd startSleep()
{
    Result<Pidfd> process = spawn({{"/bin/sleep", "60"}, std::nullopt, {}, {}, SpawnRequest::Session::Same});
    EXPECT_TRUE(process);
    return std::move(*process);
}

void end(const Pidfd &process)
{
    EXPECT_TRUE(process.signal(SIGKILL));
    EXPECT_TRUE(process.waitForEnd(10s));
    EXPECT_TRUE(process.reap());
}

/// A process with exactly this number, which only a privileged user may ask for; 0 when refused.
pid_t startWithNumber(pid_t number)
{
    clone_args arguments{};
    arguments.exit_signal = SIGCHLD;
    arguments.set_tid = reinterpret_cast<std::uint64_t>(&number);
    arguments.set_tid_size = 1;
    const long pid = syscall(SYS_clone3, &arguments, sizeof arguments);
    if (pid == 0) {
        pause();
        _exit(0);
    }
    return pid < 0 ? 0 : static_cast<pid_t>(pid);
}

} // namespace

TEST(ProcessIdentity, KnowsItself)
{
    const ProcessIdentity own = ProcessIdentity::current();
    EXPECT_EQ(own.pid, getpid());
    EXPECT_EQ(own.bootId.size(), 36U);
    EXPECT_GT(own.startTime, 0U);
    EXPECT_TRUE(own.isAlive());
    EXPECT_EQ(*ProcessIdentity::of(getpid()), own);
}

TEST(ProcessIdentity, IsDeadOnceTheProcessHasEndedThoughNobodyWaitedForIt)
{
    const Pidfd process = startSleep();
    const Result<ProcessIdentity> identity = ProcessIdentity::of(process.pid());
    ASSERT_TRUE(identity);
    EXPECT_TRUE(identity->isAlive());
    ASSERT_TRUE(identity->signal(SIGKILL));
    EXPECT_TRUE(process.waitForEnd(10s));
    EXPECT_FALSE(identity->isAlive()) << "a zombie";
    EXPECT_EQ(process.reap()->signal, SIGKILL);
    EXPECT_FALSE(identity->isAlive());
    EXPECT_EQ(identity->signal(SIGKILL).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(ProcessIdentity::of(process.pid()).error().kind, ErrorKind::NotFound);
}

TEST(ProcessIdentity, IsAnotherOneAfterARestartOrWithAnotherStart)
{
    const Pidfd process = startSleep();
    const ProcessIdentity identity = *ProcessIdentity::of(process.pid());
    ProcessIdentity other = identity;
    other.bootId = "00000000-0000-0000-0000-000000000000";
    EXPECT_FALSE(other.isAlive());
    EXPECT_FALSE(other.signal(SIGKILL));
    other = identity;
    other.startTime -= 1;
    EXPECT_FALSE(other.isAlive());
    EXPECT_FALSE(other.open());
    EXPECT_FALSE(process.hasEnded());
    end(process);
}

TEST(ProcessIdentity, SparesAStrangerThatGotTheSameNumber)
{
    const Pidfd process = startSleep();
    const ProcessIdentity identity = *ProcessIdentity::of(process.pid());
    end(process);
    const timespec pause{0, 30'000'000}; // start times have grains of 10 ms
    nanosleep(&pause, nullptr);
    const pid_t stranger = startWithNumber(identity.pid);
    if (stranger == 0)
        GTEST_SKIP() << "only a privileged user can have a number given again at once";
    ASSERT_EQ(stranger, identity.pid);
    EXPECT_EQ(kill(identity.pid, 0), 0) << "the bare number reaches the stranger";
    EXPECT_FALSE(identity.isAlive());
    EXPECT_EQ(identity.signal(SIGKILL).error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(process.signal(SIGKILL)) << "nor does the old handle";
    EXPECT_EQ(waitpid(stranger, nullptr, WNOHANG), 0) << "it lives";
    kill(stranger, SIGKILL);
    EXPECT_EQ(waitpid(stranger, nullptr, 0), stranger);
}

TEST(Pidfd, WaitsForTheEndOfAnyProcess)
{
    const Pidfd process = startSleep();
    EXPECT_FALSE(process.hasEnded());
    EXPECT_FALSE(process.waitForEnd(20ms));
    EXPECT_FALSE(process.reap());
    end(process);
    EXPECT_FALSE(process.reap()) << "only once";
    EXPECT_EQ(Pidfd::open(process.pid()).error().kind, ErrorKind::NotFound);
    const Result<Pidfd> parent = Pidfd::open(getppid());
    ASSERT_TRUE(parent);
    EXPECT_FALSE(parent->waitForEnd(1ms));
    EXPECT_FALSE(parent->reap()) << "not our child";
}
