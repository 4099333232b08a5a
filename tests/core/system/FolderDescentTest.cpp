#include "core/system/FolderDescent.h"

#include "core/system/File.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <sys/stat.h>

using namespace atelier;
using atelier::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

Descriptor opened(const fs::path &folder)
{
    Result<Descriptor> descriptor = openFolder(folder);
    EXPECT_TRUE(descriptor);
    return std::move(*descriptor);
}

} // namespace

TEST(FolderDescent, GoesDownAndBackUp)
{
    const TemporaryFolder folder;
    test::write(folder / "a" / "b" / "file", "x");
    FolderDescent descent(opened(folder.path()));
    ASSERT_TRUE(descent.enter("a"));
    ASSERT_TRUE(descent.enter("b"));
    EXPECT_EQ(descent.depth(), 2U);
    EXPECT_EQ(*namesIn(descent.folder(), "b"), (std::vector<std::string>{"file"}));
    ASSERT_TRUE(descent.leave());
    ASSERT_TRUE(descent.leave());
    EXPECT_EQ(descent.depth(), 0U);
    EXPECT_EQ(*namesIn(descent.folder(), "top"), (std::vector<std::string>{"a"}));
}

TEST(FolderDescent, EntersNoLinkAndNoFile)
{
    const TemporaryFolder folder;
    test::write(folder / "kept" / "file", "x");
    test::write(folder / "top" / "file", "x");
    fs::create_directory_symlink(folder / "kept", folder / "top" / "link");
    FolderDescent descent(opened(folder / "top"));
    EXPECT_FALSE(descent.enter("link"));
    EXPECT_FALSE(descent.enter("file"));
    EXPECT_FALSE(descent.enter("missing"));
    EXPECT_EQ(errno, ENOENT);
    for (const char *name : {"..", ".", "../kept", "/", "./.."}) {
        EXPECT_FALSE(descent.enter(name)) << name;
        EXPECT_EQ(errno, EINVAL) << name;
    }
    EXPECT_EQ(descent.depth(), 0U);
}

TEST(FolderDescent, DoesNotFollowAFolderThatWasMovedOutOfTheTree)
{
    const TemporaryFolder folder;
    test::write(folder / "top" / "a" / "file", "x");
    test::write(folder / "elsewhere" / "file", "x");
    FolderDescent descent(opened(folder / "top"));
    ASSERT_TRUE(descent.enter("a"));
    fs::rename(folder / "top" / "a", folder / "elsewhere" / "a");
    EXPECT_FALSE(descent.leave());
    EXPECT_EQ(errno, ESTALE);
}

TEST(FolderDescent, LeavesAFolderThatIsGone)
{
    const TemporaryFolder folder;
    fs::create_directory(folder / "a");
    FolderDescent descent(opened(folder.path()));
    ASSERT_TRUE(descent.enter("a"));
    fs::remove(folder / "a");
    EXPECT_TRUE(descent.leave());
}
