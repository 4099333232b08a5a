#include "core/base/Ids.h"
#include "core/compute/LocalDriver.h"
#include "core/system/File.h"
#include "core/system/Process.h"
#include "tests/support/TemporaryFolder.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <mutex>
#include <vector>

namespace {

using namespace atelier;

double millisecondsFor(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void print(const char *what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("%-48s median %6.2f ms   p95 %6.2f ms   of %zu\n", what, times[times.size() / 2],
        times[times.size() * 95 / 100], times.size());
}

/// What no way of running a program with a durable record of its end can do without.
void floorOf(const std::filesystem::path &folder)
{
    const Result<Pidfd> process = spawn({{"/bin/true"}, std::nullopt, {}, {}, SpawnRequest::Session::Same});
    if (!process || !process->waitForEnd(std::chrono::seconds(10)) || !process->reap())
        std::abort();
    if (!durableWrite(folder / "exit", "code=0\n"))
        std::abort();
}

/// Launches attempts one after the other, as a chain of steps does.
class Chain
{
public:
    explicit Chain(const test::TemporaryFolder &folder)
        : m_folder(folder)
        , m_driver({std::filesystem::path(ATELIER_BINARY_DIR) / "atelier-jobd", "", {}, bootId()},
              [this](const std::string &) {
                  const std::lock_guard lock(m_mutex);
                  m_isChanged = true;
                  m_changed.notify_all();
              })
    {
    }

    void step()
    {
        AttemptLaunch launch;
        launch.attempt.uuid = randomUuid();
        launch.attempt.folder = m_folder / "attempts" / launch.attempt.uuid;
        launch.command = "true";
        launch.workingFolder = m_folder.path();
        launch.environment = environmentWith({});
        launch.logFile = m_folder / "log";
        if (!m_driver.launch(launch))
            std::abort();
        while (true) {
            const Result<AttemptState> state = m_driver.observe(launch.attempt);
            if (!state)
                std::abort();
            if (state->phase == AttemptState::Phase::Ended)
                break;
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isChanged; });
            m_isChanged = false;
        }
        m_driver.forget(launch.attempt);
    }

private:
    const test::TemporaryFolder &m_folder;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isChanged = false;
    LocalDriver m_driver;
};

} // namespace

/// What a step costs besides its own work, against the floor: one posix_spawn, one wait, one durable record.
int main()
{
    constexpr int count = 200;
    const test::TemporaryFolder folder;
    std::vector<double> floors;
    for (int i = 0; i < count; ++i)
        floors.push_back(millisecondsFor([&] { floorOf(folder.path()); }));
    print("floor: spawn, wait, two fsyncs", floors);
    Chain chain(folder);
    std::vector<double> steps;
    for (int i = 0; i < count; ++i)
        steps.push_back(millisecondsFor([&] { chain.step(); }));
    print("launch, run `true`, durable exit record", steps);
    return 0;
}
