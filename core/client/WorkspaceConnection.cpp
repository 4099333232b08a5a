#include "core/client/WorkspaceConnection.h"

#include "core/client/JobReading.h"

namespace atelier {

Result<std::unique_ptr<WorkspaceConnection>> WorkspaceConnection::open(const std::filesystem::path &folder)
{
    auto client = ServiceClient::open(folder);
    if (!client)
        return client.error();
    return std::unique_ptr<WorkspaceConnection>(new WorkspaceConnection(std::move(*client)));
}

WorkspaceConnection::WorkspaceConnection(std::unique_ptr<ServiceClient> client)
    : m_client(std::move(client))
    , m_jobs(*m_client)
    , m_feed(*m_client)
{
    connect(&m_feed, &EventFeed::connectionChanged, this, [this](bool isConnected) {
        m_isConnected = isConnected;
        Q_EMIT connectionChanged(isConnected);
    });
    m_feed.start();
}

WorkspaceConnection::~WorkspaceConnection() = default;

void WorkspaceConnection::machine(QObject *receiver, JobCalls::Callback<MachineDescription> callback)
{
    m_client->ask<MachineDescription>("/api/v1/machine", {}, machineFrom, receiver, std::move(callback));
}

void WorkspaceConnection::service(QObject *receiver, JobCalls::Callback<ServiceDescription> callback)
{
    m_client->ask<ServiceDescription>("/api/v1/service", {}, serviceFrom, receiver, std::move(callback));
}

} // namespace atelier
