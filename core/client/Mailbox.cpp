#include "core/client/Mailbox.h"

#include <QPointer>
#include <QSocketNotifier>

#include <sys/eventfd.h>

namespace atelier {

Mailbox::Mailbox(QObject *parent)
    : QObject(parent)
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_notifier(new QSocketNotifier(m_wake.number(), QSocketNotifier::Read, this))
{
    connect(m_notifier, &QSocketNotifier::activated, this, &Mailbox::drain);
}

Mailbox::~Mailbox()
{
    m_notifier->setEnabled(false); // before its descriptor closes
}

void Mailbox::post(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    m_work.push_back(std::move(work));
    if (m_work.size() == 1)
        eventfd_write(m_wake.number(), 1);
}

void Mailbox::drain()
{
    eventfd_t count = 0;
    eventfd_read(m_wake.number(), &count);
    std::vector<std::function<void()>> taken;
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_work);
    }
    const QPointer<Mailbox> self(this); // any of them may end the mailbox's owner
    for (std::function<void()> &work : taken) {
        if (!self)
            return;
        work();
        work = nullptr;
    }
}

} // namespace atelier
