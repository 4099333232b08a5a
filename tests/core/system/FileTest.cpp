#include "core/system/File.h"

#include "tests/core/system/SmallDisk.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace atelier;
using atelier::test::SmallDisk;
using atelier::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

std::size_t entriesIn(const fs::path &folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// No file of this process may grow beyond so many bytes while this lives: writes come out short, then fail.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

TEST(File, ReadsAWholeFileUpToALimit)
{
    const TemporaryFolder folder;
    const std::string text = std::string(50'000, 'a') + '\0' + "end";
    test::write(folder / "file", text);
    const Result<std::string> whole = readFile(folder / "file", text.size());
    ASSERT_TRUE(whole) << whole.error().sentence;
    EXPECT_EQ(*whole, text);
    EXPECT_EQ(readFile(folder / "file", text.size() - 1).error().kind, ErrorKind::TooLarge);
}

TEST(File, ReadsNoFolderNoPipeAndNothingMissing)
{
    const TemporaryFolder folder;
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(readFile(folder / "pipe", 10).error().code, "file.not-regular");
    EXPECT_EQ(readFile(folder.path(), 10).error().code, "file.not-regular");
    EXPECT_EQ(readFile(folder / "missing", 10).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(
        readFile("/proc/self/status", 10).error().kind, ErrorKind::TooLarge); // it claims to have no bytes
}

TEST(File, ReplacesAFileWholeAndForItsOwnerOnly)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(durableWrite(folder / "file", "one"));
    ASSERT_TRUE(durableWrite(folder / "file", "two and more"));
    EXPECT_EQ(test::read(folder / "file"), "two and more");
    struct stat status
    {
    };
    ASSERT_EQ(stat((folder / "file").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    ASSERT_TRUE(durableWrite(folder / "program", "#!/bin/sh\n", 0700));
    ASSERT_EQ(stat((folder / "program").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0700U);
    EXPECT_EQ(entriesIn(folder.path()), 2U);
}

TEST(File, ReplacesALinkAndNotWhatItPointsTo)
{
    const TemporaryFolder folder;
    test::write(folder / "target", "kept");
    fs::create_symlink(folder / "target", folder / "link");
    ASSERT_TRUE(durableWrite(folder / "link", "new"));
    EXPECT_EQ(test::read(folder / "target"), "kept");
    EXPECT_FALSE(fs::is_symlink(folder / "link"));
}

TEST(File, KeepsTheOldFileWhenTheNewOneWouldBeCutShort)
{
    const TemporaryFolder folder;
    const std::string old(30'000, 'o');
    ASSERT_TRUE(durableWrite(folder / "file", old));
    {
        const FileSizeLimit limit(40'000);
        EXPECT_FALSE(durableWrite(folder / "file", std::string(100'000, 'n')));
    }
    EXPECT_EQ(test::read(folder / "file"), old);
    EXPECT_EQ(entriesIn(folder.path()), 1U);
}

TEST(File, KeepsTheOldFileOnAFullDisk)
{
    const TemporaryFolder folder;
    const SmallDisk disk(folder / "disk", 8);
    if (!disk.isMounted())
        GTEST_SKIP() << "only root can mount a small disk";
    const fs::path file = folder / "disk" / "file";
    const std::string old(300'000, 'o');
    ASSERT_TRUE(durableWrite(file, old));
    const fs::path ballast = disk.fill();
    for (int i = 0; i < 20; ++i) {
        const Result<void> written = durableWrite(file, std::string(400'000, 'n'));
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().kind, ErrorKind::StorageFull);
    }
    EXPECT_EQ(test::read(file), old);
    EXPECT_EQ(entriesIn(folder / "disk"), 2U);
    fs::remove(ballast);
    EXPECT_TRUE(durableWrite(file, std::string(400'000, 'n')));
}

TEST(File, FailsWithASentenceWhereTheFolderIsMissing)
{
    const TemporaryFolder folder;
    const Result<void> written = durableWrite(folder / "missing" / "file", "x");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::NotFound);
    EXPECT_NE(written.error().sentence.find("missing"), std::string::npos);
}

TEST(File, WritesAtomicallyInAnOpenFolder)
{
    const TemporaryFolder folder;
    const Result<Descriptor> open = openFolder(folder.path());
    ASSERT_TRUE(open);
    ASSERT_TRUE(atomicWrite(open->number(), "file", "text"));
    EXPECT_EQ(test::read(folder / "file"), "text");
    EXPECT_EQ(entriesIn(folder.path()), 1U);
}

TEST(File, MakesFoldersForTheirOwnerOnly)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(makeFolders(folder / "a" / "b" / "c"));
    ASSERT_TRUE(makeFolders(folder / "a" / "b" / "c")) << "a second time";
    ASSERT_TRUE(makeFolders((folder / "d").string() + "/")) << "with a slash at its end";
    for (const char *name : {"a", "a/b", "a/b/c", "d"}) {
        struct stat status
        {
        };
        ASSERT_EQ(stat((folder / name).c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777U, 0700U);
    }
    test::write(folder / "file", "");
    EXPECT_EQ(makeFolders(folder / "file").error().kind, ErrorKind::Conflict);
    EXPECT_FALSE(makeFolders(folder / "file" / "below"));
}

TEST(File, FindsTheLastLineThatSaysSomething)
{
    EXPECT_EQ(lastLine("Traceback\nValueError: no\n\n"), "ValueError: no");
    EXPECT_EQ(lastLine("killed"), "killed");
    EXPECT_EQ(lastLine("\n\n"), "");
    EXPECT_EQ(lastLine(""), "");
}
