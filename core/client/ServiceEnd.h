#pragma once

#include "core/base/Result.h"
#include "core/system/Pidfd.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <optional>

namespace atelier {

/// Ends the process that listens on a service's socket without its help, for one that does not answer: by
/// SIGTERM, and where that changes nothing within three seconds by SIGKILL. Lives on a thread with an event
/// loop.
class ServiceEnd : public QObject
{
    Q_OBJECT

public:
    explicit ServiceEnd(std::filesystem::path socket, QObject *parent = nullptr);

    void begin();

Q_SIGNALS:
    /// Once, later: the process has ended, or why it has not.
    void finished(const atelier::Result<void> &outcome);

private:
    [[nodiscard]] Result<Pidfd> findProcess() const;
    [[nodiscard]] Result<void> ask();
    void kill();
    void finish(const Result<void> &outcome);

    const std::filesystem::path m_socket;
    std::optional<Pidfd> m_process;
    QTimer m_patience;
};

} // namespace atelier
