#include "core/execution/FolderWork.h"

#include "tests/core/execution/Gate.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

using namespace atelier;

namespace {

const AttemptChanged nobody = [](const std::string &) {};
const FolderWork::Task nothing = [] { return Result<void>(); };

} // namespace

TEST(FolderWork, TellsOfEachPieceAndKnowsHowItEnded)
{
    std::atomic<int> told = 0;
    FolderWork work(2, [&](const std::string &) { ++told; });
    work.begin("good", nothing);
    work.begin("bad", [] { return Result<void>(Error{ErrorKind::Internal, "disk", "No.", {}, {}}); });
    EXPECT_TRUE(test::eventually([&] { return told == 2; }));
    ASSERT_TRUE(work.outcome("good").has_value());
    EXPECT_TRUE(*work.outcome("good"));
    ASSERT_TRUE(work.outcome("bad").has_value());
    EXPECT_EQ(work.outcome("bad")->error().code, "disk");
    EXPECT_FALSE(work.outcome("other").has_value());
}

TEST(FolderWork, BeginsAPieceOnceUntilItIsForgotten)
{
    FolderWork work(1, nobody);
    std::atomic<int> runs = 0;
    const auto count = [&] {
        ++runs;
        return Result<void>();
    };
    work.begin("a", count);
    EXPECT_TRUE(test::eventually([&] { return work.outcome("a").has_value(); }));
    work.begin("a", count);
    work.begin("after", nothing);
    EXPECT_TRUE(test::eventually([&] { return work.outcome("after").has_value(); }));
    EXPECT_EQ(runs, 1);
    work.forget("a");
    EXPECT_FALSE(work.outcome("a").has_value());
    work.begin("a", count);
    EXPECT_TRUE(test::eventually([&] { return work.outcome("a").has_value(); }));
    EXPECT_EQ(runs, 2);
}

TEST(FolderWork, ASlowPieceHoldsUpNoneBesideIt)
{
    test::Gate gate;
    FolderWork work(2, nobody);
    work.begin("slow", [&] {
        gate.pass();
        return Result<void>();
    });
    gate.waitForSomebody();
    for (const char *quick : {"a", "b", "c"})
        work.begin(quick, nothing);
    EXPECT_TRUE(test::eventually([&] { return work.outcome("c").has_value(); }));
    EXPECT_FALSE(work.outcome("slow").has_value());
    gate.open();
    EXPECT_TRUE(test::eventually([&] { return work.outcome("slow").has_value(); }));
}

TEST(FolderWork, NoMoreIsUnderWayAtOnceThanThereAreThreads)
{
    test::Gate gate;
    FolderWork work(2, nobody);
    std::atomic<int> begun = 0;
    for (int i = 0; i < 6; ++i)
        work.begin(std::to_string(i), [&] {
            ++begun;
            gate.pass();
            return Result<void>();
        });
    gate.waitForSomebody(2);
    EXPECT_EQ(begun, 2);
    gate.open();
    EXPECT_TRUE(test::eventually([&] { return work.outcome("5").has_value(); }));
    EXPECT_EQ(begun, 6);
}

TEST(FolderWork, ItsEndWaitsForWhatIsUnderWayAndDropsTheRest)
{
    test::Gate gate;
    std::atomic<int> done = 0;
    std::atomic<int> told = 0;
    auto work = std::make_unique<FolderWork>(1, [&](const std::string &) { ++told; });
    for (const char *piece : {"a", "b"})
        work->begin(piece, [&] {
            gate.pass();
            ++done;
            return Result<void>();
        });
    gate.waitForSomebody();
    std::thread end([&] { work.reset(); });
    std::this_thread::sleep_for(std::chrono::milliseconds(20)); // so that it has begun to end
    EXPECT_EQ(done, 0);
    gate.open();
    end.join();
    EXPECT_EQ(done, 1);
    EXPECT_EQ(told, 0);
}
