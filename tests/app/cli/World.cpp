#include "tests/app/cli/World.h"

#include "core/client/ServiceLocator.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <thread>

namespace atelier::test {

namespace {

using namespace std::chrono_literals;

constexpr const char *program = ATELIER_BINARY_DIR "/atelier";

std::vector<std::string> commandLine(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), program);
    return arguments;
}

void endProcess(pid_t pid, int signal)
{
    const auto process = Pidfd::open(pid);
    if (!process)
        return;
    EXPECT_TRUE(process->signal(signal));
    EXPECT_TRUE(process->waitForEnd(20s));
}

} // namespace

Running::Running(const std::vector<std::string> &arguments, std::vector<std::string> environment,
    const std::filesystem::path &folder, std::filesystem::path output)
    : m_output(std::move(output))
{
    const Descriptor out(open(m_output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    const Descriptor err(
        open((m_output.string() + ".err").c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    SpawnRequest request;
    request.arguments = commandLine(arguments);
    request.environment = std::move(environment);
    request.folder = folder;
    request.descriptors = {{out.number(), 1}, {err.number(), 2}};
    auto process = spawn(request);
    EXPECT_TRUE(process) << process.error().sentence;
    m_process = std::make_unique<Pidfd>(std::move(*process));
}

bool Running::waitForOutput(const std::string &text) const
{
    for (int i = 0; i < 2000; ++i) {
        if (read(m_output).find(text) != std::string::npos)
            return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

void Running::interrupt() const
{
    EXPECT_TRUE(m_process->signal(SIGINT));
}

Outcome Running::finish()
{
    EXPECT_TRUE(m_process->waitForEnd(60s));
    const auto status = m_process->reap();
    return {status ? status->code : -1, read(m_output), read(m_output.string() + ".err")};
}

World::World()
{
    std::filesystem::create_directories(m_folder / "run");
    std::filesystem::permissions(m_folder / "run", std::filesystem::perms::owner_all);
}

World::~World()
{
    // A workspace may have been deleted while its service's socket was still there: every socket is looked
    // at.
    std::error_code none;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder / "run/atelier", none))
        if (entry.path().extension() == ".sock")
            if (const pid_t pid = serviceProcess(entry.path()); pid != 0)
                endProcess(pid, SIGTERM);
}

std::vector<std::string> World::environment() const
{
    auto changes = variables;
    for (const auto &[name, folder] : std::initializer_list<std::pair<const char *, const char *>>{
             {"XDG_RUNTIME_DIR", "run"}, {"XDG_STATE_HOME", "state"}, {"XDG_DATA_HOME", "data"}})
        changes.emplace_back(name, (m_folder / folder).string());
    changes.emplace_back("TZ", "UTC");
    return environmentWith(changes);
}

Outcome World::run(std::vector<std::string> arguments)
{
    SpawnRequest request;
    request.arguments = commandLine(std::move(arguments));
    request.environment = environment();
    request.folder = m_folder.path();
    const auto captured = runAndCapture(std::move(request), 60s);
    if (!captured)
        return {-1, {}, captured.error().sentence};
    return {captured->status.code, captured->output, captured->errors};
}

Json World::json(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"-o", "json"});
    const Outcome outcome = run(std::move(arguments));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const auto json = parseJson(outcome.out);
    EXPECT_TRUE(json) << outcome.out;
    return json.value_or(Json::object());
}

Running World::start(std::vector<std::string> arguments)
{
    return {arguments, environment(), m_folder.path(), m_folder / ("output" + std::to_string(++m_runs))};
}

void World::makeWorkspace()
{
    const Outcome made = run({"workspace", "init", "ws"});
    ASSERT_EQ(made.code, 0) << made.err;
}

void World::write(const std::string &name, const std::string &text)
{
    test::write(m_folder / name, text);
}

pid_t World::service() const
{
    std::error_code none;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder / "run/atelier", none))
        if (entry.path().extension() == ".sock")
            return serviceProcess(entry.path());
    return 0;
}

void World::killService() const
{
    endProcess(service(), SIGKILL);
}

} // namespace atelier::test
