#include "core/system/MachineLoad.h"

#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

using namespace atelier;
using atelier::test::TemporaryFolder;

TEST(MachineLoad, IsTheShareOfTicksThatWereNeitherIdleNorWaiting)
{
    const TemporaryFolder folder;
    LoadMeter meter(folder.path().string());
    test::write(folder / "stat", "cpu  100 0 100 700 100 0 0 0 0 0\ncpu0 1 2 3\n");
    EXPECT_DOUBLE_EQ(meter.read().processor, 0.2);
    // Of 100 ticks more 30 are user's, 20 the kernel's, 10 stolen, 35 idle, 5 spent waiting for a disk.
    test::write(folder / "stat", "cpu  130 0 120 735 105 0 0 10 0 0\n");
    EXPECT_DOUBLE_EQ(meter.read().processor, 0.6);
    EXPECT_DOUBLE_EQ(meter.read().processor, 0.0) << "no time has passed";
}

TEST(MachineLoad, CountsTheMemoryOfThisMachine)
{
    const MachineLoad load = LoadMeter().read();
    EXPECT_GT(load.usedBytes, 0U);
    EXPECT_LT(load.usedBytes, load.memoryBytes);
    EXPECT_GE(load.processor, 0.0);
    EXPECT_LE(load.processor, 1.0);
}
