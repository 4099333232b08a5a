#pragma once

#include "core/client/EventFeed.h"
#include "core/client/JobCalls.h"
#include "core/client/ServiceClient.h"
#include "core/domain/Machine.h"
#include "core/domain/Service.h"

#include <filesystem>
#include <memory>

namespace atelier {

/// An open workspace: its service's calls and its changes. Lives on one thread, with an event loop.
class WorkspaceConnection : public QObject
{
    Q_OBJECT

public:
    /// Connects, and has the service started where it does not run; `connectionChanged` tells when it
    /// answers.
    [[nodiscard]] static Result<std::unique_ptr<WorkspaceConnection>> open(
        const std::filesystem::path &folder);
    ~WorkspaceConnection() override;

    [[nodiscard]] const std::filesystem::path &folder() const { return m_client->workspace(); }
    [[nodiscard]] ServiceClient &client() { return *m_client; }
    [[nodiscard]] JobCalls &jobs() { return m_jobs; }
    [[nodiscard]] EventFeed &feed() { return m_feed; }
    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    void machine(QObject *receiver, JobCalls::Callback<MachineDescription> callback);
    void service(QObject *receiver, JobCalls::Callback<ServiceDescription> callback);

Q_SIGNALS:
    void connectionChanged(bool isConnected);

private:
    explicit WorkspaceConnection(std::unique_ptr<ServiceClient> client);

    std::unique_ptr<ServiceClient> m_client;
    JobCalls m_jobs;
    EventFeed m_feed;
    bool m_isConnected = false;
};

} // namespace atelier
