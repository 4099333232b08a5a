#include "core/system/MarkerSweep.h"

#include "core/base/Ids.h"
#include "core/system/Process.h"

#include <gtest/gtest.h>

#include <csignal>
#include <thread>

using namespace atelier;
using namespace std::chrono_literals;

namespace {

constexpr const char *marker = "ATELIER_TEST_MARK";

Pidfd start(const std::string &value, const std::string &command)
{
    SpawnRequest request;
    request.arguments = {"/bin/sh", "-c", command};
    request.environment = {"FIRST=1", std::string(marker) + "=" + value, "PATH=/usr/bin:/bin"};
    Result<Pidfd> process = spawn(request);
    EXPECT_TRUE(process);
    return std::move(*process);
}

bool waitForCount(const std::string &value, std::size_t count)
{
    for (int tries = 0; tries < 2000; ++tries) {
        if (markedProcesses(marker, value).size() == count)
            return true;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

} // namespace

TEST(MarkerSweep, FindsThoseWithExactlyThisMark)
{
    const std::string value = randomUuid();
    const Pidfd marked = start(value, "exec sleep 60");
    const Pidfd longer = start(value + "0", "exec sleep 60");
    EXPECT_TRUE(waitForCount(value, 1));
    EXPECT_EQ(markedProcesses(marker, value), std::vector<pid_t>{marked.pid()});
    EXPECT_TRUE(markedProcesses("TEST_MARK", value).empty());
    for (const Pidfd *process : {&marked, &longer}) {
        EXPECT_TRUE(process->signal(SIGKILL));
        EXPECT_TRUE(process->waitForEnd(10s));
        EXPECT_TRUE(process->reap());
    }
}

TEST(MarkerSweep, KillsDaemonsAndSparesOthers)
{
    const std::string value = randomUuid();
    const Pidfd other = start(randomUuid(), "exec sleep 60");
    const Pidfd marked = start(
        value, "setsid sleep 60 & (setsid sh -c 'trap \"\" TERM; sleep 61; true' &) ; sleep 62; true");
    ASSERT_TRUE(waitForCount(value, 5));
    const Result<int> killed = killMarked(marker, value);
    ASSERT_TRUE(killed) << killed.error().sentence;
    EXPECT_EQ(*killed, 5);
    EXPECT_TRUE(markedProcesses(marker, value).empty());
    EXPECT_TRUE(marked.waitForEnd(10s));
    EXPECT_TRUE(marked.reap());
    EXPECT_FALSE(other.hasEnded());
    EXPECT_TRUE(other.signal(SIGKILL));
    EXPECT_TRUE(other.waitForEnd(10s));
    EXPECT_TRUE(other.reap());
}

TEST(MarkerSweep, CatchesWhatForksWhileItLooks)
{
    const std::string value = randomUuid();
    // A relay: each process starts the next one in a new session and ends.
    const Pidfd first = start(value,
        "relay='n=$1; [ $n -gt 0 ] || exit; setsid sh -c \"$relay\" relay $((n-1)) & '; "
        "export relay; setsid sh -c \"$relay\" relay 20000 & sleep 60");
    ASSERT_TRUE([&] {
        for (int tries = 0; tries < 2000; ++tries)
            if (markedProcesses(marker, value).size() >= 2)
                return true;
        return false;
    }());
    const Result<int> killed = killMarked(marker, value);
    ASSERT_TRUE(killed) << killed.error().sentence;
    EXPECT_GE(*killed, 2);
    EXPECT_TRUE(first.waitForEnd(10s));
    EXPECT_TRUE(first.reap());
    EXPECT_TRUE(markedProcesses(marker, value).empty());
}

TEST(MarkerSweep, FindsNothingAtOnce)
{
    const Result<int> killed = killMarked(marker, randomUuid());
    ASSERT_TRUE(killed);
    EXPECT_EQ(*killed, 0);
}
