#include "ui/log/Errand.h"

namespace atelier::ui {

void Errand::run(std::function<void(const Stopped &stopped)> work, std::function<void()> done)
{
    cancel();
    m_stopped = false;
    m_thread.reset(QThread::create([this, work = std::move(work)] { work(m_stopped); }));
    // A finish that is on its way here when it is cancelled still arrives.
    connect(m_thread.get(), &QThread::finished, this, [this, number = m_number, done = std::move(done)] {
        if (number != m_number)
            return;
        m_thread->wait();
        m_thread.release()->deleteLater();
        done();
    });
    m_thread->start();
}

void Errand::cancel()
{
    if (!m_thread)
        return;
    m_stopped = true;
    ++m_number;
    m_thread->disconnect(this);
    m_thread->wait();
    m_thread.reset();
}

} // namespace atelier::ui
