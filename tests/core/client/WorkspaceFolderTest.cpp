#include "core/client/WorkspaceFolder.h"

#include "core/client/NewWorkspace.h"
#include "core/client/RecentWorkspaces.h"
#include "core/client/Trash.h"
#include "core/system/InstanceLock.h"
#include "tests/core/client/FakeService.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <thread>

using namespace atelier;
using test::read;
using test::write;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::vector<std::string> namesIn(const RecentWorkspaces &recent)
{
    std::vector<std::string> names;
    for (const RecentWorkspace &each : recent.list())
        names.push_back(each.folder.filename().string());
    return names;
}

} // namespace

TEST(WorkspaceFolder, ANewOneIsMadeWithTheFoldersAboveIt)
{
    const test::TemporaryFolder folder;
    const auto made = createWorkspaceFolder(folder / "a/b");
    ASSERT_TRUE(made) << made.error().sentence;
    EXPECT_TRUE(std::filesystem::is_directory(folder / "a/b"));
    EXPECT_TRUE(createWorkspaceFolder(folder / "a/b")) << "an empty folder may become one";
}

TEST(WorkspaceFolder, AFolderWithSomethingInItIsNotTaken)
{
    const test::TemporaryFolder folder;
    write(folder / "thesis.tex", "");
    EXPECT_EQ(createWorkspaceFolder(folder.path()).error().code, "workspace.not-empty");
    write(folder / "workspace.db", "");
    EXPECT_EQ(createWorkspaceFolder(folder.path()).error().code, "workspace.exists");
}

TEST(NewWorkspace, IsTakenBackWithTheFoldersThatWereMadeForIt)
{
    const test::TemporaryFolder folder;
    const auto made = NewWorkspace::make(folder / "a/b/");
    ASSERT_TRUE(made) << made.error().sentence;
    EXPECT_EQ(made->folder(), folder / "a/b");
    for (const char *left : {"workspace.db", "workspace.db-wal", "service.log", "service.lock"})
        write(made->folder() / left, "half");
    made->takeBack();
    EXPECT_FALSE(std::filesystem::exists(folder / "a"));
    EXPECT_TRUE(std::filesystem::exists(folder.path()));
}

TEST(NewWorkspace, LeavesWhatIsNotItsOwnAndFoldersThatWereThere)
{
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "there");
    const auto made = NewWorkspace::make(folder / "there");
    ASSERT_TRUE(made);
    write(folder / "there/service.log", "half");
    write(folder / "there/thesis.tex", "mine");
    write(folder / "there/data/table.csv", "mine");
    made->takeBack();
    EXPECT_FALSE(std::filesystem::exists(folder / "there/service.log"));
    EXPECT_EQ(read(folder / "there/thesis.tex"), "mine");
    EXPECT_EQ(read(folder / "there/data/table.csv"), "mine");
    std::filesystem::remove_all(folder / "there/data");
    std::filesystem::remove(folder / "there/thesis.tex");
    made->takeBack();
    EXPECT_TRUE(std::filesystem::is_directory(folder / "there")) << "it was there before";
}

TEST(NewWorkspace, LeavesAllWhereAServiceHoldsIt)
{
    const test::TemporaryFolder folder;
    const auto made = NewWorkspace::make(folder / "ws");
    ASSERT_TRUE(made);
    const auto held = InstanceLock::acquire(folder / "ws/service.lock", "a service");
    ASSERT_TRUE(held);
    write(folder / "ws/workspace.db", "kept");
    made->takeBack();
    EXPECT_EQ(read(folder / "ws/workspace.db"), "kept");
}

TEST(WorkspaceFolder, IsFoundFromAnyFolderBelowIt)
{
    const test::TemporaryFolder folder;
    write(folder / "ws/workspace.db", "");
    std::filesystem::create_directories(folder / "ws/users/me");
    EXPECT_EQ(workspaceAround(folder / "ws/users/me"), folder / "ws");
    EXPECT_EQ(workspaceAround(folder.path()), std::nullopt);
}

TEST(WorkspaceFolder, OpeningSaysHowToMakeOne)
{
    const test::TemporaryFolder folder;
    EXPECT_THAT(openWorkspaceFolder(folder / "absent").error().sentence, HasSubstr("atelier workspace init"));
    EXPECT_THAT(openWorkspaceFolder(folder.path()).error().sentence, HasSubstr("no workspace.db"));
}

TEST(RecentWorkspaces, TheLastOneOpenedComesFirst)
{
    const test::TemporaryFolder folder;
    const RecentWorkspaces recent(folder / "workspaces.json");
    for (const char *name : {"/w/a", "/w/b", "/w/c", "/w/a"})
        ASSERT_TRUE(recent.add(name));
    EXPECT_THAT(namesIn(recent), ElementsAre("a", "c", "b"));
    ASSERT_TRUE(recent.forget("/w/c"));
    EXPECT_THAT(namesIn(recent), ElementsAre("a", "b"));
}

TEST(RecentWorkspaces, AFileThatCannotBeUnderstoodCountsAsEmpty)
{
    const test::TemporaryFolder folder;
    const RecentWorkspaces recent(folder / "workspaces.json");
    for (const char *text :
        {"", "{", "[]", R"({"workspaces":3})", R"({"workspaces":[1,{"path":7},{"path":"rel"}]})"}) {
        write(folder / "workspaces.json", text);
        EXPECT_THAT(recent.list(), IsEmpty()) << text;
        EXPECT_TRUE(recent.add("/w/a")) << text;
        EXPECT_THAT(namesIn(recent), ElementsAre("a")) << text;
    }
}

TEST(RecentWorkspaces, NoneIsLostWhenSeveralAddAtOnce)
{
    const test::TemporaryFolder folder;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            EXPECT_TRUE(RecentWorkspaces(folder / "workspaces.json").add("/w/" + std::to_string(i)));
        });
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(RecentWorkspaces(folder / "workspaces.json").list().size(), 8U);
}

class TrashTest : public test::FakeService
{
};

TEST_F(TrashTest, KeepsTheFolderAndSaysWhereItCameFrom)
{
    write(folder / "my ws/workspace.db", "data");
    const auto moved = moveToTrash(folder / "my ws");
    ASSERT_TRUE(moved) << moved.error().sentence;
    EXPECT_EQ(*moved, folder / "data/Trash/files/my ws");
    EXPECT_EQ(read(*moved / "workspace.db"), "data");
    EXPECT_FALSE(std::filesystem::exists(folder / "my ws"));
    const std::string info = read(folder / "data/Trash/info/my ws.trashinfo");
    EXPECT_THAT(info,
        testing::StartsWith("[Trash Info]\nPath=" + folder.path().string() + "/my%20ws\nDeletionDate="));
}

TEST_F(TrashTest, ASecondFolderOfTheSameNameGetsAnotherOne)
{
    for (int i = 0; i < 2; ++i) {
        write(folder / "x/file", std::to_string(i));
        ASSERT_TRUE(moveToTrash(folder / "x"));
    }
    EXPECT_EQ(read(folder / "data/Trash/files/x/file"), "0");
    EXPECT_EQ(read(folder / "data/Trash/files/x.2/file"), "1");
    EXPECT_TRUE(std::filesystem::exists(folder / "data/Trash/info/x.2.trashinfo"));
}

TEST_F(TrashTest, AFailureLeavesNeitherTraceNorLoss)
{
    EXPECT_FALSE(moveToTrash(folder / "absent"));
    EXPECT_TRUE(std::filesystem::is_empty(folder / "data/Trash/info"));
}

TEST_F(TrashTest, AWorkspaceWithUnfinishedJobsIsNotDeleted)
{
    handler.on("/api/v1/service/stop", [](const http::Request &, const http::Respond &respond) {
        respond(test::jsonAnswer(
            R"({"errors":[{"kind":"conflict","code":"service.busy","message":"Busy."}]})", 409));
    });
    startServer();
    std::optional<Result<std::filesystem::path>> outcome;
    deleteWorkspace(
        *client, &receiver, [&](Result<std::filesystem::path> moved) { outcome = std::move(moved); });
    ASSERT_TRUE(test::waitUntil([&] { return outcome.has_value(); }));
    ASSERT_FALSE(*outcome);
    EXPECT_EQ(outcome->error().code, "service.busy");
    EXPECT_TRUE(std::filesystem::exists(workspace));
}
