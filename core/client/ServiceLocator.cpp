#include "core/client/ServiceLocator.h"

#include "core/base/ErrorJson.h"
#include "core/base/Json.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/system/File.h"
#include "core/system/InstanceLock.h"
#include "core/system/Process.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace atelier {

namespace {

using namespace std::chrono_literals;

// Migrating a large workspace, backup included, must fit.
constexpr auto longestStart = 120s;
constexpr auto patienceWithHolder = 10s;
constexpr auto probeInterval = 50ms;
constexpr off_t longestLog = 4 << 20;
constexpr int reportDescriptor = 3; // in the child

/// The file that the service's messages are appended to, begun anew when it has grown long.
Result<Descriptor> openLog(const std::filesystem::path &file)
{
    Descriptor log(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!log)
        return systemError("service.log", "open the service's log " + file.string(), errno);
    struct stat status
    {
    };
    if (fstat(log.number(), &status) == 0 && status.st_size > longestLog && ftruncate(log.number(), 0) != 0)
        return systemError("service.log", "shorten the service's log " + file.string(), errno);
    return log;
}

std::string lastLineOf(const std::filesystem::path &file)
{
    auto text = readFile(file, static_cast<std::size_t>(longestLog) * 2);
    return text ? lastLine(std::move(*text)) : std::string();
}

} // namespace

pid_t serviceProcess(const std::filesystem::path &socket)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = socket.string();
    if (path.size() >= sizeof(address.sun_path))
        return 0;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const Descriptor connection(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (::connect(connection.number(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        return 0;
    ucred peer{};
    socklen_t size = sizeof(peer);
    if (getsockopt(connection.number(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return 0;
    // Where the service listens is told by a file: somebody else may have written it.
    return peer.uid == geteuid() ? peer.pid : 0;
}

ServiceLocator::ServiceLocator(std::filesystem::path workspace, std::filesystem::path socket, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_socket(std::move(socket))
{
    m_probe.setInterval(probeInterval);
    connect(&m_probe, &QTimer::timeout, this, &ServiceLocator::probe);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const Error late{ErrorKind::Unavailable, "service.start-timeout",
            "The service of " + m_workspace.string() + " was started but is not ready after two minutes: see "
                + WorkspaceLayout(m_workspace).serviceLog().string() + ".",
            {}, {}};
        finish(m_refusal.value_or(late));
    });
}

ServiceLocator::~ServiceLocator() = default;

std::filesystem::path ServiceLocator::program()
{
    const char *chosen = std::getenv("ATELIER_SERVICE");
    if (chosen != nullptr && *chosen != '\0')
        return chosen;
    std::error_code failure;
    return std::filesystem::read_symlink("/proc/self/exe", failure).parent_path() / "atelierd";
}

void ServiceLocator::start(Callback callback)
{
    m_waiting.push_back(std::move(callback));
    if (m_waiting.size() > 1)
        return;
    // Somebody else may have started it since the caller found nobody.
    const std::filesystem::path live = liveSocket();
    follow(live);
    Result<void> launched = live.empty() ? launch() : Result<void>();
    if (m_reportNotifier)
        return;
    QTimer::singleShot(0, this, [this, outcome = std::move(launched)] { finish(outcome); });
}

std::filesystem::path ServiceLocator::liveSocket() const
{
    if (serviceProcess(m_socket) != 0)
        return m_socket;
    const std::filesystem::path other
        = InstanceLock::addressOfHolder(WorkspaceLayout(m_workspace).instanceLock());
    return !other.empty() && serviceProcess(other) != 0 ? other : std::filesystem::path();
}

void ServiceLocator::follow(const std::filesystem::path &socket)
{
    if (socket.empty() || socket == m_socket)
        return;
    m_socket = socket;
    Q_EMIT moved(socket);
}

Result<void> ServiceLocator::launch()
{
    if (!std::filesystem::is_directory(m_workspace))
        return Error{ErrorKind::NotFound, "workspace.not-found",
            "There is no workspace folder " + m_workspace.string() + ".", {}, {}};
    const auto log = openLog(WorkspaceLayout(m_workspace).serviceLog());
    if (!log)
        return log.error();
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return systemError("service.pipe", "make a pipe", errno);
    m_report = Descriptor(ends[0]);
    const Descriptor writing(ends[1]);
    SpawnRequest request;
    request.arguments = {program().string(), "--workspace", m_workspace.string(), "--ready-fd",
        std::to_string(reportDescriptor)};
    request.folder = "/"; // or it would keep a file system from being unmounted
    request.descriptors = {{log->number(), 1}, {log->number(), 2}, {writing.number(), reportDescriptor}};
    request.session = SpawnRequest::Session::New;
    auto child = spawn(request);
    if (!child)
        return Error{ErrorKind::Unavailable, "service.not-started",
            "The service " + program().string() + " could not be started: " + child.error().sentence
                + " Check the installation, or name it by ATELIER_SERVICE.",
            {{"program", program().string()}}, {}};
    watchChild(std::move(*child));
    return {};
}

void ServiceLocator::watchChild(Pidfd child)
{
    m_child = std::make_shared<Pidfd>(std::move(child));
    m_reported.clear();
    m_refusal.reset();
    m_reportNotifier = std::make_unique<QSocketNotifier>(m_report.number(), QSocketNotifier::Read);
    connect(m_reportNotifier.get(), &QSocketNotifier::activated, this, &ServiceLocator::readReport);
    m_probe.start();
    m_deadline.start(longestStart);
    // It stays our child as long as we live: once it ends its zombie is collected.
    auto *ended = new QSocketNotifier(m_child->descriptor(), QSocketNotifier::Read, this);
    connect(ended, &QSocketNotifier::activated, ended, [process = m_child, ended] {
        if (process->reap())
            ended->deleteLater();
    });
}

void ServiceLocator::readReport()
{
    std::array<char, 4096> buffer;
    const ssize_t got = ::read(m_report.number(), buffer.data(), buffer.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got > 0)
        m_reported.append(buffer.data(), static_cast<std::size_t>(got));
    const std::size_t end = m_reported.find('\n');
    if (end != std::string::npos)
        interpret(m_reported.substr(0, end));
    else if (got <= 0)
        finish(endedEarly());
}

void ServiceLocator::interpret(const std::string &line)
{
    constexpr std::string_view mark = "error ";
    if (line == "ready") {
        follow(liveSocket());
        return finish({});
    }
    if (line.rfind(mark, 0) != 0)
        return finish(endedEarly());
    const std::string text = line.substr(mark.size());
    const auto json = parseJson(text);
    Error error = json && json->is_object()
        ? errorFromJson(*json)
        : Error{ErrorKind::Unavailable, "service.not-started", text, {}, {}};
    if (error.code != "lock.held")
        return finish(error);
    // Another one holds the workspace: the winner of a race, which answers soon, or one that does not answer
    // at all, which the deadline finds.
    m_reportNotifier->setEnabled(false);
    m_child.reset();
    m_refusal = error;
    m_deadline.start(patienceWithHolder);
}

void ServiceLocator::probe()
{
    // Our own child listens before it is ready, and says itself when it is.
    const std::filesystem::path live = liveSocket();
    if (live.empty() || (m_child && serviceProcess(live) == m_child->pid()))
        return;
    dismissChild();
    follow(live);
    finish({});
}

void ServiceLocator::dismissChild()
{
    // It waits for the lock that the other one holds, and would take the workspace up again after that one's
    // end.
    if (m_child)
        static_cast<void>(m_child->signal(SIGTERM)); // that it has ended by itself is just as well
}

void ServiceLocator::finish(const Result<void> &outcome)
{
    m_probe.stop();
    m_deadline.stop();
    if (m_reportNotifier) {
        m_reportNotifier->setEnabled(false);
        m_reportNotifier.release()->deleteLater(); // its signal may be what brought us here
    }
    m_report.reset();
    const std::vector<Callback> waiting = std::exchange(m_waiting, {});
    for (const Callback &callback : waiting)
        callback(outcome);
}

Error ServiceLocator::endedEarly() const
{
    const std::filesystem::path log = WorkspaceLayout(m_workspace).serviceLog();
    const std::string last = lastLineOf(log);
    return {ErrorKind::Unavailable, "service.ended",
        "The service of " + m_workspace.string() + " ended while it was starting"
            + (last.empty() ? "." : ": " + last) + " See " + log.string() + ".",
        {}, {}};
}

} // namespace atelier
