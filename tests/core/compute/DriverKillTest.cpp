#include "core/compute/LocalDriver.h"
#include "core/system/MarkerSweep.h"
#include "core/system/Process.h"
#include "tests/core/compute/AttemptObserver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <thread>

using namespace atelier;
using namespace atelier::test;

namespace {

namespace fs = std::filesystem;

LocalDriverSettings settings()
{
    LocalDriverSettings settings;
    settings.supervisor = fs::path(ATELIER_BINARY_DIR) / "atelier-jobd";
    return settings;
}

template<typename Key, typename Value>
std::map<Key, Value> pairsIn(const std::string &text)
{
    std::map<Key, Value> pairs;
    std::istringstream stream(text);
    Key key{};
    Value value{};
    while (stream >> key >> value)
        pairs.emplace(key, value);
    return pairs;
}

std::map<int, int> timesRun(const fs::path &file)
{
    std::map<int, int> times;
    std::istringstream stream(read(file));
    for (int number = 0; stream >> number;)
        ++times[number];
    return times;
}

std::size_t intentsIn(const fs::path &folder)
{
    const std::string text = read(folder / "intents");
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

TEST(DriverKill, FiftyKilledSupervisorsLeaveNoOrphanAndAreAllReported)
{
    const TemporaryFolder folder;
    AttemptObserver observer;
    LocalDriver driver(settings(), observer.callback());
    std::mt19937 random(50);
    for (int i = 0; i < 50; ++i) {
        const AttemptLaunch launch = makeLaunch(folder,
            "setsid sleep 100 & (setsid sh -c 'trap \"\" TERM; sleep 101; true' &) ; (sleep 0.02; setsid "
            "sleep 102) & sleep 103");
        ASSERT_TRUE(driver.launch(launch));
        const RunRecord run = observer.waitFor(driver, launch.attempt, AttemptState::Phase::Running)
                                  .run.value_or(RunRecord{});
        std::this_thread::sleep_for(
            std::chrono::milliseconds(random() % 40)); // anywhere among the job's forks
        ASSERT_TRUE(run.supervisor.signal(SIGKILL));
        const AttemptState state = observer.waitFor(driver, launch.attempt, AttemptState::Phase::Lost);
        ASSERT_EQ(state.phase, AttemptState::Phase::Lost) << i;
        ASSERT_EQ(state.lostReason, AttemptState::LostReason::SupervisorDied);
        ASSERT_TRUE(markedProcesses(attempt::markerVariable, launch.attempt.uuid).empty()) << i;
        EXPECT_TRUE(run.cgroup.empty() || !fs::exists(run.cgroup));
        driver.forget(launch.attempt);
    }
}

TEST(DriverKill, FiftyKilledClientsLoseNothingAndRunNothingTwice)
{
    const TemporaryFolder folder;
    constexpr int jobs = 300;
    constexpr int kills = 50;
    std::mt19937 random(300);
    SpawnRequest request;
    request.arguments
        = {std::string(ATELIER_BINARY_DIR) + "/driver_client", folder.path().string(), std::to_string(jobs)};
    request.session = SpawnRequest::Session::New;
    int killed = 0;
    while (!fs::exists(folder / "all")) {
        const Result<Pidfd> client = spawn(request);
        ASSERT_TRUE(client);
        if (killed < kills) {
            // It is killed once it has got on a little, however slow the machine, so that every kill hits it
            // at work.
            const std::size_t enough = intentsIn(folder.path()) + 1 + random() % 8;
            EXPECT_TRUE(eventually([&] { return client->hasEnded() || intentsIn(folder.path()) >= enough; }));
            std::this_thread::sleep_for(std::chrono::milliseconds(random() % 40));
            EXPECT_TRUE(client->signal(SIGKILL));
            ++killed;
        }
        ASSERT_TRUE(client->waitForEnd(std::chrono::seconds(60))) << "the last one must finish";
        EXPECT_TRUE(client->reap());
    }
    EXPECT_GE(killed, kills / 2) << "most of the work must have been done under fire";
    const std::map<int, int> times = timesRun(folder / "ran");
    EXPECT_EQ(times.size(), static_cast<std::size_t>(jobs)) << "lost";
    for (const auto &[number, count] : times)
        EXPECT_EQ(count, 1) << "job " << number << " ran again";
    EXPECT_EQ(read(folder / "lost"), "");
    EXPECT_EQ(read(folder / "wrong"), "");
    const std::map<int, std::string> intents = pairsIn<int, std::string>(read(folder / "intents"));
    ASSERT_EQ(intents.size(), static_cast<std::size_t>(jobs));
    for (const auto &[number, uuid] : intents) {
        EXPECT_TRUE(markedProcesses(attempt::markerVariable, uuid).empty()) << "orphans of job " << number;
        const Result<ExitRecord> exit = parseExitRecord(read(folder / "attempts" / uuid / attempt::exitFile));
        ASSERT_TRUE(exit) << number;
        EXPECT_EQ(exit->code, number % 200);
        EXPECT_EQ(exit->strays, 1) << number;
    }
    std::istringstream adoptions(read(folder / "adopted"));
    int adopted = 0;
    for (int milliseconds = 0, running = 0; adoptions >> milliseconds >> running; adopted += running)
        EXPECT_LT(milliseconds, 1000);
    EXPECT_GT(adopted, 0) << "jobs must have been running when the clients were killed";
    std::printf("%d clients killed, %d jobs adopted\n", killed, adopted);
}
