#include "core/compute/LocalDriver.h"

#include "core/system/Clock.h"
#include "core/system/File.h"
#include "core/system/MarkerSweep.h"
#include "core/system/Process.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace atelier {

namespace {

using Phase = AttemptState::Phase;

constexpr std::size_t recordLimit = 64U << 10U;
constexpr std::int64_t lookPatienceMs
    = 3000; ///< a supervisor publishes, or restores what its job deleted, sooner
constexpr int notifyTarget = 3;

/// The file's text, nullopt where there is none.
Result<std::optional<std::string>> textOf(const AttemptReference &attempt, const char *name)
{
    Result<std::string> text = readFile(attempt.folder / name, recordLimit);
    if (text)
        return std::optional(std::move(*text));
    if (text.error().kind == ErrorKind::NotFound)
        return std::optional<std::string>();
    return text.error();
}

std::optional<RunRecord> runOf(const AttemptReference &attempt)
{
    const Result<std::optional<std::string>> text = textOf(attempt, attempt::runFile);
    if (!text || !*text)
        return std::nullopt;
    const Result<RunRecord> run = parseRunRecord(**text);
    return run ? std::optional(*run) : std::nullopt;
}

AttemptState runningState(const AttemptReference &attempt)
{
    AttemptState state;
    state.phase = Phase::Running;
    state.run = runOf(attempt);
    return state;
}

/// The final state once the exit record is there.
Result<std::optional<AttemptState>> endOf(const AttemptReference &attempt)
{
    const Result<std::optional<std::string>> text = textOf(attempt, attempt::exitFile);
    if (!text)
        return text.error();
    if (!*text)
        return std::optional<AttemptState>();
    const Result<ExitRecord> exit = parseExitRecord(**text);
    if (!exit)
        return std::optional<AttemptState>(); // damaged on the disk: how it ended is lost
    AttemptState state;
    state.phase = Phase::Ended;
    state.run = runOf(attempt);
    state.exit = *exit;
    return std::optional(state);
}

/// True for a group that a supervisor makes for this very attempt: the path comes from a file that a job
/// could have written, and no other group may be touched.
bool isCgroupOf(const std::string &path, const std::string &uuid)
{
    const std::string name = "/atelier-" + uuid;
    return path.rfind("/sys/fs/cgroup/", 0) == 0 && path.find("/../") == std::string::npos
        && path.size() > name.size() && path.compare(path.size() - name.size(), name.size(), name) == 0;
}

void killCgroup(const std::string &path)
{
    const Descriptor kill(open((path + "/cgroup.kill").c_str(), O_WRONLY | O_CLOEXEC));
    if (kill) [[maybe_unused]]
        const ssize_t ignored = write(kill.number(), "1", 1);
}

/// A killed process stays in its group until the kernel has taken it apart, which can take some milliseconds.
void removeCgroup(const std::string &path)
{
    for (int tries = 0; rmdir(path.c_str()) != 0 && errno == EBUSY && tries < 250; ++tries)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

const char *shell()
{
    return access("/bin/bash", X_OK) == 0 ? "/bin/bash" : "/bin/sh";
}

Error alreadyStarted(const std::string &uuid)
{
    return {ErrorKind::Conflict, "attempt.started",
        "The attempt was started before; an attempt runs only once. Make a new one.", {{"attempt", uuid}},
        {}};
}

} // namespace

LocalDriver::LocalDriver(LocalDriverSettings settings, AttemptChanged changed)
    : m_settings(std::move(settings))
    , m_watcher(std::move(changed))
{
}

Result<void> LocalDriver::launch(const AttemptLaunch &launch)
{
    const AttemptReference &attempt = launch.attempt;
    if (!attempt.folder.is_absolute() || !launch.workingFolder.is_absolute()
        || !launch.logFile.is_absolute()) {
        return Error{ErrorKind::Invalid, "attempt.relative-path",
            "An attempt's folders and its log file must be given by absolute paths.", {}, {}};
    }
    if (const auto status = m_watcher.status(attempt.uuid); status && !status->hasEnded)
        return alreadyStarted(attempt.uuid);
    if (const Result<void> made = makeFolders(attempt.folder); !made)
        return made;
    for (const char *mark : {attempt::startedFile, attempt::exitFile})
        if (access((attempt.folder / mark).c_str(), F_OK) == 0)
            return alreadyStarted(attempt.uuid);
    if (const Result<void> written = writeLaunchRecord(launch); !written)
        return written;
    return startSupervisor(attempt);
}

Result<void> LocalDriver::writeLaunchRecord(const AttemptLaunch &launch) const
{
    LaunchRecord record;
    record.uuid = launch.attempt.uuid;
    record.arguments = {shell(), "-c", launch.command};
    record.environment = launch.environment;
    record.folder = launch.workingFolder.string();
    record.logFile = launch.logFile.string();
    record.logKeepBytes = launch.logKeepBytes;
    record.graceMs = launch.grace.count();
    record.timeoutMs = launch.timeout.count();
    record.memoryBytes = launch.memoryBytes;
    record.processes = launch.processes;
    record.serviceSocket = m_settings.serviceSocket;
    record.restartCommand = m_settings.restartCommand;
    const Result<std::string> text = format(record);
    if (!text)
        return text.error();
    const Result<Descriptor> folder = openFolder(launch.attempt.folder);
    if (!folder)
        return folder.error();
    // Need not survive a loss of power: without the mark `started`, which does, the attempt is launched anew.
    return atomicWrite(folder->number(), attempt::launchFile, *text);
}

Result<void> LocalDriver::startSupervisor(const AttemptReference &attempt)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return systemError("attempt.launch", "start the command's supervisor", errno);
    Descriptor reading(ends[0]);
    const Descriptor writing(ends[1]);
    SpawnRequest request;
    request.arguments
        = {m_settings.supervisor.string(), attempt.folder.string(), "--notify", std::to_string(notifyTarget)};
    request.folder = "/"; // or it would keep a mounted folder from being unmounted
    request.descriptors = {{writing.number(), notifyTarget}};
    request.session = SpawnRequest::Session::New;
    Result<Pidfd> supervisor = spawn(request);
    if (!supervisor)
        return supervisor.error();
    return m_watcher.watchChild(attempt, std::move(*supervisor), std::move(reading));
}

Result<AttemptState> LocalDriver::observe(const AttemptReference &attempt)
{
    const Result<std::optional<AttemptState>> end = endOf(attempt);
    if (!end)
        return end.error();
    if (*end)
        return **end;
    const std::optional<SupervisorStatus> status = m_watcher.status(attempt.uuid);
    if (status && !status->hasEnded)
        return runningState(attempt);
    Result<AttemptState> state = observeUnwatched(attempt);
    if (!state)
        m_watcher.remindOf(attempt.uuid);
    if (state && state->phase == Phase::NotLaunched && status)
        state->supervisorCode = status->exitCode;
    return state;
}

Result<AttemptState> LocalDriver::observeUnwatched(const AttemptReference &attempt)
{
    const std::lock_guard lock(m_looking);
    const std::int64_t deadline = steadyMs() + lookPatienceMs;
    while (true) {
        Result<std::optional<AttemptState>> state = look(attempt);
        if (!state)
            return state.error();
        if (*state)
            return std::move(**state);
        if (steadyMs() > deadline) {
            return Error{ErrorKind::Busy, "attempt.unclear",
                "It cannot be told yet whether the command runs: something holds its records. Look again "
                "later.",
                {{"attempt", attempt.uuid}}, {}};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

/// One look; nullopt where a supervisor is between two steps and the next look will say more.
Result<std::optional<AttemptState>> LocalDriver::look(const AttemptReference &attempt)
{
    const Descriptor file(
        open((attempt.folder / attempt::lockFile).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file && errno != ENOENT)
        return systemError("attempt.look", "look at the attempt " + attempt.uuid, errno);
    if (file && flock(file.number(), LOCK_EX | LOCK_NB) != 0)
        return adopt(attempt);
    // With the lock held nobody can start it now. Its end may have been written since the first look.
    Result<std::optional<AttemptState>> end = endOf(attempt);
    if (!end || *end)
        return end;
    const Result<std::optional<std::string>> started = textOf(attempt, attempt::startedFile);
    if (!started)
        return started.error();
    if (file && *started) {
        Result<AttemptState> lost = lose(attempt, **started);
        return lost ? Result(std::optional(*lost)) : Result<std::optional<AttemptState>>(lost.error());
    }
    // A job may have deleted its own records: its supervisor puts them back within a second.
    if (!markedProcesses(attempt::markerVariable, attempt.uuid).empty())
        return std::optional<AttemptState>();
    return std::optional(AttemptState{});
}

Result<std::optional<AttemptState>> LocalDriver::adopt(const AttemptReference &attempt)
{
    const AttemptState state = runningState(attempt);
    if (!state.run)
        return std::optional<AttemptState>();
    Result<Pidfd> supervisor = state.run->supervisor.open();
    if (!supervisor) // just gone; a child of its that was not executed yet may hold the lock for moments
        return std::optional<AttemptState>();
    if (const Result<void> watched = m_watcher.watchFound(attempt, std::move(*supervisor)); !watched)
        return watched.error();
    return std::optional(state);
}

Result<AttemptState> LocalDriver::lose(const AttemptReference &attempt, const std::string &startedBoot) const
{
    AttemptState state;
    state.phase = Phase::Lost;
    state.run = runOf(attempt);
    if (startedBoot != m_settings.bootId + "\n") {
        state.lostReason = AttemptState::LostReason::MachineRestarted;
        return state;
    }
    const bool hasCgroup = state.run && isCgroupOf(state.run->cgroup, attempt.uuid);
    if (hasCgroup)
        killCgroup(state.run->cgroup);
    if (const Result<int> killed = killMarked(attempt::markerVariable, attempt.uuid); !killed)
        return killed.error();
    if (hasCgroup)
        removeCgroup(state.run->cgroup);
    return state;
}

Result<void> LocalDriver::cancel(const AttemptReference &attempt)
{
    if (m_watcher.cancelOncePublished(attempt))
        return {};
    Result<void> sent = sendCancel(attempt.folder);
    if (sent || sent.error().kind != ErrorKind::NotFound)
        return sent;
    // The job may have deleted the socket: its supervisor takes a signal as well.
    const std::optional<RunRecord> run = runOf(attempt);
    if (run && run->supervisor.signal(SIGTERM))
        return {};
    return sent;
}

void LocalDriver::forget(const AttemptReference &attempt)
{
    m_watcher.forget(attempt.uuid);
}

} // namespace atelier
