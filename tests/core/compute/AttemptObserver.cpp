#include "tests/core/compute/AttemptObserver.h"

#include "core/base/Ids.h"
#include "core/system/Process.h"

#include <gtest/gtest.h>

#include <thread>

namespace atelier::test {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patience(20);

} // namespace

AttemptChanged AttemptObserver::callback()
{
    return [this](const std::string &uuid) {
        const std::lock_guard lock(m_mutex);
        ++m_reports[uuid];
        m_reported.notify_all();
    };
}

AttemptState AttemptObserver::waitFor(
    Driver &driver, const AttemptReference &attempt, AttemptState::Phase phase)
{
    const auto deadline = Clock::now() + patience;
    while (true) {
        const int seen = reportsOf(attempt.uuid);
        const Result<AttemptState> state = driver.observe(attempt);
        if (!state) {
            ADD_FAILURE() << state.error().sentence;
            return {};
        }
        if (state->phase == phase && (phase != AttemptState::Phase::Running || state->run))
            return *state;
        std::unique_lock lock(m_mutex);
        if (!m_reported.wait_until(lock, deadline, [&] { return m_reports[attempt.uuid] > seen; })) {
            ADD_FAILURE() << "phase " << static_cast<int>(phase) << " was not reported, it is "
                          << static_cast<int>(state->phase);
            return *state;
        }
    }
}

int AttemptObserver::reportsOf(const std::string &uuid) const
{
    const std::lock_guard lock(m_mutex);
    const auto reports = m_reports.find(uuid);
    return reports == m_reports.end() ? 0 : reports->second;
}

AttemptLaunch makeLaunch(const TemporaryFolder &folder, const std::string &command)
{
    AttemptLaunch launch;
    launch.attempt.uuid = randomUuid();
    launch.attempt.folder = folder / "attempts" / launch.attempt.uuid;
    launch.command = command;
    launch.workingFolder = folder.path();
    launch.environment = environmentWith({});
    launch.logFile = folder / (launch.attempt.uuid + ".log");
    launch.grace = std::chrono::milliseconds(300);
    return launch;
}

bool eventuallyTrue(bool (*look)(void *), void *context, std::chrono::milliseconds patience)
{
    const auto deadline = Clock::now() + patience;
    while (!look(context)) {
        if (Clock::now() > deadline)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

} // namespace atelier::test
