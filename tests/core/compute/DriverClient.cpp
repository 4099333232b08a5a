#include "core/base/Ids.h"
#include "core/compute/LocalDriver.h"
#include "core/system/Clock.h"
#include "core/system/File.h"
#include "core/system/Process.h"

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <set>
#include <sstream>

namespace {

using namespace atelier;
namespace fs = std::filesystem;

/// The smallest thing that works as the service does: writes its intents durably, launches, observes, and
/// after being killed goes on from what it finds. One line of the intents: the number of the job, the uuid of
/// its attempt.
class Client
{
public:
    Client(fs::path folder, int jobs)
        : m_folder(std::move(folder))
        , m_jobs(jobs)
        , m_driver({fs::path(ATELIER_BINARY_DIR) / "atelier-jobd", "", {}, bootId()},
              [this](const std::string &uuid) {
                  const std::lock_guard lock(m_mutex);
                  m_changed.insert(uuid);
                  m_wake.notify_all();
              })
    {
    }

    void run()
    {
        const std::int64_t begin = steadyMs();
        std::istringstream intents(
            readFile(m_folder / "intents", 1U << 20U) ? *readFile(m_folder / "intents", 1U << 20U) : "");
        int number = 0;
        for (std::string uuid; intents >> number >> uuid;)
            m_attempts[uuid] = number;
        int running = 0;
        for (const auto &[uuid, job] : m_attempts)
            running += look(uuid) ? 1 : 0;
        note("adopted", std::to_string(steadyMs() - begin) + " " + std::to_string(running));
        while (static_cast<int>(m_ended.size()) < m_jobs) {
            while (static_cast<int>(m_attempts.size() - m_ended.size()) < 6
                && static_cast<int>(m_attempts.size()) < m_jobs)
                submit();
            waitAndLook();
        }
        note("all", "done");
    }

private:
    [[nodiscard]] AttemptReference reference(const std::string &uuid) const
    {
        return {uuid, m_folder / "attempts" / uuid};
    }

    void note(const char *file, const std::string &line) const
    {
        std::FILE *stream = std::fopen((m_folder / file).c_str(), "a");
        std::fprintf(stream, "%s\n", line.c_str());
        std::fclose(stream);
    }

    void submit()
    {
        const std::string uuid = randomUuid();
        m_attempts[uuid] = static_cast<int>(m_attempts.size());
        std::string text;
        for (const auto &[each, number] : m_attempts)
            text += std::to_string(number) + " " + each + "\n";
        if (!durableWrite(m_folder / "intents", text))
            std::abort();
        launch(uuid);
    }

    void launch(const std::string &uuid)
    {
        const std::string number = std::to_string(m_attempts[uuid]);
        AttemptLaunch launch;
        launch.attempt = reference(uuid);
        // Each run leaves its mark: twice the same number would be a job that ran twice. A daemon stays
        // behind.
        launch.command = "echo " + number + " >> ran; setsid sleep 100 & sleep 0."
            + std::to_string(1 + m_attempts[uuid] % 3) + "; exit $((" + number + " % 200))";
        launch.workingFolder = m_folder;
        launch.environment = environmentWith({});
        launch.logFile = m_folder / "log";
        if (const Result<void> launched = m_driver.launch(launch);
            !launched && launched.error().kind != ErrorKind::Conflict)
            std::abort();
    }

    /// True while it runs.
    bool look(const std::string &uuid)
    {
        const Result<AttemptState> state = m_driver.observe(reference(uuid));
        if (!state)
            return false; // the driver reports it again
        if (state->phase == AttemptState::Phase::NotLaunched)
            launch(uuid);
        if (state->phase == AttemptState::Phase::Lost)
            note("lost", uuid);
        if (state->phase == AttemptState::Phase::Ended || state->phase == AttemptState::Phase::Lost) {
            if (state->exit && state->exit->code != m_attempts[uuid] % 200)
                note("wrong", uuid + " " + std::to_string(state->exit->code));
            m_ended.insert(uuid);
            m_driver.forget(reference(uuid));
        }
        return state->phase == AttemptState::Phase::Running;
    }

    void waitAndLook()
    {
        std::set<std::string> changed;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return !m_changed.empty(); });
            changed.swap(m_changed);
        }
        for (const std::string &uuid : changed)
            if (m_ended.count(uuid) == 0)
                look(uuid);
    }

    fs::path m_folder;
    int m_jobs;
    std::map<std::string, int> m_attempts;
    std::set<std::string> m_ended;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::set<std::string> m_changed;
    LocalDriver m_driver;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return 64;
    Client(argv[1], std::atoi(argv[2])).run();
    return 0;
}
