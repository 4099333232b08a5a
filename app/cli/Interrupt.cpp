#include "app/cli/Interrupt.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace atelier::cli {

namespace {

sigset_t interruptions()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    return signals;
}

} // namespace

Interrupt::Interrupt()
{
    const sigset_t signals = interruptions();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_signals = Descriptor(signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
    auto *notifier = new QSocketNotifier(m_signals.number(), QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        signalfd_siginfo info{};
        if (read(m_signals.number(), &info, sizeof(info)) != sizeof(info))
            return;
        notifier->setEnabled(false);
        const sigset_t again = interruptions();
        pthread_sigmask(SIG_UNBLOCK, &again, nullptr);
        Q_EMIT interrupted();
    });
}

} // namespace atelier::cli
