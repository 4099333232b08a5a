#include "core/system/FileTree.h"

#include "tests/core/system/SmallDisk.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace atelier;
using atelier::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

mode_t modeOf(const fs::path &path)
{
    struct stat status
    {
    };
    EXPECT_EQ(lstat(path.c_str(), &status), 0) << path;
    return status.st_mode & 07777U;
}

/// Lets this process open few files more while it lives.
class FewDescriptors
{
public:
    FewDescriptors()
    {
        EXPECT_EQ(getrlimit(RLIMIT_NOFILE, &m_before), 0);
        const rlimit few{64, m_before.rlim_max};
        EXPECT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
    }
    ~FewDescriptors() { setrlimit(RLIMIT_NOFILE, &m_before); }
    FewDescriptors(const FewDescriptors &) = delete;
    FewDescriptors &operator=(const FewDescriptors &) = delete;

private:
    rlimit m_before{};
};

} // namespace

TEST(FileTree, RemovesATreeButNotWhatItsLinksPointTo)
{
    const TemporaryFolder folder;
    test::write(folder / "kept" / "file", "kept");
    test::write(folder / "tree" / "a" / "b" / "file", "x");
    test::write(folder / "tree" / ".hidden", "x");
    fs::create_directory_symlink(folder / "kept", folder / "tree" / "a" / "link");
    ASSERT_TRUE(removeTree(folder / "tree"));
    EXPECT_FALSE(fs::exists(folder / "tree"));
    EXPECT_EQ(test::read(folder / "kept" / "file"), "kept");
}

TEST(FileTree, RemovesALinkItselfAndTakesAMissingPathForRemoved)
{
    const TemporaryFolder folder;
    test::write(folder / "kept" / "file", "kept");
    fs::create_directory_symlink(folder / "kept", folder / "link");
    ASSERT_TRUE(removeTree(folder / "link"));
    EXPECT_FALSE(fs::is_symlink(folder / "link"));
    EXPECT_TRUE(fs::exists(folder / "kept" / "file"));
    EXPECT_TRUE(removeTree(folder / "link"));
}

TEST(FileTree, RemovesATree2000FoldersDeepButNotWhatALinkInItPointsTo)
{
    const TemporaryFolder folder;
    test::write(folder / "kept" / "file", "kept");
    fs::create_directories(folder / "tree" / "d");
    fs::create_directory_symlink(folder / "kept", folder / "tree" / "link");
    test::writeDeep(folder / "tree" / "d", 2000);
    const Result<void> removed = [&] {
        const FewDescriptors few;
        return removeTree(folder / "tree");
    }();
    ASSERT_TRUE(removed) << removed.error().sentence;
    EXPECT_FALSE(fs::exists(folder / "tree"));
    EXPECT_EQ(test::read(folder / "kept" / "file"), "kept");
}

TEST(FileTree, TakesAPathThatEndsInASlashAndOneBelowAMissingFolder)
{
    const TemporaryFolder folder;
    test::write(folder / "tree" / "file", "x");
    ASSERT_TRUE(removeTree(folder / "tree/"));
    EXPECT_FALSE(fs::exists(folder / "tree"));
    EXPECT_TRUE(removeTree(folder / "missing" / "tree"));
}

TEST(FileTree, CopiesFilesAndFoldersAndKeepsTheExecBit)
{
    const TemporaryFolder folder;
    const std::string bytes = std::string(300'000, 'x') + '\0' + "end";
    test::write(folder / "from" / "deep" / "er" / "data.bin", bytes);
    test::write(folder / "from" / "run.sh", "#!/bin/sh\n");
    test::write(folder / "from" / "empty", "");
    fs::create_directory(folder / "from" / "nothing in it");
    fs::permissions(folder / "from" / "run.sh", fs::perms(0755));
    const Result<CopiedTree> copied = copyTree(folder / "from", folder / "to");
    ASSERT_TRUE(copied) << copied.error().sentence;
    EXPECT_EQ(copied->files, 3U);
    EXPECT_EQ(copied->bytes, bytes.size() + 10);
    EXPECT_EQ(test::read(folder / "to" / "deep" / "er" / "data.bin"), bytes);
    EXPECT_EQ(modeOf(folder / "to" / "run.sh"), 0700U);
    EXPECT_EQ(modeOf(folder / "to" / "empty"), 0600U);
    EXPECT_EQ(modeOf(folder / "to" / "deep"), 0700U);
    EXPECT_TRUE(fs::is_directory(folder / "to" / "nothing in it"));
}

TEST(FileTree, RefusesToCopyLinksAndPipesAndLeavesNoHalfCopy)
{
    const TemporaryFolder folder;
    test::write(folder / "secret", "canary");
    for (const char *kind : {"link", "dangling", "folder link", "pipe"}) {
        const fs::path from = folder / ("from " + std::string(kind));
        test::write(from / "a file", "x");
        if (kind == std::string("link"))
            fs::create_symlink(folder / "secret", from / "entry");
        else if (kind == std::string("dangling"))
            fs::create_symlink("/nowhere", from / "entry");
        else if (kind == std::string("folder link"))
            fs::create_directory_symlink(folder.path(), from / "entry");
        else
            ASSERT_EQ(mkfifo((from / "entry").c_str(), 0600), 0);
        const Result<CopiedTree> copied = copyTree(from, folder / "to");
        ASSERT_FALSE(copied) << kind;
        EXPECT_EQ(copied.error().code, "copy.not-regular") << kind;
        EXPECT_NE(copied.error().sentence.find("entry"), std::string::npos);
        EXPECT_FALSE(fs::exists(folder / "to")) << kind;
    }
}

TEST(FileTree, NeverCopiesIntoWhatIsThere)
{
    const TemporaryFolder folder;
    test::write(folder / "from" / "file", "new");
    test::write(folder / "to" / "file", "old");
    EXPECT_EQ(copyTree(folder / "from", folder / "to").error().kind, ErrorKind::Conflict);
    EXPECT_EQ(test::read(folder / "to" / "file"), "old");
}

TEST(FileTree, CopiesBetweenFileSystemsAndCleansUpOnAFullDisk)
{
    const TemporaryFolder folder;
    const test::SmallDisk disk(folder / "disk", 8);
    if (!disk.isMounted())
        GTEST_SKIP() << "only root can mount a small disk";
    test::write(folder / "small" / "file", std::string(1'000'000, 'x'));
    ASSERT_TRUE(copyTree(folder / "small", folder / "disk" / "small"));
    EXPECT_EQ(fs::file_size(folder / "disk" / "small" / "file"), 1'000'000U);
    test::write(folder / "large" / "file", std::string(10'000'000, 'x'));
    const Result<CopiedTree> copied = copyTree(folder / "large", folder / "disk" / "large");
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().kind, ErrorKind::StorageFull);
    EXPECT_FALSE(fs::exists(folder / "disk" / "large"));
}
