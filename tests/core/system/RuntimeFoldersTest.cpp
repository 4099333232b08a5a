#include "core/system/RuntimeFolders.h"

#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

using namespace atelier;
using atelier::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

/// Sets a variable, or takes it away, while this lives.
class Variable
{
public:
    Variable(const char *name, const char *value)
        : m_name(name)
    {
        if (const char *before = std::getenv(name))
            m_before = before;
        if (value != nullptr)
            setenv(name, value, 1);
        else
            unsetenv(name);
    }
    ~Variable()
    {
        if (m_before)
            setenv(m_name, m_before->c_str(), 1);
        else
            unsetenv(m_name);
    }
    Variable(const Variable &) = delete;
    Variable &operator=(const Variable &) = delete;

private:
    const char *m_name;
    std::optional<std::string> m_before;
};

mode_t modeOf(const fs::path &path)
{
    struct stat status
    {
    };
    EXPECT_EQ(stat(path.c_str(), &status), 0) << path;
    return status.st_mode & 0777U;
}

} // namespace

TEST(RuntimeFolders, FollowTheXdgVariables)
{
    const TemporaryFolder folder;
    const Variable runtime("XDG_RUNTIME_DIR", (folder / "run").c_str());
    const Variable state("XDG_STATE_HOME", (folder / "state").c_str());
    const Variable data("XDG_DATA_HOME", (folder / "data").c_str());
    EXPECT_EQ(*runtimeFolder(), folder / "run" / "atelier");
    EXPECT_EQ(*stateFolder(), folder / "state" / "atelier");
    EXPECT_EQ(*dataFolder(), folder / "data" / "atelier");
    EXPECT_EQ(modeOf(folder / "run" / "atelier"), 0700U);
    EXPECT_EQ(modeOf(folder / "state" / "atelier"), 0700U);
}

TEST(RuntimeFolders, LieBelowHomeWithoutTheVariables)
{
    const TemporaryFolder folder;
    const Variable home("HOME", folder.path().c_str());
    const Variable state("XDG_STATE_HOME", "relative/is/ignored");
    const Variable data("XDG_DATA_HOME", nullptr);
    EXPECT_EQ(*stateFolder(), folder / ".local" / "state" / "atelier");
    EXPECT_EQ(*dataFolder(), folder / ".local" / "share" / "atelier");
    const Variable noHome("HOME", nullptr);
    EXPECT_EQ(dataFolder().error().code, "folder.no-home");
}

TEST(RuntimeFolders, FallBackToAFolderOfThisUser)
{
    const Variable runtime("XDG_RUNTIME_DIR", nullptr);
    const Result<fs::path> folder = runtimeFolder();
    ASSERT_TRUE(folder) << folder.error().sentence;
    EXPECT_NE(folder->string().find(std::to_string(geteuid())), std::string::npos);
    EXPECT_EQ(modeOf(*folder), 0700U);
}

TEST(RuntimeFolders, RefuseAFolderThatOthersCanEnterAndALink)
{
    const TemporaryFolder folder;
    const Variable runtime("XDG_RUNTIME_DIR", folder.path().c_str());
    fs::create_directory(folder / "atelier");
    fs::permissions(folder / "atelier", fs::perms(0755));
    EXPECT_EQ(runtimeFolder().error().code, "folder.not-private");
    fs::remove(folder / "atelier");
    fs::create_directory(folder / "elsewhere");
    fs::permissions(folder / "elsewhere", fs::perms(0700));
    fs::create_directory_symlink(folder / "elsewhere", folder / "atelier");
    EXPECT_EQ(runtimeFolder().error().code, "folder.not-private");
}

TEST(RuntimeFolders, NameOneSocketForAWorkspaceHoweverItIsSpelled)
{
    const TemporaryFolder folder;
    const Variable runtime("XDG_RUNTIME_DIR", folder.path().c_str());
    const fs::path workspace = folder / std::string(200, 'w');
    fs::create_directory(workspace);
    fs::create_directory(folder / "other");
    fs::create_directory_symlink(workspace, folder / "link");
    const Result<fs::path> socket = socketPath(workspace);
    ASSERT_TRUE(socket) << socket.error().sentence;
    EXPECT_EQ(*socketPath(folder / "link"), *socket);
    EXPECT_EQ(*socketPath(workspace / "." / ".." / workspace.filename()), *socket);
    EXPECT_NE(*socketPath(folder / "other"), *socket);
    EXPECT_LE(socket->string().size(), 107U);
    EXPECT_EQ(socketPath(folder / "missing").error().kind, ErrorKind::NotFound);
}

TEST(RuntimeFolders, SayWhenASocketsPathWouldBeTooLong)
{
    const TemporaryFolder folder;
    const Variable runtime("XDG_RUNTIME_DIR", (folder / std::string(100, 'r')).c_str());
    EXPECT_EQ(socketPath(folder.path()).error().code, "socket.path-too-long");
}
