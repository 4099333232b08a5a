#include "core/client/CodeSnapshot.h"

#include "core/base/Sha256.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sys/stat.h>

using namespace atelier;
using test::write;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::vector<std::string> pathsOf(const std::filesystem::path &code)
{
    const auto snapshot = takeSnapshot(code);
    EXPECT_TRUE(snapshot) << snapshot.error().sentence;
    std::vector<std::string> paths;
    if (snapshot)
        for (const SnapshotFile &file : snapshot->manifest)
            paths.push_back(file.path);
    return paths;
}

} // namespace

TEST(CodeSnapshot, NamesEveryFileWithItsDigestSizeAndRight)
{
    const test::TemporaryFolder folder;
    write(folder / "train.py", "print(1)\n");
    write(folder / "lib/tool.sh", "#!/bin/sh\n");
    chmod((folder / "lib/tool.sh").c_str(), 0700);
    const auto snapshot = takeSnapshot(folder.path());
    ASSERT_TRUE(snapshot);
    EXPECT_THAT(snapshot->manifest,
        ElementsAre(SnapshotFile{"lib/tool.sh", 10, sha256Hex("#!/bin/sh\n"), true},
            SnapshotFile{"train.py", 9, sha256Hex("print(1)\n"), false}));
    EXPECT_EQ(snapshot->blobs.at(sha256Hex("print(1)\n")), folder / "train.py");
    EXPECT_EQ(snapshot->digest, digestOf(snapshot->manifest));
}

TEST(CodeSnapshot, TheDigestFollowsTheContentAlone)
{
    const test::TemporaryFolder a;
    const test::TemporaryFolder b;
    write(a / "x", "1");
    write(b / "x", "1");
    EXPECT_EQ(takeSnapshot(a.path())->digest, takeSnapshot(b.path())->digest);
    write(b / "x", "2");
    EXPECT_NE(takeSnapshot(a.path())->digest, takeSnapshot(b.path())->digest);
}

TEST(CodeSnapshot, LeavesOutWhatTheIgnoreFileNames)
{
    const test::TemporaryFolder folder;
    for (const char *file :
        {"a.py", "a.log", "out/x", ".git/HEAD", "__pycache__/a.pyc", "sub/.gitignore", "sub/b.py"})
        write(folder / file, "");
    write(folder / ".gitignore", "*.log\nout/\n");
    EXPECT_THAT(pathsOf(folder.path()), ElementsAre(".gitignore", "a.py", "sub/.gitignore", "sub/b.py"));
}

TEST(CodeSnapshot, TheAmlignoreFileStandsInForTheGitignoreFile)
{
    const test::TemporaryFolder folder;
    write(folder / ".gitignore", "*.py\n");
    write(folder / ".amlignore", ".*ignore\n");
    write(folder / "a.py", "");
    EXPECT_THAT(pathsOf(folder.path()), ElementsAre("a.py"));
}

TEST(CodeSnapshot, TakesASingleFile)
{
    const test::TemporaryFolder folder;
    write(folder / "a.py", "");
    write(folder / "b.py", "");
    EXPECT_THAT(pathsOf(folder / "a.py"), ElementsAre("a.py"));
}

TEST(CodeSnapshot, FollowsLinksButNotInCircles)
{
    const test::TemporaryFolder folder;
    const test::TemporaryFolder other;
    write(other / "shared.py", "");
    std::filesystem::create_directories(folder / "code/sub");
    std::filesystem::create_symlink(other.path(), folder / "code/lib");
    std::filesystem::create_symlink(folder / "code", folder / "code/sub/up");
    std::filesystem::create_symlink(folder / "nowhere", folder / "code/broken");
    EXPECT_THAT(pathsOf(folder / "code"), ElementsAre("lib/shared.py"));
}

TEST(CodeSnapshot, PassesOverPipes)
{
    const test::TemporaryFolder folder;
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_THAT(pathsOf(folder.path()), IsEmpty());
}

TEST(CodeSnapshot, RefusesANameThatIsNotUtf8)
{
    const test::TemporaryFolder folder;
    write(folder / "caf\xE9.py", "");
    const auto snapshot = takeSnapshot(folder.path());
    ASSERT_FALSE(snapshot);
    EXPECT_EQ(snapshot.error().code, "snapshot.name");
}

TEST(CodeSnapshot, RefusesTooManyFilesWithAWayOut)
{
    const test::TemporaryFolder folder;
    // A hundred links to a folder of a hundred files.
    for (int i = 0; i <= 100; ++i) {
        write(folder / "code/files" / std::to_string(i), "");
        std::filesystem::create_symlink(folder / "code/files", folder / "code" / std::to_string(i));
    }
    const auto snapshot = takeSnapshot(folder / "code");
    ASSERT_FALSE(snapshot);
    EXPECT_THAT(snapshot.error().sentence, HasSubstr(".amlignore"));
}
