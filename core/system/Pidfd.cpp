#include "core/system/Pidfd.h"

#include "core/system/Clock.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <string>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace atelier {

namespace {

Error noSuchProcess(pid_t pid)
{
    return {ErrorKind::NotFound, "process.gone", "There is no process " + std::to_string(pid) + " any more.",
        {{"pid", std::to_string(pid)}}, {}};
}

} // namespace

Result<Pidfd> Pidfd::open(pid_t pid)
{
    const long number = syscall(SYS_pidfd_open, pid, 0);
    if (number >= 0)
        return Pidfd(pid, Descriptor(static_cast<int>(number)));
    if (errno == ESRCH)
        return noSuchProcess(pid);
    return systemError("process.open", "watch the process " + std::to_string(pid), errno);
}

Result<void> Pidfd::signal(int number) const
{
    if (syscall(SYS_pidfd_send_signal, descriptor(), number, nullptr, 0) == 0)
        return {};
    if (errno == ESRCH)
        return noSuchProcess(m_pid);
    return systemError("process.signal", "send a signal to the process " + std::to_string(m_pid), errno);
}

bool Pidfd::waitForEnd(std::chrono::milliseconds timeout) const
{
    const std::int64_t deadline = steadyMs() + timeout.count();
    pollfd watched{descriptor(), POLLIN, 0};
    while (true) {
        const std::int64_t left = std::max<std::int64_t>(0, deadline - steadyMs());
        const int ready = poll(&watched, 1, static_cast<int>(std::min<std::int64_t>(left, 1 << 30)));
        if (ready > 0)
            return true;
        if (ready == 0 && left == 0)
            return false;
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

std::optional<ExitStatus> Pidfd::reap() const
{
    siginfo_t info{};
    if (waitid(static_cast<idtype_t>(P_PIDFD), static_cast<id_t>(descriptor()), &info, WEXITED | WNOHANG) != 0
        || info.si_pid == 0)
        return std::nullopt;
    if (info.si_code == CLD_EXITED)
        return ExitStatus{info.si_status, 0};
    return ExitStatus{128 + info.si_status, info.si_status};
}

} // namespace atelier
