#include "core/system/DiskUse.h"

#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <memory>

using namespace atelier;
using atelier::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

/// What the system's own du says, in bytes.
std::uint64_t measured(const fs::path &folder)
{
    const std::string command = "du --summarize --block-size=1 '" + folder.string() + "'";
    const std::unique_ptr<FILE, int (*)(FILE *)> answer(popen(command.c_str(), "r"), pclose);
    unsigned long long bytes = 0;
    EXPECT_EQ(fscanf(answer.get(), "%llu", &bytes), 1);
    return bytes;
}

} // namespace

TEST(DiskUse, CountsBlocksOfEverythingBelowAndLinkedFilesOnce)
{
    const TemporaryFolder folder;
    test::write(folder / "a" / "b" / "large", std::string(1'000'000, 'x'));
    test::write(folder / "a" / ".small", "x");
    fs::create_hard_link(folder / "a" / "b" / "large", folder / "again");
    fs::create_symlink("/usr", folder / "elsewhere");
    EXPECT_EQ(diskUse(folder.path()), measured(folder.path()));
    EXPECT_LT(*diskUse(folder.path()), 1'100'000U);
}

TEST(DiskUse, ReachesDeeperThanAnyPath)
{
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "top");
    test::writeDeep(folder / "top", 3000, "folder");
    EXPECT_GE(*diskUse(folder.path()), 3000U * 4096);
}

TEST(DiskUse, SaysNothingOfWhatIsNoFolderAndWhenItIsStopped)
{
    const TemporaryFolder folder;
    EXPECT_EQ(diskUse(folder / "absent"), std::nullopt);
    test::write(folder / "file", "x");
    EXPECT_EQ(diskUse(folder / "file"), std::nullopt);
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(diskUse(folder.path(), source.get_token()), std::nullopt);
}
