#include "core/system/SyncTree.h"

#include "core/system/FileTree.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

using namespace atelier;

TEST(SyncTree, TakesFoldersWithinFoldersAndAnEmptyOne)
{
    const test::TemporaryFolder folder;
    test::write(folder / "a/b/c.txt", "text");
    test::write(folder / "d.txt", "");
    std::filesystem::create_directory(folder / "empty");
    EXPECT_TRUE(syncTree(folder.path()));
}

TEST(SyncTree, TakesFoldersDeeperThanAnyPathReaches)
{
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "top");
    test::writeDeep(folder / "top", 300, "a folder of twenty ch"); // a path ends at 4096 bytes
    const auto synced = syncTree(folder / "top");
    EXPECT_TRUE(synced) << synced.error().sentence;
    EXPECT_TRUE(removeTree(folder / "top"));
}

TEST(SyncTree, OfAFolderThatIsNotThereIsNoFailure)
{
    const test::TemporaryFolder folder;
    EXPECT_TRUE(syncTree(folder / "absent"));
}

TEST(SyncTree, NeitherFollowsLinksNorWaitsForPipes)
{
    const test::TemporaryFolder folder;
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    ASSERT_EQ(symlink("/proc/self/mem", (folder / "link").c_str()), 0);
    ASSERT_EQ(symlink(folder.path().c_str(), (folder / "itself").c_str()), 0);
    EXPECT_TRUE(syncTree(folder.path()));
}

TEST(SyncTree, SaysWhatItCouldNotRead)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may read everything";
    const test::TemporaryFolder folder;
    test::write(folder / "secret", "text");
    ASSERT_EQ(chmod((folder / "secret").c_str(), 0), 0);
    const auto synced = syncTree(folder.path());
    ASSERT_FALSE(synced);
    EXPECT_NE(synced.error().sentence.find("secret"), std::string::npos);
}
