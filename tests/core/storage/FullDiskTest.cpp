// A disk that fills up while the service runs: a sentence, nothing lost or by half, and recovery without a
// restart.
#include "core/storage/Migrations.h"
#include "core/storage/Transaction.h"
#include "tests/core/storage/ShimVfs.h"
#include "tests/core/storage/Workload.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <sched.h>
#include <sys/mount.h>

using namespace atelier;
namespace workload = test::workload;
namespace fs = std::filesystem;

namespace {

/// Has room for so many bytes in all its files together; a write that does not fit is kept in part, as real
/// disks do.
class SmallDisk : public test::DiskHooks
{
public:
    explicit SmallDisk(std::int64_t room)
        : m_room(room)
    {
    }
    void setRoom(std::int64_t room) { m_room = room; }
    int beforeWrite(const std::string &file, std::string_view bytes, std::int64_t offset) override
    {
        std::int64_t &size = m_sizes[file];
        const std::int64_t grown = std::max(size, offset + static_cast<std::int64_t>(bytes.size())) - size;
        if (m_used + grown > m_room)
            return SQLITE_FULL;
        m_used += grown;
        size += grown;
        return SQLITE_OK;
    }
    int beforeTruncate(const std::string &file, std::int64_t size) override
    {
        m_used -= m_sizes[file] - size;
        m_sizes[file] = size;
        return SQLITE_OK;
    }
    int beforeDelete(const std::string &file) override { return beforeTruncate(file, 0); }

private:
    std::atomic<std::int64_t> m_room;
    std::int64_t m_used = 0;
    std::map<std::string, std::int64_t> m_sizes;
};

Result<void> makeWorkspace(const fs::path &folder, const std::string &vfs)
{
    Result<Database> database = Database::open(folder / "workspace.db", {Database::Access::ReadWrite, vfs});
    if (!database)
        return database.error();
    if (Result<void> done = migrate(*database, folder / "backups"); !done)
        return done;
    return workload::prepare(*database);
}

/// Works one after the other, and what was said about them.
class Load
{
public:
    Load(const fs::path &folder, const std::string &vfs)
        : m_file(folder / "workspace.db")
        , m_vfs(vfs)
    {
        auto writer = Writer::open(m_file,
            [this](const std::vector<Change> &changes) { m_sequence = changes.back().sequence; },
            {.checkpointPages = 200, .vfs = vfs});
        EXPECT_TRUE(writer);
        m_writer = std::move(*writer);
    }

    /// The first error that is not a refusal, or nothing after `count` works.
    std::optional<Error> work(int count)
    {
        for (int i = 0; i < count; ++i) {
            const std::int64_t number = ++m_number;
            const Result<void> done = m_writer->run(workload::work(number));
            if (done)
                m_acknowledged.insert(number);
            else if (done.error().code != "test.refused")
                return done.error();
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string complaint()
    {
        Result<Database> database = Database::open(m_file, {Database::Access::ReadOnly, m_vfs});
        return database ? workload::complaint(*database, m_acknowledged, m_sequence)
                        : database.error().sentence;
    }

private:
    fs::path m_file;
    std::string m_vfs;
    std::set<std::int64_t> m_acknowledged;
    std::int64_t m_sequence = 0;
    std::int64_t m_number = 0;
    std::unique_ptr<Writer> m_writer;
};

void expectsFull(const std::optional<Error> &error)
{
    ASSERT_TRUE(error) << "the disk never filled up";
    EXPECT_EQ(error->kind, ErrorKind::StorageFull) << error->sentence;
    EXPECT_THAT(error->sentence, testing::HasSubstr("disk of the workspace is full"));
}

/// Mounts a small disk that only this process sees; why it cannot, or "".
std::string mountSmallDisk(const fs::path &folder)
{
    fs::create_directories(folder);
    if (unshare(CLONE_NEWNS) != 0)
        return std::string("no mount namespace: ") + std::strerror(errno);
    if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return std::string("mounts cannot be made private: ") + std::strerror(errno);
    if (mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=8m") != 0)
        return std::string("no tmpfs: ") + std::strerror(errno);
    return "";
}

void fill(const fs::path &file)
{
    std::ofstream stream(file, std::ios::binary);
    const std::string block(4096, 'x');
    while (stream.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) { }
}

} // namespace

TEST(FullDisk, IsSaidInASentenceAndOvercomeWithoutARestart)
{
    SmallDisk disk(1'500'000);
    const test::ShimVfs vfs("small", disk);
    const test::TemporaryFolder folder;
    ASSERT_TRUE(makeWorkspace(folder.path(), vfs.name()));
    Load load(folder.path(), vfs.name());
    expectsFull(load.work(5000));
    EXPECT_EQ(load.complaint(), "");
    for (int i = 0; i < 3; ++i)
        expectsFull(load.work(50)); // works that need no more room than is left may succeed in between
    EXPECT_EQ(load.complaint(), "");
    disk.setRoom(100'000'000);
    EXPECT_EQ(load.work(100), std::nullopt);
    EXPECT_EQ(load.complaint(), "");
}

TEST(FullDisk, ARealOneIsOvercomeToo)
{
    const test::TemporaryFolder folder;
    const fs::path disk = folder / "disk";
    if (const std::string reason = mountSmallDisk(disk); !reason.empty())
        GTEST_SKIP() << reason;
    {
        ASSERT_TRUE(makeWorkspace(disk, ""));
        Load load(disk, "");
        EXPECT_EQ(load.work(50), std::nullopt);
        fill(disk / "stranger");
        expectsFull(load.work(5000));
        EXPECT_EQ(load.complaint(), "");
        fs::remove(disk / "stranger");
        EXPECT_EQ(load.work(500), std::nullopt);
        EXPECT_EQ(load.complaint(), "");
    }
    EXPECT_EQ(umount(disk.c_str()), 0);
}

TEST(FullDisk, ABackupThatDoesNotFitLeavesNothingBehind)
{
    const test::TemporaryFolder folder;
    const fs::path disk = folder / "disk";
    if (const std::string reason = mountSmallDisk(disk); !reason.empty())
        GTEST_SKIP() << reason;
    {
        Result<Database> database = Database::open(disk / "workspace.db");
        ASSERT_TRUE(database);
        ASSERT_TRUE(migrate(*database, disk / "backups"));
        fill(disk / "stranger");
        const Migration next{workspaceMigrations().back().version + 1, "next", "CREATE TABLE extra (x)"};
        std::vector<Migration> steps(workspaceMigrations().begin(), workspaceMigrations().end());
        steps.push_back(next);
        const Result<void> refused = migrate(*database, disk / "backups", steps);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, ErrorKind::StorageFull) << refused.error().sentence;
        EXPECT_TRUE(!fs::exists(disk / "backups") || fs::is_empty(disk / "backups"));
        fs::remove(disk / "stranger");
        EXPECT_TRUE(migrate(*database, disk / "backups", steps));
    }
    EXPECT_EQ(umount(disk.c_str()), 0);
}
