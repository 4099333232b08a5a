#include "app/jobd/Supervisor.h"

#include "core/system/Clock.h"
#include "core/system/MarkerSweep.h"
#include "core/system/ProcessTree.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/falloc.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace atelier::jobd {

namespace {

constexpr std::int64_t firstIntervalMs = 50; ///< doubled from look to look: short jobs have a peak, too
constexpr std::int64_t lookIntervalMs = 1000;
constexpr std::int64_t killIntervalMs = 50;
constexpr std::size_t mostLookedAt = 256; ///< processes: a fork bomb must not keep us from ending it

Descriptor blockSignals()
{
    signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGCHLD, SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, number);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return Descriptor(signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

std::int64_t milliseconds(const timeval &time)
{
    return static_cast<std::int64_t>(time.tv_sec) * 1000 + time.tv_usec / 1000;
}

} // namespace

Supervisor::Supervisor(AttemptClaim &claim, Descriptor notify)
    : m_claim(claim)
    , m_notify(std::move(notify))
    , m_signals(blockSignals())
    , m_control(claim.folder())
    , m_cgroup(claim.launch())
    , m_descendants(m_cgroup)
    , m_service(claim.launch().serviceSocket, claim.launch().restartCommand)
{
}

void Supervisor::run()
{
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    m_startedSteadyMs = steadyMs();
    m_record.startedMs = nowMs();
    if (start()) {
        publish();
        waitForEnd();
        collectStatus();
    }
    finish();
}

bool Supervisor::start()
{
    const LaunchRecord &launch = m_claim.launch();
    m_log = Descriptor(
        open(launch.logFile.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, 0600));
    if (m_log) {
        m_job = startJob(launch, m_cgroup, m_log.number());
    } else {
        m_job.errorNumber = errno;
        m_job.failedPath = launch.logFile;
    }
    if (m_job.pid > 0)
        return true;
    m_record.reason = EndReason::NotExecuted;
    m_record.code = 127;
    m_record.errorNumber = m_job.errorNumber;
    m_record.failedPath = m_job.failedPath;
    return false;
}

void Supervisor::publish()
{
    RunRecord run;
    run.supervisor = ProcessIdentity::current();
    if (const Result<ProcessIdentity> job = ProcessIdentity::of(m_job.pid))
        run.job = *job;
    run.cgroup = m_cgroup.path();
    run.startedMs = m_record.startedMs;
    m_claim.publishRun(run);
    if (m_notify) [[maybe_unused]]
        const ssize_t ignored = write(m_notify.number(), "R", 1);
    m_nextLookMs = m_startedSteadyMs + firstIntervalMs;
    if (m_claim.launch().timeoutMs > 0)
        m_timeoutAtMs = m_startedSteadyMs + m_claim.launch().timeoutMs;
}

void Supervisor::waitForEnd()
{
    while (true) {
        std::array<pollfd, 3> watched{};
        watched[0] = {m_job.pidfd.number(), POLLIN, 0};
        watched[1] = {m_signals.number(), POLLIN, 0};
        watched[2] = {m_control.descriptor(), POLLIN, 0};
        if (poll(watched.data(), watched.size(), millisecondsToNextEvent()) < 0 && errno != EINTR)
            pause(); // cannot happen with valid arguments; never busy-loop, never give the job up
        if (watched[0].revents != 0)
            return;
        if (watched[1].revents != 0)
            readSignals();
        if (watched[2].revents != 0 && m_control.serve() == ControlSocket::Request::Cancel)
            stop(EndReason::Canceled, m_claim.launch().graceMs);
        doWhatIsDue();
    }
}

int Supervisor::millisecondsToNextEvent() const
{
    std::int64_t next = m_isStopping ? m_killAtMs : m_nextLookMs;
    if (!m_isStopping && m_timeoutAtMs > 0)
        next = std::min(next, m_timeoutAtMs);
    return static_cast<int>(std::clamp<std::int64_t>(next - steadyMs(), 0, lookIntervalMs));
}

void Supervisor::readSignals()
{
    signalfd_siginfo info{};
    while (read(m_signals.number(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        if (info.ssi_signo == SIGTERM || info.ssi_signo == SIGINT)
            stop(std::nullopt, m_claim.launch().graceMs);
        if (info.ssi_signo == SIGCHLD)
            Descendants::reapEnded(m_job.pid);
    }
}

void Supervisor::doWhatIsDue()
{
    const std::int64_t now = steadyMs();
    if (m_isStopping && now >= m_killAtMs) {
        m_cgroup.killAll();
        m_descendants.signalAll(SIGKILL);
        m_killAtMs = now + killIntervalMs;
    }
    if (!m_isStopping && m_timeoutAtMs > 0 && now >= m_timeoutAtMs)
        stop(EndReason::TimedOut, m_claim.launch().graceMs);
    if (!m_isStopping && now >= m_nextLookMs)
        look();
}

void Supervisor::look()
{
    const std::int64_t begin = steadyMs();
    std::uint64_t sum = 0;
    std::vector<pid_t> pids = Descendants::running();
    pids.resize(std::min(pids.size(), mostLookedAt));
    for (const pid_t pid : pids)
        sum += proportionalKib(pid).value_or(0);
    m_record.peakKib = std::max(m_record.peakKib, sum);
    const std::uint64_t limit = m_claim.launch().memoryBytes;
    if (limit > 0 && sum > limit / 1024) // also where no cgroup could be made
        stop(EndReason::MemoryExceeded, 0);
    m_claim.restoreIfDeleted();
    trimLog();
    m_service.check(begin);
    // The kernel walks all pages of a process to answer: of a big one it is asked more rarely.
    const std::int64_t usual = std::clamp(begin - m_startedSteadyMs, firstIntervalMs, lookIntervalMs);
    m_nextLookMs = begin + std::max(usual, 50 * (steadyMs() - begin));
}

void Supervisor::trimLog() const
{
    const auto keep = static_cast<std::int64_t>(m_claim.launch().logKeepBytes);
    struct stat status
    {
    };
    if (keep > 0 && fstat(m_log.number(), &status) == 0 && status.st_size > 2 * keep)
        fallocate(
            m_log.number(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, keep, status.st_size - 2 * keep);
}

void Supervisor::stop(std::optional<EndReason> reason, std::int64_t graceMs)
{
    if (m_isStopping)
        return;
    m_isStopping = true;
    m_asked = reason;
    m_killAtMs = steadyMs() + graceMs;
    m_descendants.signalAll(SIGTERM);
    m_descendants.signalAll(SIGCONT); // a stopped process would not notice
}

void Supervisor::collectStatus()
{
    siginfo_t ended{};
    while (waitid(P_PID, static_cast<id_t>(m_job.pid), &ended, WEXITED) != 0 && errno == EINTR) { }
    const bool hasExited = ended.si_code == CLD_EXITED;
    m_record.signal = hasExited ? 0 : ended.si_status;
    m_record.code = hasExited ? ended.si_status : 128 + ended.si_status;
    m_record.reason = hasExited ? EndReason::Exited : EndReason::Signaled;
    if (m_cgroup.memoryKills() > 0 && m_record.code != 0)
        m_record.reason = EndReason::MemoryExceeded;
    if (m_asked)
        m_record.reason = *m_asked;
}

void Supervisor::finish()
{
    m_record.endedMs = nowMs();
    m_record.durationMs = steadyMs() - m_startedSteadyMs;
    m_record.strays = m_descendants.killAll();
    if (m_service.hasRestarted())
        if (const Result<int> escaped = killMarked(attempt::markerVariable, m_claim.launch().uuid))
            m_record.strays += *escaped;
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    m_record.cpuMs = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    // Between two looks much can happen; the largest single process at least is known exactly.
    m_record.peakKib = std::max(m_record.peakKib, static_cast<std::uint64_t>(usage.ru_maxrss));
    m_claim.writeExit(m_record);
    unlinkat(m_claim.folder(), attempt::controlSocket, 0);
    m_service.checkAtEnd(steadyMs());
}

} // namespace atelier::jobd
