#include "core/client/ServiceEnd.h"

#include "core/client/ServiceLocator.h"

#include <QSocketNotifier>

#include <csignal>

namespace atelier {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 3s;

} // namespace

ServiceEnd::ServiceEnd(std::filesystem::path socket, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &ServiceEnd::kill);
}

void ServiceEnd::begin()
{
    if (auto asked = ask(); !asked)
        QTimer::singleShot(0, this, [this, error = asked.error()] { finish(error); });
}

Result<Pidfd> ServiceEnd::findProcess() const
{
    const Error gone{
        ErrorKind::NotFound, "service.no-process", "The service's process has ended by itself.", {}, {}};
    const pid_t pid = serviceProcess(m_socket);
    if (pid == 0)
        return gone;
    auto process = Pidfd::open(pid);
    // Looked for again: between the two the number may have been given to another process.
    if (process && serviceProcess(m_socket) != pid)
        return gone;
    return process;
}

Result<void> ServiceEnd::ask()
{
    auto process = findProcess();
    if (!process)
        return process.error();
    if (auto sent = process->signal(SIGTERM); !sent)
        return sent;
    static_cast<void>(process->signal(SIGCONT)); // a stopped process hears no other signal
    m_process.emplace(std::move(*process));
    m_patience.start();
    auto *ended = new QSocketNotifier(m_process->descriptor(), QSocketNotifier::Read, this);
    connect(ended, &QSocketNotifier::activated, this, [this, ended] {
        ended->setEnabled(false);
        finish({});
    });
    return {};
}

void ServiceEnd::kill()
{
    static_cast<void>(m_process->signal(SIGKILL)); // its end is told by the descriptor, however it comes
}

void ServiceEnd::finish(const Result<void> &outcome)
{
    m_patience.stop();
    Q_EMIT finished(outcome);
}

} // namespace atelier
