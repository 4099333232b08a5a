#include "core/compute/LocalDriver.h"

#include "tests/core/compute/DriverContract.h"

#include <fcntl.h>
#include <sys/file.h>

namespace atelier::test {
namespace {

namespace fs = std::filesystem;
using Phase = AttemptState::Phase;

LocalDriverSettings settings()
{
    LocalDriverSettings settings;
    settings.supervisor = fs::path(ATELIER_BINARY_DIR) / "atelier-jobd";
    return settings;
}

struct LocalDriverFactory
{
    static std::unique_ptr<Driver> make(AttemptChanged changed)
    {
        return std::make_unique<LocalDriver>(settings(), std::move(changed));
    }
};

} // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(LocalDriver, DriverContract, LocalDriverFactory);

TEST(LocalDriver, AdoptsWhatAnEarlierOneLaunchedAndReportsItsEnd)
{
    const TemporaryFolder folder;
    const AttemptLaunch launch = makeLaunch(folder, "while ! test -e go; do sleep 0.01; done; exit 8");
    {
        AttemptObserver observer;
        LocalDriver first(settings(), observer.callback());
        ASSERT_TRUE(first.launch(launch));
        ASSERT_EQ(observer.waitFor(first, launch.attempt, Phase::Running).phase, Phase::Running);
    }
    AttemptObserver observer;
    LocalDriver second(settings(), observer.callback());
    EXPECT_EQ(second.observe(launch.attempt)->phase, Phase::Running);
    EXPECT_FALSE(second.launch(launch));
    write(folder / "go", "");
    EXPECT_EQ(observer.waitFor(second, launch.attempt, Phase::Ended).exit->code, 8);
    EXPECT_EQ(observer.reportsOf(launch.attempt.uuid), 1);
}

TEST(LocalDriver, AdoptsOneThatHasNotEvenPublishedItself)
{
    const TemporaryFolder folder;
    const AttemptLaunch launch = makeLaunch(folder, "exit 9");
    for (int i = 0; i < 20; ++i) {
        AttemptLaunch each = launch;
        each.attempt = makeLaunch(folder, "").attempt;
        { // gone before anything was heard of it
            LocalDriver first(settings(), [](const std::string &) {});
            ASSERT_TRUE(first.launch(each));
        }
        AttemptObserver observer;
        LocalDriver second(settings(), observer.callback());
        const Result<AttemptState> state = second.observe(each.attempt);
        ASSERT_TRUE(state) << state.error().sentence;
        if (state->phase
            == Phase::NotLaunched) // its supervisor had not even taken the lock: launching is safe
            static_cast<void>(second.launch(each));
        EXPECT_TRUE(eventually([&] { return second.observe(each.attempt)->phase == Phase::Ended; }));
        EXPECT_EQ(second.observe(each.attempt)->exit->code, 9);
    }
}

TEST(LocalDriver, KnowsThatTheMachineWasRestarted)
{
    const TemporaryFolder folder;
    const AttemptLaunch launch = makeLaunch(folder, "sleep 60");
    RunRecord run;
    {
        AttemptObserver observer;
        LocalDriver before(settings(), observer.callback());
        ASSERT_TRUE(before.launch(launch));
        run = *observer.waitFor(before, launch.attempt, Phase::Running).run;
        ASSERT_TRUE(run.supervisor.signal(SIGKILL));
        ASSERT_EQ(observer.waitFor(before, launch.attempt, Phase::Lost).phase, Phase::Lost);
    }
    LocalDriverSettings restarted = settings();
    restarted.bootId = "00000000-0000-4000-8000-000000000000";
    LocalDriver after(restarted, [](const std::string &) {});
    const Result<AttemptState> state = after.observe(launch.attempt);
    ASSERT_TRUE(state);
    EXPECT_EQ(state->phase, Phase::Lost);
    EXPECT_EQ(state->lostReason, AttemptState::LostReason::MachineRestarted);
}

TEST(LocalDriver, FailsAtOnceWithoutASupervisorProgram)
{
    const TemporaryFolder folder;
    LocalDriverSettings broken = settings();
    broken.supervisor = folder / "missing";
    LocalDriver driver(broken, [](const std::string &) {});
    const AttemptLaunch launch = makeLaunch(folder, "true");
    const Result<void> launched = driver.launch(launch);
    ASSERT_FALSE(launched);
    EXPECT_EQ(launched.error().kind, ErrorKind::NotFound);
    EXPECT_EQ(driver.observe(launch.attempt)->phase, Phase::NotLaunched);
}

TEST(LocalDriver, TellsTheCodeThatASupervisorGaveUpWith)
{
    const TemporaryFolder folder;
    write(folder / "supervisor", "#!/bin/sh\nexit 73\n");
    fs::permissions(folder / "supervisor", fs::perms(0700));
    LocalDriverSettings broken = settings();
    broken.supervisor = folder / "supervisor";
    AttemptObserver observer;
    LocalDriver driver(broken, observer.callback());
    const AttemptLaunch launch = makeLaunch(folder, "true");
    ASSERT_TRUE(driver.launch(launch));
    EXPECT_TRUE(eventually([&] { return observer.reportsOf(launch.attempt.uuid) == 1; }));
    const Result<AttemptState> state = driver.observe(launch.attempt);
    ASSERT_TRUE(state);
    EXPECT_EQ(state->phase, Phase::NotLaunched);
    EXPECT_EQ(state->supervisorCode, attempt::exitUnusableFolder);
}

TEST(LocalDriver, TakesADamagedExitRecordForALoss)
{
    const TemporaryFolder folder;
    AttemptObserver observer;
    LocalDriver driver(settings(), observer.callback());
    const AttemptLaunch launch = makeLaunch(folder, "true");
    ASSERT_TRUE(driver.launch(launch));
    ASSERT_EQ(observer.waitFor(driver, launch.attempt, Phase::Ended).phase, Phase::Ended);
    write(launch.attempt.folder / attempt::exitFile, "reason=exi");
    EXPECT_EQ(observer.waitFor(driver, launch.attempt, Phase::Lost).phase, Phase::Lost);
}

TEST(LocalDriver, ReportsAgainWhatItCouldNotTell)
{
    const TemporaryFolder folder;
    const AttemptLaunch launch = makeLaunch(folder, "true");
    fs::create_directories(launch.attempt.folder);
    AttemptObserver observer;
    LocalDriver driver(settings(), observer.callback());
    {
        // Something that is no supervisor holds the lock.
        const Descriptor lock(
            open((launch.attempt.folder / attempt::lockFile).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        ASSERT_EQ(flock(lock.number(), LOCK_EX), 0);
        EXPECT_EQ(driver.observe(launch.attempt).error().kind, ErrorKind::Busy);
    }
    EXPECT_TRUE(eventually([&] { return observer.reportsOf(launch.attempt.uuid) > 0; }));
    EXPECT_EQ(driver.observe(launch.attempt)->phase, Phase::NotLaunched);
}

TEST(LocalDriver, KillsInNoGroupButTheAttemptsOwn)
{
    const TemporaryFolder folder;
    const AttemptLaunch launch = makeLaunch(folder, "true");
    fs::create_directories(folder / "victim");
    RunRecord forged{{bootId(), 1, 1}, {bootId(), 1, 1}, (folder / "victim").string(), 5};
    write(launch.attempt.folder / attempt::lockFile, "");
    write(launch.attempt.folder / attempt::startedFile, bootId() + "\n");
    write(launch.attempt.folder / attempt::runFile, format(forged));
    write(folder / "victim" / "cgroup.kill", "");
    LocalDriver driver(settings(), [](const std::string &) {});
    EXPECT_EQ(driver.observe(launch.attempt)->phase, Phase::Lost);
    EXPECT_EQ(read(folder / "victim" / "cgroup.kill"), "");
}

TEST(LocalDriver, WantsAbsolutePathsAndNoNul)
{
    const TemporaryFolder folder;
    LocalDriver driver(settings(), [](const std::string &) {});
    AttemptLaunch launch = makeLaunch(folder, "true");
    launch.workingFolder = "relative";
    EXPECT_EQ(driver.launch(launch).error().kind, ErrorKind::Invalid);
    launch = makeLaunch(folder, std::string("true\0false", 10));
    EXPECT_EQ(driver.launch(launch).error().code, "attempt.nul");
}

TEST(LocalDriver, LetsItsAttemptsRunOnWhenItIsGone)
{
    const TemporaryFolder folder;
    const AttemptLaunch launch = makeLaunch(folder, "while ! test -e go; do sleep 0.01; done; exit 0");
    {
        LocalDriver driver(settings(), [](const std::string &) {});
        ASSERT_TRUE(driver.launch(launch));
    }
    write(folder / "go", "");
    EXPECT_TRUE(eventually([&] { return fs::exists(launch.attempt.folder / attempt::exitFile); }));
}

} // namespace atelier::test
