#include "core/system/HostMetrics.h"

#include "core/system/Clock.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <sched.h>
#include <thread>

using namespace atelier;
using atelier::test::TemporaryFolder;

TEST(HostMetrics, CountsCoresAndMemoryOfThisMachine)
{
    const HostCapacity capacity = hostCapacity();
    EXPECT_GT(capacity.cores, 0.0);
    EXPECT_LE(capacity.cores, std::thread::hardware_concurrency());
    EXPECT_GT(capacity.memoryBytes, 64U << 20U);
    EXPECT_GT(capacity.availableBytes, 0U);
    EXPECT_LE(capacity.availableBytes, capacity.memoryBytes);
}

TEST(HostMetrics, CountsOnlyTheCoresThatThisThreadMayUse)
{
    double cores = 0;
    std::thread([&cores] {
        cpu_set_t set;
        CPU_ZERO(&set);
        sched_getaffinity(0, sizeof set, &set);
        int first = 0;
        while (!CPU_ISSET(first, &set))
            ++first;
        CPU_ZERO(&set);
        CPU_SET(first, &set);
        ASSERT_EQ(sched_setaffinity(0, sizeof set, &set), 0);
        cores = hostCapacity().cores;
    }).join();
    EXPECT_GT(cores, 0.0);
    EXPECT_LE(cores, 1.0);
}

TEST(HostMetrics, TakesTheNarrowestLimitOfAllGroupsAbove)
{
    const TemporaryFolder top;
    test::write(top / "cpu.max", "max 100000\n");
    test::write(top / "user" / "cpu.max", "150000 100000\n");
    test::write(top / "user" / "memory.max", "4000\n");
    test::write(top / "user" / "memory.current", "3500\n");
    test::write(top / "user" / "app" / "cpu.max", "400000 100000\n");
    test::write(top / "user" / "app" / "memory.max", "2000\n");
    test::write(top / "user" / "app" / "memory.current", "100\n");
    const CgroupLimits limits = cgroupLimits(top.path(), top / "user" / "app");
    EXPECT_DOUBLE_EQ(limits.cores, 1.5);
    EXPECT_EQ(limits.memoryBytes, 2000U);
    EXPECT_EQ(limits.freeBytes, 500U);
}

TEST(HostMetrics, TakesGroupsWithoutLimitsForUnlimited)
{
    const TemporaryFolder top;
    test::write(top / "memory.max", "max\n");
    const CgroupLimits limits = cgroupLimits(top.path(), top.path());
    EXPECT_EQ(limits.cores, 0.0);
    EXPECT_EQ(limits.memoryBytes, CgroupLimits::unlimited);
    EXPECT_EQ(limits.freeBytes, CgroupLimits::unlimited);
}

TEST(Clock, TellsWallTimeAndASteadyOne)
{
    EXPECT_GT(nowMs(), 1'700'000'000'000);
    const std::int64_t begin = steadyMs();
    std::this_thread::sleep_for(std::chrono::milliseconds(15));
    EXPECT_GE(steadyMs() - begin, 15);
}
