#pragma once

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace atelier::ui {

/// One piece of work at a time on a thread of its own, whose result comes back to the GUI thread or, where
/// its owner is gone, not at all.
class Errand : public QObject
{
    Q_OBJECT

public:
    using Stopped = std::atomic<bool>;

    using QObject::QObject;
    ~Errand() override { cancel(); }

    /// Ends what runs, then runs `work` there and `done` here. `work` ends soon once `stopped`.
    void run(std::function<void(const Stopped &stopped)> work, std::function<void()> done);
    /// Waits until the work has ended; `done` is not called any more.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_thread != nullptr; }

private:
    std::unique_ptr<QThread> m_thread;
    Stopped m_stopped = false;
    int m_number = 0; ///< rises with each one that is cancelled
};

} // namespace atelier::ui
