// Kills a process at every single storage call of a migration.
#include "core/storage/Backup.h"
#include "core/storage/Database.h"
#include "core/storage/Migrations.h"
#include "tests/core/storage/ShimVfs.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace atelier;
namespace fs = std::filesystem;

namespace {

constexpr std::array<Migration, 3> steps{{
    {1, "pets",
        "CREATE TABLE pet (id INTEGER PRIMARY KEY, name TEXT);"
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
        " INSERT INTO pet (name) SELECT 'pet ' || i FROM n;"},
    {2, "kinds", "ALTER TABLE pet ADD COLUMN kind TEXT; UPDATE pet SET kind = 'dog of ' || name;"},
    {3, "toys", "CREATE TABLE toy (pet_id INTEGER); INSERT INTO toy SELECT id FROM pet;"},
}};

/// Ends its process, as a power cut would, at one call.
class KillingDisk final : public test::DiskHooks
{
public:
    explicit KillingDisk(int deadlyCall)
        : m_deadlyCall(deadlyCall)
    {
    }
    int beforeOpen(const std::string &) override { return call(); }
    int beforeRead(const std::string &) override { return call(); }
    int beforeWrite(const std::string &, std::string_view, std::int64_t) override { return call(); }
    int beforeTruncate(const std::string &, std::int64_t) override { return call(); }
    int beforeSync(const std::string &) override { return call(); }
    int beforeDelete(const std::string &) override { return call(); }

private:
    int call()
    {
        if (++m_calls == m_deadlyCall)
            raise(SIGKILL);
        return SQLITE_OK;
    }

    const int m_deadlyCall;
    int m_calls = 0;
};

enum class End { Killed, Migrated, Failed };

/// Migrates in a process of its own that is killed at that call, if it comes so far.
End migrateUntil(int deadlyCall, const fs::path &folder)
{
    const pid_t child = fork();
    if (child == 0) {
        KillingDisk disk(deadlyCall);
        const test::ShimVfs vfs("deadly", disk);
        Result<Database> database
            = Database::open(folder / "w.db", {Database::Access::ReadWrite, vfs.name()});
        _exit(database && migrate(*database, folder / "backups", steps) ? 0 : 1);
    }
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    if (WIFSIGNALED(status))
        return End::Killed;
    return WEXITSTATUS(status) == 0 ? End::Migrated : End::Failed;
}

/// What is wrong with a database that must be whole at one of the versions; "" for nothing.
std::string complaint(Database &database, std::int64_t version)
{
    const auto count = [&](const char *sql) { return (*database.value<int>(sql)).value_or(-1); };
    if (**database.value<std::string>("PRAGMA integrity_check") != "ok")
        return "damaged";
    if (count("SELECT count(*) FROM pet") != 2000)
        return "pets are missing";
    const bool hasKinds = database.value<int>("SELECT count(kind) FROM pet").has_value();
    const bool hasToys = database.value<int>("SELECT count(*) FROM toy").has_value();
    if (hasKinds != (version >= 2) || hasToys != (version >= 3))
        return "tables of another version";
    if (hasKinds && count("SELECT count(*) FROM pet WHERE kind = 'dog of ' || name") != 2000)
        return "kinds are missing";
    return hasToys && count("SELECT count(*) FROM toy") != 2000 ? "toys are missing" : "";
}

std::int64_t versionOf(Database &database)
{
    return **database.value<std::int64_t>("PRAGMA user_version");
}

int backupsAt1(const fs::path &folder)
{
    int found = 0;
    for (const auto &entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".db")
            continue;
        Result<Database> copy = Database::open(entry.path());
        EXPECT_TRUE(copy) << entry.path();
        EXPECT_EQ(versionOf(*copy), 1) << entry.path();
        EXPECT_EQ(complaint(*copy, 1), "") << entry.path();
        ++found;
    }
    return found;
}

} // namespace

TEST(MigrationKill, LeavesAWholeVersionAndABackupWhereverItStrikes)
{
    const test::TemporaryFolder folder;
    {
        Result<Database> database = Database::open(folder / "original.db");
        ASSERT_TRUE(migrate(*database, folder / "none", std::span(steps).first(1)));
        ASSERT_TRUE(backUpDurably(*database, folder / "at1.db"));
    }
    std::array<int, 4> endedAt{};
    End end = End::Killed;
    for (int call = 1; end == End::Killed; ++call) {
        const fs::path place = folder / std::to_string(call);
        fs::create_directories(place / "backups");
        fs::copy_file(folder / "at1.db", place / "w.db");
        end = migrateUntil(call, place);
        ASSERT_NE(end, End::Failed) << "call " << call;
        Result<Database> database = Database::open(place / "w.db");
        ASSERT_TRUE(database) << "call " << call;
        const std::int64_t version = versionOf(*database);
        ASSERT_EQ(complaint(*database, version), "") << "call " << call;
        const int backups = backupsAt1(place / "backups");
        EXPECT_TRUE(version == 1 || backups == 1) << "call " << call;
        ++endedAt[static_cast<std::size_t>(version)];
        const Result<void> goneOn = migrate(*database, place / "backups", steps);
        ASSERT_TRUE(goneOn) << goneOn.error().sentence;
        ASSERT_EQ(complaint(*database, 3), "") << "call " << call;
        fs::remove_all(place);
    }
    EXPECT_GT(endedAt[1], 10);
    EXPECT_GT(endedAt[2], 10);
    EXPECT_GT(endedAt[3], 0);
}
