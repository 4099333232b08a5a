#include "core/compute/SupervisorWatcher.h"

#include "core/system/Clock.h"
#include "core/system/File.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>

namespace atelier {

namespace {

// An epoll token: the entry's number, and in the lowest bit which of its two descriptors it is.
constexpr std::uint64_t wakeToken = 0;
constexpr std::uint64_t notifyBit = 1;

constexpr std::int64_t reminderMs = 500;

bool watchDescriptor(int epoll, int descriptor, std::uint64_t token)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = token;
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

} // namespace

Result<void> sendCancel(const std::filesystem::path &attemptFolder)
{
    const Result<Descriptor> folder = openFolder(attemptFolder);
    if (!folder)
        return folder.error();
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    // Through our own descriptor: the path itself may be longer than a socket's address can be.
    const std::string path
        = "/proc/self/fd/" + std::to_string(folder->number()) + "/" + attempt::controlSocket;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const timeval patience{2, 0};
    setsockopt(socket.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        if (errno == ENOENT || errno == ECONNREFUSED) {
            return Error{ErrorKind::NotFound, "attempt.not-running",
                "The command cannot be canceled because it does not run.", {}, {}};
        }
        return systemError("attempt.cancel", "reach the command's supervisor", errno);
    }
    constexpr std::string_view request = "cancel\n";
    std::array<char, 16> answer{};
    if (send(socket.number(), request.data(), request.size(), MSG_NOSIGNAL) < 0
        || recv(socket.number(), answer.data(), answer.size(), 0) < 0)
        return systemError("attempt.cancel", "reach the command's supervisor", errno);
    if (std::string_view(answer.data()) != "ok\n") {
        return Error{ErrorKind::Forbidden, "attempt.cancel-refused",
            "The command's supervisor refused to cancel it.", {{"answer", answer.data()}}, {}};
    }
    return {};
}

SupervisorWatcher::SupervisorWatcher(AttemptChanged changed)
    : m_changed(std::move(changed))
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    watchDescriptor(m_epoll.number(), m_wake.number(), wakeToken);
    m_thread = std::thread([this] { loop(); });
}

SupervisorWatcher::~SupervisorWatcher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    eventfd_write(m_wake.number(), 1);
    m_thread.join();
}

Result<void> SupervisorWatcher::watchChild(
    const AttemptReference &attempt, Pidfd supervisor, Descriptor notify)
{
    return add({attempt, std::move(supervisor), std::move(notify), {}, false, false});
}

Result<void> SupervisorWatcher::watchFound(const AttemptReference &attempt, Pidfd supervisor)
{
    return add({attempt, std::move(supervisor), {}, {true, false, 0}, false, false});
}

Result<void> SupervisorWatcher::add(Watched watched)
{
    const std::lock_guard lock(m_mutex);
    if (const auto old = find(watched.attempt.uuid); old != m_watched.end()) {
        if (!old->second.status.hasEnded) {
            return Error{ErrorKind::Conflict, "attempt.watched", "The attempt has a supervisor already.",
                {{"attempt", watched.attempt.uuid}}, {}};
        }
        m_watched.erase(old);
    }
    const std::uint64_t token = m_nextNumber++ << 1U;
    const auto entry = m_watched.emplace(token, std::move(watched)).first;
    const bool isAdded = watchDescriptor(m_epoll.number(), entry->second.supervisor->descriptor(), token)
        && (!entry->second.notify
            || watchDescriptor(m_epoll.number(), entry->second.notify.number(), token | notifyBit));
    if (isAdded)
        return {};
    const Error error = systemError("attempt.watch", "watch the command's supervisor", errno);
    m_watched.erase(entry);
    return error;
}

std::map<std::uint64_t, SupervisorWatcher::Watched>::const_iterator SupervisorWatcher::find(
    const std::string &uuid) const
{
    return std::find_if(m_watched.begin(), m_watched.end(),
        [&uuid](const auto &entry) { return entry.second.attempt.uuid == uuid; });
}

std::map<std::uint64_t, SupervisorWatcher::Watched>::iterator SupervisorWatcher::find(const std::string &uuid)
{
    return std::find_if(m_watched.begin(), m_watched.end(),
        [&uuid](const auto &entry) { return entry.second.attempt.uuid == uuid; });
}

bool SupervisorWatcher::cancelOncePublished(const AttemptReference &attempt)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = find(attempt.uuid);
    if (entry == m_watched.end() || entry->second.status.isPublished || entry->second.status.hasEnded)
        return false;
    entry->second.isCancelWanted = true;
    return true;
}

void SupervisorWatcher::forget(const std::string &uuid)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = find(uuid);
    if (entry != m_watched.end() && entry->second.status.hasEnded)
        m_watched.erase(entry);
    else if (entry != m_watched.end())
        entry->second.isSilent = true;
}

std::optional<SupervisorStatus> SupervisorWatcher::status(const std::string &uuid) const
{
    const std::lock_guard lock(m_mutex);
    const auto entry = find(uuid);
    return entry == m_watched.end() ? std::nullopt : std::optional(entry->second.status);
}

void SupervisorWatcher::remindOf(const std::string &uuid)
{
    const std::lock_guard lock(m_mutex);
    if (m_reminders.empty())
        m_remindAtMs = steadyMs() + reminderMs;
    m_reminders.insert(uuid);
    eventfd_write(m_wake.number(), 1);
}

int SupervisorWatcher::millisecondsToReminder()
{
    const std::lock_guard lock(m_mutex);
    if (m_reminders.empty())
        return -1;
    return static_cast<int>(std::clamp<std::int64_t>(m_remindAtMs - steadyMs(), 0, reminderMs));
}

void SupervisorWatcher::remind()
{
    std::set<std::string> due;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_reminders.empty() && steadyMs() >= m_remindAtMs)
            due.swap(m_reminders);
    }
    for (const std::string &uuid : due)
        m_changed(uuid);
}

void SupervisorWatcher::loop()
{
    std::array<epoll_event, 64> events{};
    while (true) {
        const int count = epoll_wait(
            m_epoll.number(), events.data(), static_cast<int>(events.size()), millisecondsToReminder());
        for (int i = 0; i < count; ++i) {
            const std::uint64_t token = events[static_cast<std::size_t>(i)].data.u64;
            bool isCancelDue = false;
            const std::optional<AttemptReference> attempt = handle(token, isCancelDue);
            if (attempt && isCancelDue)
                static_cast<void>(sendCancel(attempt->folder)); // it has ended by itself where this fails
            if (attempt)
                m_changed(attempt->uuid); // without the lock: it may well call us
        }
        remind();
        const std::lock_guard lock(m_mutex);
        if (m_isStopping)
            return;
    }
}

std::optional<AttemptReference> SupervisorWatcher::handle(std::uint64_t token, bool &isCancelDue)
{
    if (token == wakeToken) {
        eventfd_t ignored = 0;
        eventfd_read(m_wake.number(), &ignored);
        return std::nullopt;
    }
    const std::lock_guard lock(m_mutex);
    const auto entry = m_watched.find(token & ~notifyBit);
    if (entry == m_watched.end())
        return std::nullopt;
    Watched &watched = entry->second;
    if ((token & notifyBit) != 0) {
        char sign = 0;
        const bool isPublished = read(watched.notify.number(), &sign, 1) == 1;
        watched.notify.reset(); // without a sign it has ended, which its pidfd reports
        watched.status.isPublished = isPublished;
        isCancelDue = isPublished && watched.isCancelWanted;
        return isPublished && !watched.isSilent ? std::optional(watched.attempt) : std::nullopt;
    }
    if (const std::optional<ExitStatus> status = watched.supervisor->reap())
        watched.status.exitCode = status->code;
    watched.status.hasEnded = true;
    watched.supervisor.reset(); // closing a descriptor takes it out of the epoll set
    watched.notify.reset();
    if (!watched.isSilent)
        return watched.attempt;
    m_watched.erase(entry);
    return std::nullopt;
}

} // namespace atelier
