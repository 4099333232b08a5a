#include "core/system/MarkerSweep.h"

#include "core/system/Clock.h"
#include "core/system/Pidfd.h"
#include "core/system/ProcFile.h"

#include <csignal>
#include <set>
#include <thread>
#include <unistd.h>

namespace atelier {

namespace {

bool isMarked(pid_t pid, const std::string &entry)
{
    // Entries end with NUL: the NULs around it keep `A=1` from being found in `XA=1` or `A=12`.
    const std::string environment = '\0' + procText("/proc/" + std::to_string(pid) + "/environ");
    return environment.find('\0' + entry + '\0') != std::string::npos;
}

std::string entryOf(const std::string &name, const std::string &value)
{
    return name + "=" + value;
}

} // namespace

std::vector<pid_t> markedProcesses(const std::string &name, const std::string &value)
{
    std::vector<pid_t> marked;
    for (const pid_t pid : allProcesses())
        if (pid != getpid() && isMarked(pid, entryOf(name, value)))
            marked.push_back(pid);
    return marked;
}

Result<int> killMarked(const std::string &name, const std::string &value, std::chrono::milliseconds patience)
{
    const std::int64_t deadline = steadyMs() + patience.count();
    std::set<std::pair<pid_t, std::uint64_t>> killed;
    // One look can miss a process that forks while /proc is being read, and its child that appears behind the
    // reader.
    int cleanLooks = 0;
    while (cleanLooks < 2) {
        const std::vector<pid_t> found = markedProcesses(name, value);
        cleanLooks = found.empty() ? cleanLooks + 1 : 0;
        for (const pid_t pid : found) {
            const Result<Pidfd> handle = Pidfd::open(pid);
            // Looked at again through the handle: the number may have passed to a stranger in between.
            if (!handle || !isMarked(pid, entryOf(name, value)))
                continue;
            const std::optional<ProcessStat> stat = processStat(pid);
            if (handle->signal(SIGKILL))
                killed.emplace(pid, stat ? stat->startTime : 0);
        }
        if (found.empty())
            continue;
        if (steadyMs() > deadline) {
            return Error{ErrorKind::Busy, "process.left",
                std::to_string(found.size()) + " processes with " + name + "=" + value
                    + " are still there after being killed again and again.",
                {{"count", std::to_string(found.size())}}, {}};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return static_cast<int>(killed.size());
}

} // namespace atelier
