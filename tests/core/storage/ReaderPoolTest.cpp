#include "core/storage/ReaderPool.h"

#include "core/storage/SettingRepository.h"
#include "tests/core/storage/Workspace.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

using namespace atelier;

namespace {

Result<int> settings(Database &database)
{
    const auto count = database.value<int>("SELECT count(*) FROM setting");
    if (!count)
        return count.error();
    return **count;
}

} // namespace

TEST(ReaderPool, ReadsWhatWasCommitted)
{
    test::Workspace workspace;
    const auto pool = ReaderPool::open(workspace.file(), 2);
    ASSERT_TRUE(pool) << pool.error().sentence;
    ASSERT_TRUE(SettingRepository::set(workspace.database(), "a", "1"));
    const Result<int> count = (*pool)->read(settings);
    ASSERT_TRUE(count);
    EXPECT_EQ(*count, 1);
}

TEST(ReaderPool, OneReadSeesOneStateFromItsFirstQueryToItsLast)
{
    test::Workspace workspace;
    const auto pool = ReaderPool::open(workspace.file(), 1);
    ASSERT_TRUE(pool);
    const Result<int> grown = (*pool)->read([&](Database &database) -> Result<int> {
        const Result<int> before = settings(database);
        EXPECT_TRUE(SettingRepository::set(workspace.database(), "a", "1"));
        const Result<int> after = settings(database);
        return *after - *before;
    });
    ASSERT_TRUE(grown);
    EXPECT_EQ(*grown, 0);
    EXPECT_EQ(*(*pool)->read(settings), 1) << "and the next one sees what was written meanwhile";
}

TEST(ReaderPool, MoreThreadsThanConnectionsTakeTurns)
{
    test::Workspace workspace;
    const auto pool = ReaderPool::open(workspace.file(), 2);
    ASSERT_TRUE(pool);
    std::atomic<int> inside{0};
    std::atomic<int> most{0};
    std::atomic<int> failures{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 50; ++i) {
                    const Result<int> count = (*pool)->read([&](Database &database) {
                        const int now = ++inside;
                        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) { }
                        const Result<int> found = settings(database);
                        --inside;
                        return found;
                    });
                    failures += count ? 0 : 1;
                }
            });
    }
    EXPECT_EQ(failures, 0);
    EXPECT_LE(most, 2);
}

TEST(ReaderPool, AFileThatIsNotThereIsAnError)
{
    const test::TemporaryFolder folder;
    const auto pool = ReaderPool::open(folder / "none.db", 1);
    ASSERT_FALSE(pool);
    EXPECT_EQ(pool.error().kind, ErrorKind::Unavailable);
}
