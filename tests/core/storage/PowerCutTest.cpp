// Cuts the power at random moments of a recorded run of the real Writer. The same source is also built with
// two broken variants of the product, which must be caught: that is what shows that the test can fail.
#include "core/storage/Migrations.h"
#include "tests/core/storage/RecordedDisk.h"
#include "tests/core/storage/Workload.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <latch>

using namespace atelier;
namespace workload = test::workload;
using test::RecordedDisk;
using Kind = RecordedDisk::Event::Kind;

namespace {

constexpr int works = 360;

/// Runs groups of one to twelve works, each group in one commit, with a checkpoint every now and then.
void runGroups(Writer &writer, RecordedDisk &disk)
{
    std::mt19937 random(7);
    for (int next = 1; next <= works;) {
        const int count = 1 + static_cast<int>(random() % 12);
        std::latch submitted(1);
        std::latch answered(count);
        writer.submit(
            [&](WriteContext &) -> Result<void> {
                submitted.wait(); // so that the group does not depend on the speed of this thread
                return {};
            },
            [](Result<void>) {});
        for (int i = 0; i < count; ++i, ++next)
            writer.submit(
                workload::work(next),
                [&, next](Result<void> outcome) {
                    if (outcome)
                        disk.acknowledge(next);
                    answered.count_down();
                },
                workload::isolation(next));
        submitted.count_down();
        answered.wait();
    }
}

/// Where in the record the prepared workspace is complete.
std::size_t record(RecordedDisk &disk)
{
    const test::TemporaryFolder folder;
    const test::ShimVfs vfs("recorded", disk);
    const auto file = folder / "workspace.db";
    std::size_t start = 0;
    {
        Result<Database> database = Database::open(file, {Database::Access::ReadWrite, vfs.name()});
        EXPECT_TRUE(database && migrate(*database, folder / "backups") && workload::prepare(*database));
        const auto announce
            = [&](const std::vector<Change> &changes) { disk.announce(changes.back().sequence); };
        auto writer = Writer::open(file, announce, {.checkpointPages = 150, .vfs = vfs.name()});
        EXPECT_TRUE(writer);
        start = disk.events().size();
        runGroups(**writer, disk);
    }
    return start;
}

struct Tally
{
    int sound = 0;
    int lost = 0;
    int broken = 0;
    std::string firstComplaint;
};

std::string complaintAfter(const RecordedDisk &disk, std::size_t cut, std::mt19937 &random,
    const std::filesystem::path &folder, const std::string &vfs)
{
    std::set<std::int64_t> acknowledged;
    std::int64_t sequence = 0;
    for (std::size_t i = 0; i < cut; ++i) {
        if (disk.events()[i].kind == Kind::Acknowledged)
            acknowledged.insert(disk.events()[i].offset);
        else if (disk.events()[i].kind == Kind::Announced)
            sequence = disk.events()[i].offset;
    }
    test::writeFiles(disk.cutAt(cut, random), folder);
    Result<Database> database = Database::open(folder / "workspace.db", {Database::Access::ReadWrite, vfs});
    return database ? workload::complaint(*database, acknowledged, sequence) : database.error().sentence;
}

Tally cutPower(int cuts)
{
    RecordedDisk disk;
    const std::size_t start = record(disk);
    const auto isCheckpoint
        = [](const auto &event) { return event.kind == Kind::Sync && event.file == "workspace.db"; };
    EXPECT_GE(std::count_if(disk.events().begin() + static_cast<std::ptrdiff_t>(start), disk.events().end(),
                  isCheckpoint),
        5)
        << "too few checkpoints to be worth cutting into";
    test::DiskHooks untouched;
    const test::ShimVfs vfs("unsynced", untouched); // reading a cut image needs no real syncs
    const test::TemporaryFolder folder;
    std::mt19937 random(20240229);
    Tally tally;
    for (int i = 0; i < cuts; ++i) {
        const std::size_t cut = start + random() % (disk.events().size() - start + 1);
        const std::string complaint = complaintAfter(disk, cut, random, folder / "image", vfs.name());
        if (complaint.empty())
            ++tally.sound;
        else if (complaint.rfind("lost", 0) == 0)
            ++tally.lost;
        else
            ++tally.broken;
        if (!complaint.empty() && tally.firstComplaint.empty())
            tally.firstComplaint
                = "cut " + std::to_string(i) + " before event " + std::to_string(cut) + ": " + complaint;
    }
    return tally;
}

} // namespace

#ifdef ATELIER_MUTANT

TEST(PowerCut, ATELIER_MUTANT) // its name says the mistake
{
    const Tally tally = cutPower(200);
    EXPECT_GT(tally.lost, 20) << "the test is blind to this mistake";
}

#else

TEST(PowerCut, LosesNothingThatWasAcknowledged)
{
    const Tally tally = cutPower(2000);
    EXPECT_EQ(tally.lost, 0) << tally.firstComplaint;
    EXPECT_EQ(tally.broken, 0) << tally.firstComplaint;
    EXPECT_EQ(tally.sound, 2000);
}

#endif
