#include "core/system/ProcessIdentity.h"

#include "core/system/ProcFile.h"

#include <unistd.h>

namespace atelier {

std::string bootId()
{
    std::string id = procText("/proc/sys/kernel/random/boot_id");
    while (!id.empty() && id.back() == '\n')
        id.pop_back();
    return id;
}

ProcessIdentity ProcessIdentity::current()
{
    const std::optional<ProcessStat> stat = processStat(getpid());
    return {atelier::bootId(), getpid(), stat ? stat->startTime : 0};
}

Result<ProcessIdentity> ProcessIdentity::of(pid_t pid)
{
    const std::optional<ProcessStat> stat = processStat(pid);
    if (!stat) {
        return Error{ErrorKind::NotFound, "process.gone",
            "There is no process " + std::to_string(pid) + " any more.", {{"pid", std::to_string(pid)}}, {}};
    }
    return ProcessIdentity{atelier::bootId(), pid, stat->startTime};
}

bool ProcessIdentity::isAlive() const
{
    const std::optional<ProcessStat> stat = processStat(pid);
    return stat && stat->startTime == startTime && stat->state != 'Z' && stat->state != 'X'
        && bootId == atelier::bootId();
}

Result<Pidfd> ProcessIdentity::open() const
{
    Result<Pidfd> handle = Pidfd::open(pid);
    // Looked at only once the handle is held: from here on the number cannot come to mean another process
    // unnoticed.
    if (handle && !isAlive()) {
        return Error{ErrorKind::NotFound, "process.gone",
            "The process " + std::to_string(pid) + " has ended; its number may belong to another one now.",
            {{"pid", std::to_string(pid)}}, {}};
    }
    return handle;
}

Result<void> ProcessIdentity::signal(int number) const
{
    const Result<Pidfd> handle = open();
    if (!handle)
        return handle.error();
    return handle->signal(number);
}

} // namespace atelier
