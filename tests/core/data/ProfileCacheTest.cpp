#include "core/data/ProfileCache.h"

#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>

using namespace atelier;
using namespace std::chrono_literals;

namespace {

class ProfileCacheTest : public testing::Test
{
protected:
    std::optional<std::string> key(const TablePart &part = {}, const std::string &name = "t.csv")
    {
        return ProfileCache::keyOf(Descriptor(open((m_folder / "t.csv").c_str(), O_RDONLY)), name, part);
    }
    std::size_t entries()
    {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(m_folder / "cache"), {}));
    }

    test::TemporaryFolder m_folder;
    ProfileCache m_cache{m_folder / "cache", {1000}};
};

} // namespace

TEST_F(ProfileCacheTest, KnowsAFileByWhatItIsAndNotJustAfterItWasWritten)
{
    test::write(m_folder / "t.csv", "a\n1\n");
    EXPECT_FALSE(key()) << "it was written just now";
    std::this_thread::sleep_for(2100ms);
    const auto first = key();
    ASSERT_TRUE(first);
    EXPECT_EQ(key(), first);
    TablePart other;
    other.firstColumn = 40;
    EXPECT_NE(key(other), first);
    EXPECT_NE(key({}, "t.tsv"), first);
    chmod((m_folder / "t.csv").c_str(), 0600);
    std::this_thread::sleep_for(2100ms);
    EXPECT_NE(key(), first) << "the kernel's own time of change cannot be set back";
}

TEST_F(ProfileCacheTest, GivesWhatWasKeptAndNothingThatIsDamaged)
{
    EXPECT_FALSE(m_cache.find("k"));
    m_cache.keep("k", "{\"a\":1}");
    EXPECT_EQ(m_cache.find("k"), "{\"a\":1}");
    const std::string whole = test::read(m_folder / "cache" / "k");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        test::write(m_folder / "cache" / "k", whole.substr(0, length));
        EXPECT_FALSE(m_cache.find("k")) << length;
    }
    m_cache.keep("k", "{}");
    EXPECT_EQ(m_cache.find("k"), "{}");
}

TEST_F(ProfileCacheTest, StaysWithinItsBoundAndForgetsWhatWasUsedLongestAgo)
{
    for (const char *name : {"a", "b", "c", "d", "e"}) {
        m_cache.keep(name, std::string(150, 'x'));
        std::this_thread::sleep_for(10ms);
        static_cast<void>(m_cache.find("a"));
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_EQ(entries(), 4U) << "of 214 bytes each";
    EXPECT_TRUE(m_cache.find("a"));
    EXPECT_FALSE(m_cache.find("b"));
    m_cache.keep("huge", std::string(500, 'x'));
    EXPECT_FALSE(m_cache.find("huge"));
}
