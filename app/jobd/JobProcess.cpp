#include "app/jobd/JobProcess.h"

#include "core/system/ProcFile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace atelier::jobd {

namespace {

enum Stage : int { EnteringFolder = 1, Executing = 2 };

/// Sent by the child through a pipe that closes by itself when exec succeeds.
struct Failure
{
    int stage = 0;
    int number = 0;
};

/// Everything that the child needs, made before the fork: between fork and exec no memory is asked for.
struct Plan
{
    std::vector<char *> arguments;
    std::vector<char *> environment;
    const char *folder = nullptr;
    int input = -1;
    int log = -1;
    int report = -1;
    pid_t parent = 0;
    rlim_t processes = 0; ///< 0: not limited
};

std::vector<char *> pointersTo(const std::vector<std::string> &texts)
{
    std::vector<char *> pointers;
    for (const std::string &text : texts)
        pointers.push_back(const_cast<char *>(text.c_str())); // exec takes them so, and leaves them alone
    pointers.push_back(nullptr);
    return pointers;
}

[[noreturn]] void fail(const Plan &plan, Stage stage)
{
    const Failure failure{stage, errno};
    [[maybe_unused]] const ssize_t ignored = write(plan.report, &failure, sizeof failure);
    _exit(127);
}

[[noreturn]] void becomeJob(const Plan &plan)
{
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != plan.parent) // it died before that took effect
        _exit(127);
    for (int number = 1; number < NSIG; ++number)
        signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (plan.processes > 0) {
        const rlimit limit{plan.processes, plan.processes};
        setrlimit(RLIMIT_NPROC, &limit);
    }
    dup2(plan.input, STDIN_FILENO);
    dup2(plan.log, STDOUT_FILENO);
    dup2(plan.log, STDERR_FILENO);
    if (chdir(plan.folder) != 0)
        fail(plan, EnteringFolder);
    // All ours are close-on-exec; this is for what our starter may have left open.
    syscall(SYS_close_range, 3, ~0U, CLOSE_RANGE_CLOEXEC);
    execvpe(plan.arguments[0], plan.arguments.data(), plan.environment.data());
    fail(plan, Executing);
}

/// The limit counts all of the user's threads, so those that exist already are added.
rlim_t processLimit(const LaunchRecord &launch, const JobCgroup &cgroup)
{
    if (launch.processes == 0 || cgroup.limitsProcesses())
        return 0;
    rlim_t present = 0;
    for (const pid_t pid : allProcesses()) {
        const std::string status = procText("/proc/" + std::to_string(pid) + "/status");
        const std::size_t uid = status.find("\nUid:\t");
        const std::size_t threads = status.find("\nThreads:\t");
        if (uid != std::string::npos && threads != std::string::npos
            && std::strtoul(status.c_str() + uid + 6, nullptr, 10) == getuid())
            present += std::strtoul(status.c_str() + threads + 10, nullptr, 10);
    }
    return present + launch.processes;
}

pid_t forkInto(int cgroup, int &pidfd)
{
    clone_args arguments{};
    arguments.flags = CLONE_PIDFD;
    arguments.pidfd = reinterpret_cast<std::uint64_t>(&pidfd);
    arguments.exit_signal = SIGCHLD;
    if (cgroup >= 0) {
        // Born in the group: moving a process there later stalls for milliseconds, and its first children
        // could escape.
        arguments.flags |= CLONE_INTO_CGROUP;
        arguments.cgroup = static_cast<std::uint64_t>(cgroup);
    }
    const long pid = syscall(SYS_clone3, &arguments, sizeof arguments);
    if (pid < 0 && cgroup >= 0)
        return forkInto(-1, pidfd);
    return static_cast<pid_t>(pid);
}

} // namespace

JobStart startJob(const LaunchRecord &launch, const JobCgroup &cgroup, int log)
{
    std::vector<std::string> environment = launch.environment;
    environment.push_back(std::string(attempt::markerVariable) + "=" + launch.uuid);
    std::array<int, 2> report{};
    JobStart start;
    const Descriptor input(open("/dev/null", O_RDONLY | O_CLOEXEC));
    if (!input || pipe2(report.data(), O_CLOEXEC) != 0) {
        start.errorNumber = errno;
        return start;
    }
    const Descriptor reading(report[0]);
    Descriptor writing(report[1]);
    const Plan plan{pointersTo(launch.arguments), pointersTo(environment), launch.folder.c_str(),
        input.number(), log, writing.number(), getpid(), processLimit(launch, cgroup)};
    int pidfd = -1;
    const pid_t pid = forkInto(cgroup.descriptor(), pidfd);
    if (pid == 0)
        becomeJob(plan);
    if (pid < 0) {
        start.errorNumber = errno;
        return start;
    }
    start.pidfd = Descriptor(pidfd);
    writing.reset();
    Failure failure;
    if (read(reading.number(), &failure, sizeof failure) == static_cast<ssize_t>(sizeof failure)) {
        waitpid(pid, nullptr, 0);
        start.errorNumber = failure.number;
        start.failedPath = failure.stage == EnteringFolder ? launch.folder : launch.arguments.front();
        return start;
    }
    start.pid = pid;
    return start;
}

} // namespace atelier::jobd
