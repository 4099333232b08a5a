// Kills a writing process again and again: what it had acknowledged must be there.
#include "core/storage/Database.h"
#include "tests/core/storage/KillRecord.h"
#include "tests/core/storage/Workload.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <random>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace atelier;

namespace {

/// The writing process and the pipe on which it speaks.
class Target
{
public:
    Target(const std::filesystem::path &file, std::int64_t firstNumber)
    {
        std::array<int, 2> ends{};
        EXPECT_EQ(pipe2(ends.data(), O_CLOEXEC), 0);
        m_pipe = ends[0];
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        std::string program = ATELIER_BINARY_DIR "/storage_kill_target";
        std::string path = file.string();
        std::string number = std::to_string(firstNumber);
        const std::array<char *, 4> arguments{program.data(), path.data(), number.data(), nullptr};
        EXPECT_EQ(posix_spawn(&m_process, program.c_str(), &actions, nullptr, arguments.data(), environ), 0);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
    }
    ~Target() { close(m_pipe); }
    Target(const Target &) = delete;
    Target &operator=(const Target &) = delete;

    /// The next thing that it said; nothing at the end.
    std::optional<test::KillRecord> hear()
    {
        test::KillRecord record{};
        return read(m_pipe, &record, sizeof record) == static_cast<ssize_t>(sizeof record)
            ? std::optional(record)
            : std::nullopt;
    }
    void killNow()
    {
        EXPECT_EQ(kill(m_process, SIGKILL), 0);
        int status = 0;
        EXPECT_EQ(waitpid(m_process, &status, 0), m_process);
        EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself with status " << status;
    }

private:
    pid_t m_process = -1;
    int m_pipe = -1;
};

/// Everything that the processes of one workspace said so far.
struct Heard
{
    std::set<std::int64_t> acknowledged;
    std::int64_t sequence = 0;

    void take(const test::KillRecord &record)
    {
        if (record.kind == test::KillRecord::acknowledged)
            acknowledged.insert(record.number);
        else
            sequence = std::max(sequence, record.number);
    }
};

/// Lets it work until it said `records` things, and a random moment longer.
void killOnce(
    const std::filesystem::path &file, std::int64_t firstNumber, int records, useconds_t longer, Heard &heard)
{
    Target target(file, firstNumber);
    for (int i = 0; i < records; ++i) {
        const auto record = target.hear();
        ASSERT_TRUE(record) << "it ended by itself";
        heard.take(*record);
    }
    usleep(longer);
    target.killNow();
    while (const auto record = target.hear())
        heard.take(*record);
}

} // namespace

TEST(Kill, LosesNothingThatWasAcknowledged)
{
    constexpr int kills = 200;
    constexpr int killsPerWorkspace = 10; // a larger database only makes the checks slower
    std::mt19937 random(42);
    std::size_t acknowledged = 0;
    for (int done = 0; done < kills;) {
        const test::TemporaryFolder folder;
        Heard heard;
        for (int i = 0; i < killsPerWorkspace; ++i, ++done) {
            killOnce(folder / "workspace.db", 1 + i * 1'000'000LL, static_cast<int>(random() % 60),
                static_cast<useconds_t>(random() % 5000), heard);
            Result<Database> database = Database::openReadOnly(folder / "workspace.db");
            // Killed while it made the workspace: then nothing was acknowledged, and there may be nothing to
            // open.
            if (heard.acknowledged.empty())
                continue;
            ASSERT_TRUE(database) << database.error().sentence;
            ASSERT_EQ(test::workload::complaint(*database, heard.acknowledged, heard.sequence), "")
                << "kill " << done;
        }
        acknowledged += heard.acknowledged.size();
    }
    EXPECT_GT(acknowledged, 2000U) << "too little was written to be worth killing";
}
