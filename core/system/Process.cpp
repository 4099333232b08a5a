#include "core/system/Process.h"

#include "core/system/Clock.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>

extern char **environ;

namespace atelier {

namespace {

std::vector<char *> pointersTo(const std::vector<std::string> &texts)
{
    std::vector<char *> pointers;
    pointers.reserve(texts.size() + 1);
    for (const std::string &text : texts)
        pointers.push_back(
            const_cast<char *>(text.c_str())); // posix_spawn takes them so, and leaves them alone
    pointers.push_back(nullptr);
    return pointers;
}

class SpawnAttributes
{
public:
    explicit SpawnAttributes(SpawnRequest::Session session)
    {
        posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&m_attributes, &signals);
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&m_attributes, &signals);
        int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
        if (session == SpawnRequest::Session::New)
            flags |= POSIX_SPAWN_SETSID;
        posix_spawnattr_setflags(&m_attributes, static_cast<short>(flags));
    }
    ~SpawnAttributes() { posix_spawnattr_destroy(&m_attributes); }
    SpawnAttributes(const SpawnAttributes &) = delete;
    SpawnAttributes &operator=(const SpawnAttributes &) = delete;

    [[nodiscard]] const posix_spawnattr_t *get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes{};
};

class SpawnActions
{
public:
    SpawnActions() { posix_spawn_file_actions_init(&m_actions); }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&m_actions); }
    SpawnActions(const SpawnActions &) = delete;
    SpawnActions &operator=(const SpawnActions &) = delete;

    /// What can go wrong here is only want of memory or of descriptors: the answer is an errno, 0 for none.
    int prepare(const SpawnRequest &request)
    {
        int highest = 2;
        for (const auto &[ours, theirs] : request.descriptors)
            highest = std::max(highest, theirs);
        int failed = openNullDevice(request);
        for (const auto &[ours, theirs] : request.descriptors) {
            if (failed != 0)
                return failed;
            // Above all targets, so that no dup2 of the child overwrites the source of a later one.
            Descriptor copy(fcntl(ours, F_DUPFD_CLOEXEC, highest + 1));
            if (!copy)
                return errno;
            failed = posix_spawn_file_actions_adddup2(&m_actions, copy.number(), theirs);
            m_copies.push_back(std::move(copy));
        }
        for (int number = 3; number < highest && failed == 0; ++number)
            if (!isTarget(request, number))
                failed = posix_spawn_file_actions_addclose(&m_actions, number);
        if (failed == 0)
            failed = posix_spawn_file_actions_addclosefrom_np(&m_actions, highest + 1);
        if (failed == 0 && !request.folder.empty())
            failed = posix_spawn_file_actions_addchdir_np(&m_actions, request.folder.c_str());
        return failed;
    }

    [[nodiscard]] const posix_spawn_file_actions_t *get() const { return &m_actions; }

private:
    static bool isTarget(const SpawnRequest &request, int number)
    {
        return std::any_of(request.descriptors.begin(), request.descriptors.end(),
            [number](const auto &pair) { return pair.second == number; });
    }

    int openNullDevice(const SpawnRequest &request)
    {
        int failed = 0;
        for (int number = 0; number <= 2 && failed == 0; ++number)
            if (!isTarget(request, number))
                failed = posix_spawn_file_actions_addopen(&m_actions, number, "/dev/null", O_RDWR, 0);
        return failed;
    }

    posix_spawn_file_actions_t m_actions{};
    std::vector<Descriptor> m_copies;
};

struct Pipe
{
    Descriptor reading;
    Descriptor writing;
};

Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return systemError("process.pipe", "make a pipe", errno);
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Takes what is there to read; false at the end of the stream.
bool drainOnce(int descriptor, std::string &text, std::size_t limit, bool &isTruncated)
{
    std::array<char, 16384> buffer;
    const ssize_t got = read(descriptor, buffer.data(), buffer.size());
    if (got <= 0)
        return got < 0 && (errno == EINTR || errno == EAGAIN);
    const std::size_t room = limit - std::min(limit, text.size());
    const std::size_t taken = std::min(room, static_cast<std::size_t>(got));
    text.append(buffer.data(), taken);
    isTruncated = isTruncated || taken < static_cast<std::size_t>(got);
    return true;
}

/// When a tool is to be killed.
struct Patience
{
    std::int64_t deadline;
    int stop; ///< or -1
};

enum class Collected { ToItsEnd, TooSlow, Stopped };

/// Collects both streams until the process has ended.
Collected collect(const Pidfd &process, std::array<Descriptor, 2> &streams, Captured &captured,
    std::size_t limit, const Patience &patience)
{
    std::array<std::string *, 2> texts{&captured.output, &captured.errors};
    bool hasEnded = false;
    while (true) {
        std::array<pollfd, 4> watched{};
        watched[0] = {streams[0].number(), POLLIN, 0};
        watched[1] = {streams[1].number(), POLLIN, 0};
        watched[2] = {hasEnded ? -1 : process.descriptor(), POLLIN, 0};
        watched[3] = {patience.stop, POLLIN, 0};
        const std::int64_t left = hasEnded ? 0 : std::max<std::int64_t>(0, patience.deadline - steadyMs());
        const int ready
            = poll(watched.data(), watched.size(), static_cast<int>(std::min<std::int64_t>(left, 1 << 30)));
        if (ready < 0 && errno != EINTR)
            return Collected::TooSlow;
        if (ready > 0 && watched[3].revents != 0)
            return Collected::Stopped;
        // A child of the tool may hold the pipes for long: what was written by the tool's end is enough.
        if (ready == 0 && left == 0)
            return hasEnded ? Collected::ToItsEnd : Collected::TooSlow;
        for (std::size_t i = 0; i < 2 && ready > 0; ++i)
            if (watched[i].revents != 0
                && !drainOnce(streams[i].number(), *texts[i], limit, captured.isTruncated))
                streams[i].reset();
        hasEnded = hasEnded || (ready > 0 && watched[2].revents != 0);
    }
}

} // namespace

std::vector<std::string> environmentWith(const std::vector<std::pair<std::string, std::string>> &changes)
{
    std::vector<std::string> result;
    for (char **entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const bool isChanged = std::any_of(changes.begin(), changes.end(), [text](const auto &change) {
            return text.size() > change.first.size() && text[change.first.size()] == '='
                && text.substr(0, change.first.size()) == change.first;
        });
        if (!isChanged)
            result.emplace_back(text);
    }
    for (const auto &[name, value] : changes)
        result.push_back(name + "=" + value);
    return result;
}

Result<Pidfd> spawn(const SpawnRequest &request)
{
    if (request.arguments.empty())
        return Error{ErrorKind::Invalid, "process.no-program", "There is no program to start.", {}, {}};
    const std::string &program = request.arguments.front();
    SpawnActions actions;
    if (const int failed = actions.prepare(request); failed != 0)
        return systemError("process.start", "start " + program, failed);
    const SpawnAttributes attributes(request.session);
    const std::vector<char *> arguments = pointersTo(request.arguments);
    const std::vector<char *> variables
        = request.environment ? pointersTo(*request.environment) : std::vector<char *>();
    pid_t pid = 0;
    const int failed = posix_spawnp(&pid, program.c_str(), actions.get(), attributes.get(), arguments.data(),
        request.environment ? variables.data() : environ);
    if (failed != 0)
        return systemError("process.start", "start " + program, failed);
    return Pidfd::open(pid); // not reaped yet, so the number is still its own
}

Result<Captured> runAndCapture(
    SpawnRequest request, std::chrono::milliseconds timeout, std::size_t limit, int stop)
{
    Result<Pipe> output = makePipe();
    Result<Pipe> errors = makePipe();
    if (!output || !errors)
        return output ? errors.error() : output.error();
    request.descriptors.emplace_back(output->writing.number(), 1);
    request.descriptors.emplace_back(errors->writing.number(), 2);
    request.session = SpawnRequest::Session::New;
    const std::int64_t deadline = steadyMs() + timeout.count();
    const Result<Pidfd> process = spawn(request);
    if (!process)
        return process.error();
    output->writing.reset();
    errors->writing.reset();
    std::array<Descriptor, 2> streams{std::move(output->reading), std::move(errors->reading)};
    Captured captured;
    const Collected collected = collect(*process, streams, captured, limit, {deadline, stop});
    if (collected != Collected::ToItsEnd) {
        kill(-process->pid(),
            SIGKILL); // the session's first group; its leader is not reaped, the number is its own
        static_cast<void>(process->waitForEnd(std::chrono::seconds(5)));
        static_cast<void>(process->reap());
        if (collected == Collected::Stopped)
            return Error{ErrorKind::Busy, "process.stopped",
                request.arguments.front() + " was stopped before its end.",
                {{"program", request.arguments.front()}}, {}};
        return Error{ErrorKind::Busy, "process.timeout",
            request.arguments.front() + " did not end within " + std::to_string(timeout.count())
                + " ms and was killed.",
            {{"program", request.arguments.front()}}, {}};
    }
    captured.status = process->reap().value_or(ExitStatus{});
    return captured;
}

} // namespace atelier
