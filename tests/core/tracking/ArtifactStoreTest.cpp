#include "core/base/Json.h"
#include "tests/core/tracking/TrackedWorkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <unistd.h>

using namespace atelier;
using namespace atelier::test;

namespace fs = std::filesystem;

namespace {

struct Artifacts : testing::Test
{
    TrackedWorkspace workspace;
    Caller owner = TrackedWorkspace::owner();
    std::string run = workspace.newRun();
    std::string root = "0/" + run + "/artifacts";
    fs::path outputs = workspace.layout().outputs(run);

    Result<void> put(const std::string &path, const std::string &bytes)
    {
        auto sink = workspace.artifacts->beginUpload(owner, path);
        if (!sink)
            return sink.error();
        for (std::size_t from = 0; from < bytes.size(); from += 100'000)
            if (auto done = (*sink)->write(std::string_view(bytes).substr(from, 100'000)); !done)
                return done;
        return (*sink)->finish();
    }
    static std::string bytesOf(const Result<OpenArtifact> &artifact)
    {
        if (!artifact)
            return "<" + artifact.error().code + ">";
        std::string bytes(artifact->size, '\0');
        EXPECT_EQ(pread(artifact->file.number(), bytes.data(), bytes.size(), 0),
            static_cast<ssize_t>(artifact->size));
        return bytes;
    }
    Json list(const std::string &path) { return good(workspace.artifacts->list(owner, {{"path", path}})); }
    /// Every file below the workspace's folder, without the database's.
    std::set<std::string> files()
    {
        std::set<std::string> found;
        for (const auto &entry : fs::recursive_directory_iterator(workspace.folder()))
            if (entry.is_regular_file() && entry.path().filename().string().rfind("workspace.db", 0) != 0)
                found.insert(entry.path().lexically_relative(workspace.folder()).string());
        return found;
    }
};

} // namespace

TEST_F(Artifacts, AreReadBackByteForByteHoweverLarge)
{
    for (const std::size_t size : {0U, 1U, 1U << 20U, (1U << 20U) + 1, 3'000'017U}) {
        std::string bytes(size, '\0');
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = static_cast<char>(i * 31 + i / 251);
        ASSERT_TRUE(put(root + "/sub/data.bin", bytes));
        EXPECT_EQ(bytesOf(workspace.artifacts->read(root + "/sub/data.bin")), bytes) << size;
        EXPECT_EQ(bytesOf(workspace.artifacts->readOfRun(run, "sub/data.bin")), bytes) << size;
        EXPECT_EQ(read(outputs / "sub" / "data.bin"), bytes) << size;
    }
    EXPECT_EQ(files().size(), 1U) << "nothing half-written stays";
    EXPECT_EQ(workspace.artifacts->read(root + "/sub/data.bin")->name, "data.bin");
}

TEST_F(Artifacts, AnUploadThatIsBrokenOffLeavesTheOldOne)
{
    ASSERT_TRUE(put(root + "/a.txt", "old"));
    for (const std::size_t size : {10U, 3'000'000U}) {
        auto sink = workspace.artifacts->beginUpload(owner, root + "/a.txt");
        ASSERT_TRUE(sink);
        ASSERT_TRUE((*sink)->write(std::string(size, 'x')));
    }
    EXPECT_EQ(bytesOf(workspace.artifacts->read(root + "/a.txt")), "old");
    EXPECT_EQ(files().size(), 1U);
}

TEST_F(Artifacts, FoldersAreListedByBareNames)
{
    ASSERT_TRUE(put(root + "/plots/größe 1+2.png", "12345"));
    ASSERT_TRUE(put(root + "/plots/deep/er.txt", ""));
    ASSERT_TRUE(put(root + "/model.txt", "1"));
    EXPECT_EQ(list(root),
        (Json{{"files",
            Json::array({{{"path", "model.txt"}, {"is_dir", false}, {"file_size", 1}},
                {{"path", "plots"}, {"is_dir", true}}})}}));
    EXPECT_EQ(list(root + "/plots"),
        (Json{{"files",
            Json::array({{{"path", "deep"}, {"is_dir", true}},
                {{"path", "größe 1+2.png"}, {"is_dir", false}, {"file_size", 5}}})}}));
    EXPECT_EQ(list(root + "/model.txt"), Json::object());
    EXPECT_EQ(list(root + "/model.txt/below"), Json::object());
    EXPECT_EQ(list(root + "/none"), Json::object());
    EXPECT_EQ(list("0/none/artifacts"), Json::object());
    EXPECT_EQ(list(""), Json::object());
}

TEST_F(Artifacts, ARunsListHasPathsFromItsRoot)
{
    ASSERT_TRUE(put(root + "/plots/a.png", "12345"));
    const Json answer = good(workspace.artifacts->listOfRun(owner, {{"run_id", run}, {"path", "plots"}}));
    EXPECT_EQ(answer["root_uri"], "mlflow-artifacts:/" + root);
    EXPECT_EQ(answer["files"], Json::array({{{"path", "plots/a.png"}, {"is_dir", false}, {"file_size", 5}}}));
    EXPECT_EQ(failure(workspace.artifacts->listOfRun(owner, {{"run_id", run}, {"path", "../.."}})),
        "mlflow.INVALID_PARAMETER_VALUE: Invalid path");
    EXPECT_FALSE(workspace.artifacts->listOfRun(owner, {{"run_id", "none"}}));
}

TEST_F(Artifacts, AreRemovedAloneOrByTheFolder)
{
    ASSERT_TRUE(put(root + "/a.txt", "1"));
    ASSERT_TRUE(put(root + "/dir/b.txt", "2"));
    ASSERT_TRUE(workspace.artifacts->remove(owner, root + "/a.txt"));
    EXPECT_EQ(files().size(), 1U);
    EXPECT_EQ(
        failure(workspace.artifacts->remove(owner, root + "/a.txt")).find("mlflow.RESOURCE_DOES_NOT_EXIST"),
        0U);
    ASSERT_TRUE(workspace.artifacts->remove(owner, root + "/dir"));
    EXPECT_TRUE(files().empty());
}

TEST_F(Artifacts, WhatAClientCannotHaveIsItsOwnFault)
{
    // Anything of the service's would make clients repeat it for minutes.
    ASSERT_TRUE(put(root + "/file", "1"));
    const std::string longName(300, 'n');
    for (const Error &error :
        {put(root + "/file/below", "x").error(), put(root + "/" + longName, "x").error(),
            workspace.artifacts->read(root + "/file/below").error(), workspace.artifacts->read(root).error(),
            workspace.artifacts->read(root + "/" + longName).error(), put(root, "x").error(),
            workspace.artifacts->read(root + "/none").error(), put("0/none/artifacts/x", "x").error(),
            put("7/" + run + "/artifacts/x", "x").error(), put("0/models/m-1/artifacts/x", "x").error()})
        EXPECT_THAT(error.kind, testing::AnyOf(ErrorKind::Invalid, ErrorKind::NotFound)) << error.sentence;
    EXPECT_EQ(files().size(), 1U);
}

TEST_F(Artifacts, NothingOfADeletedRunIsWritten)
{
    good(workspace.runs->remove(owner, {{"run_id", run}}));
    EXPECT_NE(failure(put(root + "/a.txt", "1")).find("must be in the 'active' state"), std::string::npos);
    EXPECT_TRUE(files().empty());
}

TEST_F(Artifacts, NoPathLeadsOutOfTheRun)
{
    write(workspace.folder() / "jobs" / "victim" / "outputs" / "secret", "secret");
    write(workspace.folder() / "elsewhere" / "passwd", "secret");
    workspace.job("victim", JobType::Command, JobStatus::Completed);
    fs::create_directories(outputs);
    fs::create_symlink(workspace.folder() / "elsewhere", outputs / "etc");
    fs::create_symlink(workspace.folder() / "jobs" / "victim" / "outputs" / "secret", outputs / "link");
    fs::create_directory_symlink("../../victim/outputs", outputs / "way");
    const std::set<std::string> before = files();
    for (const char *path :
        {"etc/passwd", "link", "way/secret", "../outputs/x", "../../victim/outputs/secret", "..", ".", "./x",
            "a/../x", "../../../workspace.db", "%2e%2e/%2e%2e/victim/outputs/secret", "..%2f..%2fvictim",
            "/etc/passwd", "//etc/passwd", "..\\..\\victim", "a\\..\\..\\b", "....//....//victim", "..;/x",
            "%00", "../victim", "etc/../etc/passwd"}) {
        const std::string whole = root + "/" + path;
        EXPECT_NE(bytesOf(workspace.artifacts->read(whole)).substr(0, 1), "s") << path;
        EXPECT_EQ(bytesOf(workspace.artifacts->read(whole)).substr(0, 1), "<") << path;
        EXPECT_EQ(bytesOf(workspace.artifacts->readOfRun(run, path)).substr(0, 1), "<") << path;
        if (std::string(path) != "link" && std::string(path) != "%00" && std::string(path) != "..;/x") {
            EXPECT_FALSE(put(whole, "overwritten")) << path;
        }
    }
    std::set<std::string> after = files();
    for (const std::string &file : before)
        EXPECT_EQ(after.count(file), 1U) << file;
    EXPECT_EQ(read(workspace.folder() / "jobs" / "victim" / "outputs" / "secret"), "secret");
    EXPECT_FALSE(workspace.artifacts->remove(owner, root + "/way/secret"));
    EXPECT_FALSE(workspace.artifacts->remove(owner, root + "/.."));
    EXPECT_EQ(read(workspace.folder() / "jobs" / "victim" / "outputs" / "secret"), "secret");
}
