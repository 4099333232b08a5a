#include "core/system/FileCopy.h"

#include "tests/core/system/SmallDisk.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace atelier;
using atelier::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

const std::atomic<bool> never = false;

/// Several times what is read at once, and not a multiple of it.
std::string someBytes()
{
    std::string bytes;
    for (int i = 0; bytes.size() < 300'000; ++i)
        bytes += std::to_string(i) + std::string(1, '\0');
    return bytes;
}

std::vector<std::string> namesIn(const fs::path &folder)
{
    std::vector<std::string> names;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// What copyFile says; "" where it succeeds.
std::string codeOf(const Result<void> &copied)
{
    return copied ? std::string() : copied.error().code;
}

} // namespace

TEST(FileCopy, MakesAFileOfTheSameBytesAndNothingElse)
{
    const TemporaryFolder folder;
    test::write(folder / "from", someBytes());
    fs::create_directory(folder / "to");
    for (const std::string &name : {std::string("copy"), std::string("שלום 😀"), std::string(250, 'n')}) {
        ASSERT_TRUE(copyFile(folder / "from", folder / "to" / name, never)) << name;
        EXPECT_EQ(test::read(folder / "to" / name), someBytes());
    }
    EXPECT_EQ(namesIn(folder / "to").size(), 3U);
}

TEST(FileCopy, ReplacesAFileAndKeepsWhoMayReadIt)
{
    const TemporaryFolder folder;
    test::write(folder / "from", "new");
    test::write(folder / "to", "a longer one that was there");
    fs::permissions(folder / "to", fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(copyFile(folder / "from", folder / "to", never));
    EXPECT_EQ(test::read(folder / "to"), "new");
    EXPECT_EQ(fs::status(folder / "to").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(FileCopy, ReplacesWhatALinkStandsFor)
{
    const TemporaryFolder folder;
    test::write(folder / "from", "new");
    test::write(folder / "real", "old");
    fs::create_symlink("real", folder / "link");
    ASSERT_TRUE(copyFile(folder / "from", folder / "link", never));
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(test::read(folder / "real"), "new");
}

TEST(FileCopy, RefusesWhatIsNoPlaceForACopyAndSaysWhy)
{
    const TemporaryFolder folder;
    test::write(folder / "from", "new");
    test::write(folder / "file", "old");
    fs::create_directory(folder / "folder");
    fs::create_hard_link(folder / "from", folder / "same");
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    const auto before = namesIn(folder.path());
    EXPECT_EQ(codeOf(copyFile(folder / "from", folder / "folder", never)), "copy.target-folder");
    EXPECT_EQ(codeOf(copyFile(folder / "from", folder / "same", never)), "copy.target-same");
    EXPECT_EQ(codeOf(copyFile(folder / "from", folder / "pipe", never)), "copy.target-special");
    EXPECT_EQ(codeOf(copyFile(folder / "from", folder / "none" / "copy", never)), "copy.target");
    EXPECT_EQ(codeOf(copyFile(folder / "from", folder / "file" / "copy", never)), "copy.target");
    EXPECT_EQ(codeOf(copyFile(folder / "from", folder / std::string(256, 'n'), never)), "copy.target");
    EXPECT_EQ(codeOf(copyFile(folder / "none", folder / "file", never)), "copy.source");
    EXPECT_EQ(codeOf(copyFile(folder / "pipe", folder / "file", never)), "copy.source");
    EXPECT_EQ(codeOf(copyFile(folder / "folder", folder / "file", never)), "copy.source");
    EXPECT_EQ(test::read(folder / "file"), "old");
    EXPECT_EQ(namesIn(folder.path()), before);
}

TEST(FileCopy, LeavesWhatWasThereWhereItMayNotWrite)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may write anything";
    const TemporaryFolder folder;
    test::write(folder / "from", "new");
    test::write(folder / "closed" / "file", "old");
    fs::permissions(folder / "closed", fs::perms::owner_read | fs::perms::owner_exec);
    const auto copied = copyFile(folder / "from", folder / "closed" / "file", never);
    fs::permissions(folder / "closed", fs::perms::owner_all);
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().kind, ErrorKind::Forbidden);
    EXPECT_EQ(test::read(folder / "closed" / "file"), "old");
}

TEST(FileCopy, LeavesWhatWasThereOnAFullDiskAndNothingHalfWritten)
{
    const TemporaryFolder folder;
    const test::SmallDisk disk(folder / "disk", 1);
    if (!disk.isMounted())
        GTEST_SKIP() << "mounting takes root";
    test::write(folder / "from", std::string(2'000'000, 'x'));
    test::write(folder / "disk" / "file", "before");
    for (const char *name : {"file", "other"}) {
        const auto copied = copyFile(folder / "from", folder / "disk" / name, never);
        ASSERT_FALSE(copied);
        EXPECT_EQ(copied.error().kind, ErrorKind::StorageFull);
        EXPECT_EQ(copied.error().code, "copy.target");
    }
    EXPECT_EQ(namesIn(folder / "disk"), std::vector<std::string>{"file"});
    EXPECT_EQ(test::read(folder / "disk" / "file"), "before");
}

TEST(FileCopy, LeavesWhatWasThereWhenItIsEnded)
{
    const TemporaryFolder folder;
    test::write(folder / "from", someBytes());
    test::write(folder / "to" / "file", "before");
    EXPECT_EQ(codeOf(copyFile(folder / "from", folder / "to" / "file", true)), "copy.stopped");
    EXPECT_EQ(namesIn(folder / "to"), std::vector<std::string>{"file"});
    EXPECT_EQ(test::read(folder / "to" / "file"), "before");
}
