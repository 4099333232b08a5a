#include "core/storage/Database.h"

#include "core/storage/Transaction.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <sys/stat.h>

using namespace atelier;
using testing::ElementsAre;

class DatabaseTest : public testing::Test
{
protected:
    DatabaseTest()
        : m_opened(Database::open(m_folder / "w.db"))
    {
    }
    void SetUp() override
    {
        ASSERT_TRUE(m_opened) << m_opened.error().sentence;
        ASSERT_TRUE(db().run("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)"));
    }
    Database &db() { return *m_opened; }
    std::vector<int> ids()
    {
        const auto found
            = db().query("SELECT id FROM t ORDER BY id", [](const Row &row) { return row.get<int>(0); });
        return found ? *found : std::vector<int>{-1};
    }

    test::TemporaryFolder m_folder;
    Result<Database> m_opened;
};

TEST_F(DatabaseTest, IsSetUpToKeepWhatItAcknowledged)
{
    EXPECT_EQ(**db().value<std::string>("PRAGMA journal_mode"), "wal");
    EXPECT_EQ(**db().value<int>("PRAGMA synchronous"), 2);
    EXPECT_EQ(**db().value<int>("PRAGMA wal_autocheckpoint"), 0);
    EXPECT_EQ(**db().value<int>("PRAGMA foreign_keys"), 1);
    EXPECT_EQ(**db().value<int>("PRAGMA trusted_schema"), 0);
    EXPECT_EQ(**db().value<int>("PRAGMA cell_size_check"), 1);
}

TEST_F(DatabaseTest, CannotBeReadByOtherUsers)
{
    for (const char *name : {"w.db", "w.db-wal", "w.db-shm"}) {
        struct stat status
        {
        };
        ASSERT_EQ(stat((m_folder / name).c_str(), &status), 0) << name;
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << name;
    }
}

TEST_F(DatabaseTest, DoesNotLetSqlDamageItsSchema)
{
    EXPECT_TRUE(db().run("PRAGMA writable_schema=ON"));
    EXPECT_FALSE(db().run("UPDATE sqlite_schema SET sql = 'x'"));
    EXPECT_FALSE(db().run("SELECT \"not a column\" FROM t")) << "a misspelt column must not become a text";
}

TEST_F(DatabaseTest, GivesBackEveryTypeThatItTakes)
{
    const std::string text("a\0b", 3);
    const std::vector<Value> values{nullptr, std::int64_t{-7}, 0.5, std::string("x"), Blob{"\xff"}};
    ASSERT_TRUE(db().run("CREATE TABLE v (a, b, c, d, e, f, g, h)"));
    ASSERT_TRUE(db().run("INSERT INTO v VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        std::numeric_limits<std::int64_t>::min(), true, -std::numeric_limits<double>::infinity(), text,
        Blob{text}, std::optional<int>(), std::optional<int>(5), ""));
    const auto read = [&](const Row &row) {
        EXPECT_EQ(row.get<std::int64_t>(0), std::numeric_limits<std::int64_t>::min());
        EXPECT_TRUE(row.get<bool>(1));
        EXPECT_EQ(row.get<double>(2), -std::numeric_limits<double>::infinity());
        EXPECT_EQ(row.get<std::string>(3), text);
        EXPECT_EQ(row.get<Blob>(4).bytes, text);
        EXPECT_EQ(row.get<std::optional<int>>(5), std::nullopt);
        EXPECT_EQ(row.get<std::optional<int>>(6), 5);
        EXPECT_FALSE(row.isNull(7));
        return 0;
    };
    EXPECT_TRUE(**db().first("SELECT * FROM v", read) == 0);
    const auto types = db().first(
        "SELECT typeof(?1) || typeof(?2) || typeof(?3) || typeof(?4) || typeof(?5)",
        [](const Row &row) { return row.get<std::string>(0); }, values);
    EXPECT_EQ(**types, "nullintegerrealtextblob");
}

TEST_F(DatabaseTest, BindsByName)
{
    Result<Statement> statement = db().prepare("INSERT INTO t (a, b) VALUES (:a, :b)");
    ASSERT_TRUE(statement);
    statement->bind(":b", "two");
    statement->bind(":a", 1);
    ASSERT_TRUE(statement->finish());
    EXPECT_EQ(**db().value<std::string>("SELECT a || b FROM t"), "1two");
}

TEST_F(DatabaseTest, AMissingParameterNameIsAnErrorAndNotANull)
{
    Result<Statement> statement = db().prepare("INSERT INTO t (a) VALUES (:a)");
    ASSERT_TRUE(statement);
    statement->bind(":wrong", 1);
    EXPECT_FALSE(statement->finish());
    EXPECT_TRUE(ids().empty());
}

TEST_F(DatabaseTest, RunsAStatementAgainWhileItsRowsAreBeingRead)
{
    ASSERT_TRUE(db().run("INSERT INTO t (id) VALUES (1), (2)"));
    std::vector<int> seen;
    const std::string sql = "SELECT id FROM t ORDER BY id";
    const Result<void> done = db().forEach(sql, [&](const Row &outer) {
        static_cast<void>(db().forEach(
            sql, [&](const Row &inner) { seen.push_back(outer.get<int>(0) * 10 + inner.get<int>(0)); }));
    });
    ASSERT_TRUE(done);
    EXPECT_THAT(seen, ElementsAre(11, 12, 21, 22));
}

TEST_F(DatabaseTest, ForgetsOldStatementsRatherThanKeepingAllOfThem)
{
    ASSERT_TRUE(db().run("BEGIN"));
    for (int i = 0; i < 1000; ++i)
        ASSERT_TRUE(db().run("INSERT INTO t (a) VALUES (" + std::to_string(i) + ")"));
    EXPECT_EQ(ids().size(), 1000U);
}

TEST_F(DatabaseTest, ForgettingSparesTheStatementInUse)
{
    ASSERT_TRUE(db().run("INSERT INTO t (id) VALUES (1), (2), (3)"));
    int rows = 0;
    ASSERT_TRUE(db().forEach("SELECT id FROM t", [&](const Row &row) {
        ++rows;
        for (int i = 0; i < 400; ++i)
            EXPECT_TRUE(db().value<int>("SELECT " + std::to_string(i + 1000 * row.get<int>(0))));
    }));
    EXPECT_EQ(rows, 3);
}

TEST_F(DatabaseTest, RollsBackUnlessCommitted)
{
    {
        Result<Transaction> transaction = Transaction::begin(db());
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(db().run("INSERT INTO t (id) VALUES (1)"));
    }
    EXPECT_TRUE(ids().empty());
    {
        Result<Transaction> transaction = Transaction::begin(db());
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(db().run("INSERT INTO t (id) VALUES (2)"));
        ASSERT_TRUE(transaction->commit());
    }
    EXPECT_THAT(ids(), ElementsAre(2));
    EXPECT_FALSE(db().isInTransaction());
}

TEST_F(DatabaseTest, SaysWhatFailed)
{
    ASSERT_TRUE(db().run("CREATE TABLE u (x UNIQUE)"));
    ASSERT_TRUE(db().run("INSERT INTO u VALUES (1)"));
    const Result<void> twice = db().run("INSERT INTO u VALUES (1)");
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(twice.error().code, "storage.constraint");
    EXPECT_THAT(twice.error().sentence, testing::HasSubstr("UNIQUE constraint failed: u.x"));
    const Result<void> nonsense = db().run("SELEKT 1");
    ASSERT_FALSE(nonsense);
    EXPECT_EQ(nonsense.error().code, "storage.sql");
}

TEST_F(DatabaseTest, AFileThatIsNoDatabaseIsCalledDamaged)
{
    test::write(m_folder / "text.db", std::string(4096, 'x'));
    const Result<Database> opened = Database::open(m_folder / "text.db");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, "storage.corrupt");
    EXPECT_EQ(test::read(m_folder / "text.db"), std::string(4096, 'x'));
}

TEST_F(DatabaseTest, AMissingFolderIsUnavailable)
{
    const Result<Database> opened = Database::open(m_folder / "none/w.db");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Unavailable);
}

TEST_F(DatabaseTest, AReaderSeesButCannotWrite)
{
    ASSERT_TRUE(db().run("INSERT INTO t (id) VALUES (1)"));
    Result<Database> reader = Database::openReadOnly(m_folder / "w.db");
    ASSERT_TRUE(reader);
    EXPECT_EQ(**reader->value<int>("SELECT id FROM t"), 1);
    const Result<void> refused = reader->run("INSERT INTO t (id) VALUES (2)");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Forbidden);
}

TEST_F(DatabaseTest, OnlyCheckpointsWhenItIsTold)
{
    for (int i = 0; i < 50; ++i)
        ASSERT_TRUE(db().run("INSERT INTO t (a) VALUES (zeroblob(200000))"));
    EXPECT_GT(db().logPages(), 2000);
    const auto small = std::filesystem::file_size(m_folder / "w.db");
    ASSERT_TRUE(db().checkpoint());
    EXPECT_EQ(db().logPages(), 0);
    EXPECT_GT(std::filesystem::file_size(m_folder / "w.db"), small + 5'000'000);
}

TEST_F(DatabaseTest, MovesWithItsStatements)
{
    ASSERT_TRUE(db().run("INSERT INTO t (id) VALUES (1)"));
    Database moved = std::move(db());
    EXPECT_EQ(**moved.value<int>("SELECT id FROM t"), 1);
    Result<Database> other = Database::open(m_folder / "other.db");
    ASSERT_TRUE(other);
    moved = std::move(*other);
    EXPECT_FALSE(moved.value<int>("SELECT id FROM t"));
}
