#include "app/jobd/Descendants.h"

#include "core/system/Clock.h"
#include "core/system/Pidfd.h"
#include "core/system/ProcFile.h"
#include "core/system/ProcessTree.h"

#include <algorithm>
#include <csignal>
#include <ctime>
#include <sys/wait.h>
#include <unistd.h>

namespace atelier::jobd {

namespace {

constexpr std::int64_t stopPatienceMs = 2000;
constexpr std::int64_t killPatienceMs
    = 20'000; ///< what resists so long is another user's, or hangs in the kernel

void pauseFor(long milliseconds)
{
    const timespec pause{0, milliseconds * 1'000'000};
    nanosleep(&pause, nullptr);
}

bool isAmong(pid_t pid, const std::vector<pid_t> &pids)
{
    return pid == getpid() || std::find(pids.begin(), pids.end(), pid) != pids.end();
}

} // namespace

Descendants::Descendants(const JobCgroup &cgroup)
    : m_cgroup(cgroup)
{
}

std::vector<pid_t> Descendants::running()
{
    std::vector<pid_t> pids = descendantsOf(getpid());
    std::erase_if(pids, [](pid_t pid) {
        const auto stat = processStat(pid);
        return !stat || stat->state == 'Z' || stat->state == 'X';
    });
    return pids;
}

int Descendants::signalAll(int number) const
{
    const std::vector<pid_t> pids = running();
    int reached = 0;
    for (const pid_t pid : pids) {
        const Result<Pidfd> handle = Pidfd::open(pid);
        const auto stat = processStat(pid);
        // The number may have passed to a stranger since it was listed: a stranger has no parent among ours.
        if (handle && stat && isAmong(stat->parent, pids) && handle->signal(number))
            ++reached;
    }
    return reached;
}

void Descendants::reapEnded(pid_t except)
{
    while (true) {
        siginfo_t ended{};
        if (waitid(P_ALL, 0, &ended, WEXITED | WNOHANG | WNOWAIT) != 0 || ended.si_pid == 0
            || ended.si_pid == except)
            return;
        waitid(P_PID, static_cast<id_t>(ended.si_pid), &ended, WEXITED | WNOHANG);
    }
}

void Descendants::stopAll() const
{
    // Killing one by one loses against processes that fork faster; stopped ones neither fork nor make room
    // for others.
    const std::int64_t deadline = steadyMs() + stopPatienceMs;
    std::size_t before = 0;
    while (steadyMs() < deadline) {
        const std::size_t now = static_cast<std::size_t>(signalAll(SIGSTOP));
        if (now <= before)
            return;
        before = now;
    }
}

int Descendants::killAll() const
{
    reapEnded(0);
    const int strays = static_cast<int>(running().size());
    if (strays == 0 && waitpid(-1, nullptr, WNOHANG) < 0)
        return 0;
    m_cgroup.killAll();
    stopAll();
    const std::int64_t deadline = steadyMs() + killPatienceMs;
    while (steadyMs() < deadline) {
        signalAll(SIGKILL);
        reapEnded(0);
        if (waitpid(-1, nullptr, WNOHANG) < 0) // no children at all: whoever is orphaned becomes ours first
            break;
        pauseFor(1);
    }
    return strays;
}

} // namespace atelier::jobd
