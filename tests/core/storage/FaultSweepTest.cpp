// Every storage call of a sample workload fails once: nothing may be left by half, nothing acknowledged may
// be lost, and what comes after must succeed without a restart.
#include "core/storage/Migrations.h"
#include "core/storage/Transaction.h"
#include "tests/core/storage/ShimVfs.h"
#include "tests/core/storage/Workload.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <atomic>

using namespace atelier;
namespace workload = test::workload;

namespace {

/// Fails the n-th call once, and all before and after it succeed.
class FaultyDisk : public test::DiskHooks
{
public:
    enum class Fault { Error, Full };

    FaultyDisk(Fault fault, int failing)
        : m_fault(fault)
        , m_failing(failing)
    {
    }
    int beforeOpen(const std::string &) override { return fails() ? SQLITE_CANTOPEN : SQLITE_OK; }
    int beforeRead(const std::string &) override { return fails() ? SQLITE_IOERR_READ : SQLITE_OK; }
    int beforeTruncate(const std::string &, std::int64_t) override
    {
        return fails() ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
    }
    int beforeSync(const std::string &) override { return fails() ? SQLITE_IOERR_FSYNC : SQLITE_OK; }
    int beforeDelete(const std::string &) override { return fails() ? SQLITE_IOERR_DELETE : SQLITE_OK; }
    int beforeMapping(const std::string &) override { return fails() ? SQLITE_IOERR_SHMSIZE : SQLITE_OK; }
    int beforeWrite(const std::string &, std::string_view, std::int64_t) override
    {
        const bool counts = m_fault == Fault::Full;
        if (counts ? failsNow() : fails())
            return counts ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        return SQLITE_OK;
    }
    std::size_t bytesBeforeFailing(std::size_t size) override { return size / 2; }
    [[nodiscard]] int calls() const { return m_calls; }

private:
    /// Only writes can meet a full disk.
    bool fails() { return m_fault == Fault::Error && failsNow(); }
    bool failsNow() { return ++m_calls == m_failing; }

    Fault m_fault;
    int m_failing;
    int m_calls = 0;
};

constexpr int works = 16;

/// What the program was told: by the answers of its works, and by the feed.
struct Told
{
    std::set<std::int64_t> acknowledged;
    std::int64_t sequence = 0;
    std::string complaint; ///< of the run itself
};

/// Does `attempt` again once, as one fault may stop it once.
template<typename F>
auto twice(F attempt)
{
    auto answer = attempt();
    return answer ? std::move(answer) : attempt();
}

Result<void> makeWorkspace(const std::filesystem::path &folder, const std::string &vfs)
{
    Result<Database> database = Database::open(folder / "workspace.db", {Database::Access::ReadWrite, vfs});
    if (!database)
        return database.error();
    if (Result<void> done = migrate(*database, folder / "backups"); !done)
        return done;
    Result<Transaction> transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    if (Result<void> done = workload::prepare(*database); !done)
        return done;
    return transaction->commit();
}

Told runWorks(Writer &writer, std::int64_t &sequence)
{
    Told told;
    int failures = 0;
    for (int number = 1; number <= works; ++number) {
        const Result<void> done = writer.run(workload::work(number));
        if (done)
            told.acknowledged.insert(number);
        else if (done.error().code != "test.refused" && ++failures > 1)
            told.complaint = "a second work failed, though the disk was well again: " + done.error().sentence;
    }
    told.sequence = sequence;
    return told;
}

Told runOn(FaultyDisk &disk, const std::filesystem::path &folder)
{
    const test::ShimVfs vfs("faulty", disk);
    if (const Result<void> made = twice([&] { return makeWorkspace(folder, vfs.name()); }); !made)
        return {{}, 0, "the workspace could not be made: " + made.error().sentence};
    std::int64_t sequence = 0;
    auto writer = twice([&] {
        return Writer::open(folder / "workspace.db",
            [&](const std::vector<Change> &changes) { sequence = changes.back().sequence; },
            {.checkpointPages = 40, .vfs = vfs.name()});
    });
    if (!writer)
        return {{}, 0, "the writer could not be opened: " + writer.error().sentence};
    return runWorks(**writer, sequence);
}

std::string complaintAbout(FaultyDisk &disk)
{
    const test::TemporaryFolder folder;
    Told told = runOn(disk, folder.path());
    if (!told.complaint.empty())
        return told.complaint;
    test::DiskHooks healthy;
    const test::ShimVfs vfs("healthy", healthy);
    Result<Database> database
        = Database::open(folder / "workspace.db", {Database::Access::ReadWrite, vfs.name()});
    return database ? workload::complaint(*database, told.acknowledged, told.sequence)
                    : database.error().sentence;
}

void sweep(FaultyDisk::Fault fault, int atLeast)
{
    FaultyDisk counting(fault, 0);
    ASSERT_EQ(complaintAbout(counting), "");
    EXPECT_GE(counting.calls(), atLeast);
    int complaints = 0;
    for (int failing = 1; failing <= counting.calls() && complaints < 5; ++failing) {
        FaultyDisk disk(fault, failing);
        const std::string complaint = complaintAbout(disk);
        EXPECT_EQ(complaint, "") << "when call " << failing << " fails";
        complaints += complaint.empty() ? 0 : 1;
    }
}

} // namespace

TEST(FaultSweep, EveryCallMayFailOnce)
{
    sweep(FaultyDisk::Fault::Error, 250);
}

TEST(FaultSweep, TheDiskMayBeFullAtEveryWrite)
{
    sweep(FaultyDisk::Fault::Full, 150);
}

TEST(FaultSweep, AFailedSyncIsCalledUnknownAndTheFileIsOpenedAnew)
{
    /// Fails one sync of the log when told, and counts how often the database is opened.
    class UnsyncableDisk : public test::DiskHooks
    {
    public:
        int beforeOpen(const std::string &file) override
        {
            opened += file == "workspace.db" ? 1 : 0;
            return SQLITE_OK;
        }
        int beforeSync(const std::string &file) override
        {
            return file == "workspace.db-wal" && failsNext.exchange(false) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
        }
        std::atomic<bool> failsNext{false};
        std::atomic<int> opened{0};
    };
    UnsyncableDisk disk;
    const test::ShimVfs vfs("unsyncable", disk);
    const test::TemporaryFolder folder;
    ASSERT_TRUE(makeWorkspace(folder.path(), vfs.name()));
    const auto writer = Writer::open(folder / "workspace.db", {}, {.vfs = vfs.name()});
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->run(workload::work(1)));
    const int openedBefore = disk.opened;
    disk.failsNext = true;
    const Result<void> failed = (*writer)->run(workload::work(2));
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, "storage.io");
    EXPECT_NE(failed.error().sentence.find("unknown whether"), std::string::npos);
    EXPECT_TRUE((*writer)->run(workload::work(4)));
    EXPECT_EQ(disk.opened, openedBefore + 1);
}
