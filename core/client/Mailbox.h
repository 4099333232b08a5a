#pragma once

#include "core/system/Descriptor.h"

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

class QSocketNotifier;

namespace atelier {

/// Brings work from other threads to the thread that it lives on, in order; what is still in it when it is
/// destroyed is dropped. A mutex of our own and a descriptor, not Qt's events: ThreadSanitizer sees both.
class Mailbox : public QObject
{
    Q_OBJECT

public:
    explicit Mailbox(QObject *parent = nullptr);
    ~Mailbox() override;

    /// From any thread, as long as the mailbox lives.
    void post(std::function<void()> work);

private:
    void drain();

    Descriptor m_wake; ///< eventfd
    QSocketNotifier *m_notifier;
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_work;
};

} // namespace atelier
