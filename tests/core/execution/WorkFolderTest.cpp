#include "core/execution/WorkFolder.h"

#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <sys/stat.h>

using namespace atelier;
namespace fs = std::filesystem;

namespace {

class WorkFolder : public testing::Test
{
protected:
    void prepare(const std::vector<JobOutputRow> &outputs = {})
    {
        const auto prepared = prepareWorkFolder(layout, "fit", outputs);
        ASSERT_TRUE(prepared) << prepared.error().sentence;
    }

    test::TemporaryFolder folder;
    WorkspaceLayout layout{folder.path()};
    fs::path work = layout.work("fit");
};

} // namespace

TEST_F(WorkFolder, HoldsACopyOfTheCodeAndNotTheCodeItself)
{
    test::write(layout.snapshot("fit") / "src" / "train.py", "print(1)");
    prepare();
    test::write(work / "src" / "train.py", "changed by the job");
    EXPECT_EQ(test::read(layout.snapshot("fit") / "src" / "train.py"), "print(1)");
}

TEST_F(WorkFolder, IsMadeForAJobWithoutCode)
{
    prepare();
    EXPECT_TRUE(fs::is_directory(work));
    struct stat status
    {
    };
    ASSERT_EQ(stat(work.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0700U);
}

TEST_F(WorkFolder, WhatTheCommandWritesIntoOutputsAndLogsIsTheJobsOwn)
{
    prepare();
    test::write(work / "outputs" / "model", "weights");
    test::write(work / "logs" / "trace", "lines");
    EXPECT_EQ(test::read(layout.outputs("fit") / "model"), "weights");
    EXPECT_EQ(test::read(layout.logs("fit") / "trace"), "lines");
}

TEST_F(WorkFolder, MovesWithItsWorkspace)
{
    prepare();
    const fs::path moved = folder.path() / "elsewhere";
    fs::create_directory(moved);
    fs::rename(layout.jobs(), moved / "jobs");
    test::write(moved / "jobs" / "fit" / "work" / "outputs" / "model", "weights");
    EXPECT_EQ(test::read(moved / "jobs" / "fit" / "outputs" / "model"), "weights");
}

TEST_F(WorkFolder, CodeThatHasAFolderNamedOutputsDoesNotHideTheJobsOwn)
{
    test::write(layout.snapshot("fit") / "outputs" / "old", "from the author's machine");
    prepare();
    EXPECT_FALSE(fs::exists(work / "outputs" / "old"));
    test::write(work / "outputs" / "model", "weights");
    EXPECT_EQ(test::read(layout.outputs("fit") / "model"), "weights");
    EXPECT_TRUE(fs::exists(layout.snapshot("fit") / "outputs" / "old"));
}

TEST_F(WorkFolder, AFolderOutputIsThereAndAFileOutputsFolderIs)
{
    const fs::path folderOutput = layout.outputs("fit") / "tables";
    const fs::path fileOutput = layout.outputs("fit") / "best" / "model.pkl";
    prepare({{"tables", "uri_folder", "rw_mount", folderOutput.string(), {}, {}},
        {"model", "uri_file", "rw_mount", fileOutput.string(), {}, {}}});
    EXPECT_TRUE(fs::is_directory(folderOutput));
    EXPECT_TRUE(fs::is_directory(fileOutput.parent_path()));
    EXPECT_FALSE(fs::exists(fileOutput));
}

TEST_F(WorkFolder, IsFreshForEachAttempt)
{
    prepare();
    test::write(work / "leftover", "of the attempt before");
    test::write(work / "outputs" / "checkpoint", "kept");
    prepare();
    EXPECT_FALSE(fs::exists(work / "leftover"));
    EXPECT_EQ(test::read(layout.outputs("fit") / "checkpoint"), "kept");
}

TEST_F(WorkFolder, CodeWithALinkIsRefused)
{
    fs::create_directories(layout.snapshot("fit"));
    fs::create_symlink(folder.path(), layout.snapshot("fit") / "out-of-it");
    const auto prepared = prepareWorkFolder(layout, "fit", {});
    ASSERT_FALSE(prepared);
    EXPECT_THAT(prepared.error().sentence, testing::HasSubstr("out-of-it"));
}

TEST_F(WorkFolder, IsRemovedWithoutWhatTheJobMade)
{
    prepare();
    test::write(work / "scratch", "large");
    test::write(work / "outputs" / "model", "weights");
    ASSERT_TRUE(removeWorkFolder(layout, "fit"));
    EXPECT_FALSE(fs::exists(work));
    EXPECT_EQ(test::read(layout.outputs("fit") / "model"), "weights");
    EXPECT_TRUE(removeWorkFolder(layout, "fit")); // what is not there is no failure
}

TEST_F(WorkFolder, OutputsThatAreNotThereNeedNoKeeping)
{
    EXPECT_TRUE(keepOutputs(layout, "fit"));
    prepare();
    EXPECT_TRUE(keepOutputs(layout, "fit"));
    test::write(layout.outputs("fit") / "deep" / "model", "weights");
    EXPECT_TRUE(keepOutputs(layout, "fit"));
    EXPECT_EQ(test::read(layout.outputs("fit") / "deep" / "model"), "weights");
}
