#pragma once

#include "core/base/Result.h"
#include "core/system/Descriptor.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

class QSocketNotifier;

namespace atelier {

class Pidfd;

/// Who listens on a service's socket at this moment; 0 for nobody.
[[nodiscard]] pid_t serviceProcess(const std::filesystem::path &socket);

/// Starts the service of a workspace where none answers. Lives on a thread with an event loop.
class ServiceLocator : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(Result<void>)>;

    ServiceLocator(std::filesystem::path workspace, std::filesystem::path socket, QObject *parent = nullptr);
    ~ServiceLocator() override;

    /// Calls back once, later, when a service answers on the socket, ours or one that somebody else started
    /// meanwhile, or with the reason why none can be had. Calls while one is under way share its outcome.
    void start(Callback callback);

    /// `$ATELIER_SERVICE`, else `atelierd` beside this program.
    [[nodiscard]] static std::filesystem::path program();

Q_SIGNALS:
    /// The service listens elsewhere, having been started with another runtime folder.
    void moved(const std::filesystem::path &socket);

private:
    [[nodiscard]] std::filesystem::path liveSocket() const;
    void follow(const std::filesystem::path &socket);
    [[nodiscard]] Result<void> launch();
    void watchChild(Pidfd child);
    void readReport();
    void interpret(const std::string &line);
    void probe();
    void dismissChild();
    void finish(const Result<void> &outcome);
    [[nodiscard]] Error endedEarly() const;

    const std::filesystem::path m_workspace;
    std::filesystem::path m_socket;
    std::vector<Callback> m_waiting;
    std::shared_ptr<Pidfd> m_child; ///< the one that is being started
    Descriptor m_report; ///< where the service says that it is ready
    std::string m_reported;
    std::optional<Error> m_refusal; ///< another one holds the workspace
    std::unique_ptr<QSocketNotifier> m_reportNotifier;
    QTimer m_probe;
    QTimer m_deadline;
};

} // namespace atelier
