#pragma once

#include "core/client/EventFeed.h"
#include "core/client/JobCalls.h"
#include "core/client/ServiceClient.h"
#include "core/domain/Machine.h"
#include "core/domain/Service.h"

#include <filesystem>
#include <memory>

namespace atelier {

/// How the service of an open workspace stands, as its change feed shows it.
enum class ServiceState {
    Starting, ///< nobody answers yet, or it is gone: it is being started
    Answers,
    Silent, ///< it is there, but has said nothing for some seconds: busy, stopped or stuck
    Unavailable, ///< it cannot be started; that is tried again
};

/// Whether calls of a service in this state have an outcome soon.
[[nodiscard]] constexpr bool takesCalls(ServiceState state)
{
    return state == ServiceState::Starting || state == ServiceState::Answers;
}

/// An open workspace: its service's calls and its changes. Lives on one thread, with an event loop.
class WorkspaceConnection : public QObject
{
    Q_OBJECT

public:
    /// Connects, and has the service started where it does not run; `stateChanged` tells when it answers.
    [[nodiscard]] static Result<std::unique_ptr<WorkspaceConnection>> open(
        const std::filesystem::path &folder);
    ~WorkspaceConnection() override;

    [[nodiscard]] const std::filesystem::path &folder() const { return m_client->workspace(); }
    [[nodiscard]] ServiceClient &client() { return *m_client; }
    [[nodiscard]] JobCalls &jobs() { return m_jobs; }
    [[nodiscard]] EventFeed &feed() { return m_feed; }
    [[nodiscard]] ServiceState state() const { return m_state; }
    [[nodiscard]] bool isConnected() const { return m_state == ServiceState::Answers; }
    /// Why it is unavailable.
    [[nodiscard]] const Error &problem() const { return m_problem; }

    void machine(QObject *receiver, JobCalls::Callback<MachineDescription> callback);
    void service(QObject *receiver, JobCalls::Callback<ServiceDescription> callback);
    /// Ends the service's process without its help, for one that does not answer, and has it started again.
    /// Jobs run on. Calls back once it has ended.
    void restartService(QObject *receiver, JobCalls::Callback<void> callback);

Q_SIGNALS:
    void stateChanged(atelier::ServiceState state);

private:
    explicit WorkspaceConnection(std::unique_ptr<ServiceClient> client);
    void setState(ServiceState state);

    std::unique_ptr<ServiceClient> m_client;
    JobCalls m_jobs;
    EventFeed m_feed;
    ServiceState m_state = ServiceState::Starting;
    Error m_problem;
};

} // namespace atelier
