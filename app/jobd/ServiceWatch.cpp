#include "app/jobd/ServiceWatch.h"

#include "core/system/Descriptor.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace atelier::jobd {

namespace {

constexpr std::int64_t intervalMs = 2000;
constexpr std::int64_t longestPauseMs = 60'000; ///< between two starts of a service that will not stay

/// In the child of a child, between fork and exec.
[[noreturn]] void becomeService(char *const *arguments)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    signal(SIGPIPE, SIG_DFL);
    const int null = open("/dev/null", O_RDWR);
    for (int number = 0; number <= 2; ++number)
        dup2(null, number);
    syscall(SYS_close_range, 3, ~0U, 0);
    execvp(arguments[0], arguments);
    _exit(127);
}

} // namespace

ServiceWatch::ServiceWatch(std::string socket, std::vector<std::string> command)
    : m_socket(std::move(socket))
    , m_command(std::move(command))
    , m_pauseMs(intervalMs)
{
}

void ServiceWatch::check(std::int64_t now)
{
    if (m_socket.empty() || m_command.empty() || now < m_nextCheck)
        return;
    if (isAccepting()) {
        m_pauseMs = intervalMs;
    } else {
        start();
        m_pauseMs = std::min(m_pauseMs * 2, longestPauseMs);
    }
    m_nextCheck = now + m_pauseMs;
}

void ServiceWatch::checkAtEnd(std::int64_t now)
{
    m_nextCheck = now;
    check(now);
}

bool ServiceWatch::isAccepting() const
{
    sockaddr_un address{};
    if (m_socket.size() >= sizeof address.sun_path)
        return true; // nothing can ever listen there
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, m_socket.c_str(), m_socket.size() + 1);
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket
        || connect(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return true;
    return errno != ECONNREFUSED && errno != ENOENT; // EAGAIN: so busy that its queue is full
}

void ServiceWatch::start()
{
    std::vector<char *> arguments;
    for (const std::string &argument : m_command)
        arguments.push_back(const_cast<char *>(argument.c_str()));
    arguments.push_back(nullptr);
    m_hasRestarted = true;
    // The service must not become our descendant, or it would be killed as a stray of the job: for these
    // moments orphans do not come to us. An orphan of the job that slips away just then is found by its
    // marker at the end.
    prctl(PR_SET_CHILD_SUBREAPER, 0);
    const pid_t between = fork();
    if (between == 0) {
        setsid();
        if (fork() == 0)
            becomeService(arguments.data());
        _exit(0);
    }
    if (between > 0)
        waitpid(between, nullptr, 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
}

} // namespace atelier::jobd
