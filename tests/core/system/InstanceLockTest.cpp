#include "core/system/InstanceLock.h"

#include "core/system/Clock.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace atelier;
using namespace std::chrono_literals;
using atelier::test::TemporaryFolder;

TEST(InstanceLock, IsHeldByOneAndSaysByWhom)
{
    const TemporaryFolder folder;
    const Result<InstanceLock> first
        = InstanceLock::acquire(folder / "lock", "the service with process 4711");
    ASSERT_TRUE(first) << first.error().sentence;
    const std::int64_t begin = steadyMs();
    const Result<InstanceLock> second = InstanceLock::acquire(folder / "lock", "me", 200ms);
    ASSERT_FALSE(second);
    EXPECT_GE(steadyMs() - begin, 200);
    EXPECT_EQ(second.error().kind, ErrorKind::Busy);
    EXPECT_NE(second.error().sentence.find("the service with process 4711"), std::string::npos);
    EXPECT_EQ(test::read(folder / "lock"), "the service with process 4711");
}

TEST(InstanceLock, KeepsWhereItsHolderIsReachedOutOfTheSentence)
{
    const TemporaryFolder folder;
    EXPECT_EQ(InstanceLock::addressOfHolder(folder / "lock"), "");
    const Result<InstanceLock> first = InstanceLock::acquire(folder / "lock", "the service\n/run/it.sock");
    ASSERT_TRUE(first);
    EXPECT_EQ(InstanceLock::addressOfHolder(folder / "lock"), "/run/it.sock");
    const Result<InstanceLock> second = InstanceLock::acquire(folder / "lock", "me", 0ms);
    ASSERT_FALSE(second);
    EXPECT_EQ(
        second.error().sentence, folder.path().string() + " is in use by the service. Close that one first.");
}

TEST(InstanceLock, IsFreeAgainAtTheEndOfItsHolder)
{
    const TemporaryFolder folder;
    {
        const Result<InstanceLock> first
            = InstanceLock::acquire(folder / "lock", "a longer name than the next");
    }
    ASSERT_TRUE(InstanceLock::acquire(folder / "lock", "next", 0ms));
    EXPECT_EQ(test::read(folder / "lock"), "next");
}

TEST(InstanceLock, IsWaitedForWhileAChildOfAKilledHolderStillHasIt)
{
    const TemporaryFolder folder;
    const pid_t child = fork(); // as a forked child before its exec, it shares the lock
    if (child == 0) {
        const Result<InstanceLock> held = InstanceLock::acquire(folder / "lock", "the killed one");
        kill(getpid(), SIGSTOP);
        _exit(held ? 0 : 1);
    }
    waitpid(child, nullptr, WUNTRACED);
    std::thread end([child] {
        std::this_thread::sleep_for(100ms);
        kill(child, SIGKILL);
    });
    const Result<InstanceLock> next = InstanceLock::acquire(folder / "lock", "next");
    EXPECT_TRUE(next) << next.error().sentence;
    end.join();
    waitpid(child, nullptr, 0);
}

TEST(InstanceLock, FollowsNoLink)
{
    const TemporaryFolder folder;
    test::write(folder / "victim", "precious");
    std::filesystem::create_symlink(folder / "victim", folder / "lock");
    EXPECT_FALSE(InstanceLock::acquire(folder / "lock", "me", 0ms));
    EXPECT_EQ(test::read(folder / "victim"), "precious");
}
