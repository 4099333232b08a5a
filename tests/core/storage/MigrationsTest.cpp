#include "core/storage/Migrations.h"

#include "core/storage/Backup.h"
#include "core/storage/Database.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

using namespace atelier;
namespace fs = std::filesystem;

namespace {

constexpr std::array<Migration, 3> steps{{
    {1, "pets",
        "CREATE TABLE pet (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO pet (name) VALUES ('Rex');"},
    {2, "kinds", "ALTER TABLE pet ADD COLUMN kind TEXT NOT NULL DEFAULT 'dog';"},
    {3, "toys", "CREATE TABLE toy (pet_id INTEGER REFERENCES pet (id)); INSERT INTO toy VALUES (1);"},
}};

std::span<const Migration> first(std::size_t count)
{
    return std::span(steps).first(count);
}

std::vector<fs::path> filesIn(const fs::path &folder)
{
    std::vector<fs::path> files;
    if (fs::exists(folder))
        for (const auto &entry : fs::directory_iterator(folder))
            files.push_back(entry.path());
    return files;
}

} // namespace

class MigrationsTest : public testing::Test
{
protected:
    MigrationsTest()
        : m_opened(Database::open(m_folder / "w.db"))
    {
    }
    Database &db() { return *m_opened; }
    fs::path backups() { return m_folder / "backups"; }
    std::int64_t version() { return **db().value<std::int64_t>("PRAGMA user_version"); }

    test::TemporaryFolder m_folder;
    Result<Database> m_opened;
};

TEST_F(MigrationsTest, AreNumberedWithoutGaps)
{
    int expected = 1;
    for (const Migration &step : workspaceMigrations())
        EXPECT_EQ(step.version, expected++) << step.name;
    EXPECT_GT(expected, 1);
}

TEST_F(MigrationsTest, MakeAWorkspaceOfAnEmptyFile)
{
    ASSERT_TRUE(migrate(db(), backups()));
    EXPECT_EQ(version(), workspaceMigrations().back().version);
    EXPECT_EQ(**db().value<std::int64_t>("PRAGMA application_id"), workspaceApplicationId);
    EXPECT_EQ(**db().value<std::string>("PRAGMA integrity_check"), "ok");
    EXPECT_TRUE(db().value<int>("SELECT count(*) FROM job"));
    EXPECT_TRUE(filesIn(backups()).empty()) << "there was nothing to keep";
    ASSERT_TRUE(migrate(db(), backups())) << "a second time is nothing";
}

TEST_F(MigrationsTest, EveryStepLeadsToTheNewestSchema)
{
    for (std::size_t from = 1; from <= workspaceMigrations().size(); ++from) {
        Result<Database> old = Database::open(m_folder / ("v" + std::to_string(from) + ".db"));
        ASSERT_TRUE(migrate(*old, backups(), workspaceMigrations().first(from)));
        EXPECT_EQ(**old->value<std::size_t>("PRAGMA user_version"), from);
        ASSERT_TRUE(migrate(*old, backups()));
        ASSERT_TRUE(migrate(db(), backups()));
        const auto schema = [](Database &database) {
            return *database.query("SELECT sql FROM sqlite_schema ORDER BY sql",
                [](const Row &row) { return row.get<std::string>(0); });
        };
        EXPECT_EQ(schema(*old), schema(db())) << "from schema " << from;
    }
}

TEST_F(MigrationsTest, KeepsACopyOfWhatItIsAboutToChange)
{
    ASSERT_TRUE(migrate(db(), backups(), first(1)));
    ASSERT_TRUE(migrate(db(), backups(), first(3)));
    EXPECT_EQ(version(), 3);
    EXPECT_EQ(**db().value<std::string>("SELECT kind FROM pet"), "dog");
    const std::vector<fs::path> kept = filesIn(backups());
    ASSERT_EQ(kept.size(), 1U) << "one file, and no log beside it";
    EXPECT_THAT(
        kept[0].filename().string(), testing::MatchesRegex("pre-v3-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}\\.db"));
    Result<Database> copy = Database::open(kept[0]);
    ASSERT_TRUE(copy);
    EXPECT_EQ(**copy->value<int>("PRAGMA user_version"), 1);
    EXPECT_EQ(**copy->value<std::string>("SELECT name FROM pet"), "Rex");
}

TEST_F(MigrationsTest, KeepsTheNewestThreeCopiesAndNothingOfOthers)
{
    ASSERT_TRUE(migrate(db(), backups(), first(1)));
    const auto now = fs::file_time_type::clock::now();
    int age = 0;
    for (const char *name : {"pre-v2-b.db", "pre-v10-a.db", "pre-v9-c.db", "pre-v8-d.db", "pre-v2-e.db.part",
             "pre-v2-e.db.part-wal", "mine.db"}) {
        test::write(backups() / name, "x");
        fs::last_write_time(backups() / name, now - std::chrono::hours(++age));
    }
    fs::create_directory(backups() / "pre-v1-folder");
    ASSERT_TRUE(migrate(db(), backups(), first(2)));
    std::vector<std::string> names;
    for (const fs::path &file : filesIn(backups()))
        names.push_back(file.filename().string());
    EXPECT_THAT(names,
        testing::UnorderedElementsAre(testing::MatchesRegex("pre-v2-[0-9]{8}T.*\\.db"), "pre-v2-b.db",
            "pre-v10-a.db", "mine.db", "pre-v1-folder"));
}

TEST_F(MigrationsTest, RefusesANewerWorkspaceUnchanged)
{
    ASSERT_TRUE(migrate(db(), backups(), first(3)));
    const Result<void> refused = migrate(db(), backups(), first(2));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "storage.newer-schema");
    EXPECT_THAT(refused.error().sentence, testing::HasSubstr("schema 3"));
    EXPECT_EQ(version(), 3);
}

TEST_F(MigrationsTest, RefusesTheDatabaseOfAnotherProgram)
{
    ASSERT_TRUE(db().run("CREATE TABLE bookmarks (url)"));
    const Result<void> refused = migrate(db(), backups());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "storage.not-a-workspace");
    EXPECT_EQ(**db().value<int>("SELECT count(*) FROM sqlite_schema"), 1);
}

TEST_F(MigrationsTest, AFailedStepLeavesTheStepBefore)
{
    constexpr std::array<Migration, 2> broken{
        {steps[0], {2, "broken", "ALTER TABLE pet ADD COLUMN kind TEXT; INSERT INTO nowhere VALUES (1);"}}};
    const Result<void> failed = migrate(db(), backups(), broken);
    ASSERT_FALSE(failed);
    EXPECT_THAT(failed.error().sentence, testing::HasSubstr("schema 2"));
    EXPECT_EQ(version(), 1);
    EXPECT_FALSE(db().value<std::string>("SELECT kind FROM pet"));
}

TEST_F(MigrationsTest, AStepThatLeavesRowsPointingToNothingIsUndone)
{
    // Foreign keys that are declared before their target has rows are only checked by a step's end.
    constexpr std::array<Migration, 2> broken{{steps[0],
        {2, "orphans",
            "CREATE TABLE toy (pet_id INTEGER REFERENCES pet (id) DEFERRABLE INITIALLY DEFERRED);"
            "INSERT INTO toy VALUES (99);"}}};
    const Result<void> failed = migrate(db(), backups(), broken);
    ASSERT_FALSE(failed);
    EXPECT_THAT(failed.error().sentence, testing::HasSubstr("toy"));
    EXPECT_EQ(version(), 1);
}

TEST_F(MigrationsTest, ABackupThatCannotBeMadeStopsTheMigration)
{
    ASSERT_TRUE(migrate(db(), backups(), first(1)));
    test::write(backups(), "a file where the folder should be");
    const Result<void> refused = migrate(db(), backups(), first(2));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "storage.backup");
    EXPECT_EQ(version(), 1);
}

TEST_F(MigrationsTest, ABackupOfABusyDatabaseIsWhole)
{
    ASSERT_TRUE(migrate(db(), backups(), first(3)));
    Result<Database> reader = Database::openReadOnly(m_folder / "w.db");
    ASSERT_TRUE(reader);
    ASSERT_TRUE(db().run("BEGIN IMMEDIATE"));
    ASSERT_TRUE(db().run("INSERT INTO pet (name) VALUES ('half')"));
    ASSERT_TRUE(backUpDurably(*reader, backups() / "copy.db"));
    ASSERT_TRUE(db().run("COMMIT"));
    Result<Database> copy = Database::open(backups() / "copy.db");
    EXPECT_EQ(**copy->value<int>("SELECT count(*) FROM pet"), 1);
    EXPECT_EQ(**copy->value<std::string>("PRAGMA integrity_check"), "ok");
}
