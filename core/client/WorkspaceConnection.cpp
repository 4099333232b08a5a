#include "core/client/WorkspaceConnection.h"

#include "core/client/JobReading.h"
#include "core/client/ServiceEnd.h"

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
    connect(&m_feed, &EventFeed::connectionChanged, this,
        [this](bool isConnected) { setState(isConnected ? ServiceState::Answers : ServiceState::Starting); });
    connect(&m_feed, &EventFeed::silenceChanged, this,
        [this](bool isSilent) { setState(isSilent ? ServiceState::Silent : ServiceState::Answers); });
    connect(&m_feed, &EventFeed::unavailable, this, [this](const Error &error) {
        m_problem = error;
        setState(ServiceState::Unavailable);
    });
    m_feed.start();
}

WorkspaceConnection::~WorkspaceConnection() = default;

void WorkspaceConnection::setState(ServiceState state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

void WorkspaceConnection::machine(QObject *receiver, JobCalls::Callback<MachineDescription> callback)
{
    m_client->ask<MachineDescription>("/api/v1/machine", {}, machineFrom, receiver, std::move(callback));
}

void WorkspaceConnection::service(QObject *receiver, JobCalls::Callback<ServiceDescription> callback)
{
    m_client->ask<ServiceDescription>("/api/v1/service", {}, serviceFrom, receiver, std::move(callback));
}

void WorkspaceConnection::restartService(QObject *receiver, JobCalls::Callback<void> callback)
{
    // Ours and not the receiver's: a process that was asked must not be left half ended.
    auto *end = new ServiceEnd(m_client->socket(), this);
    connect(end, &ServiceEnd::finished, end, &QObject::deleteLater);
    connect(end, &ServiceEnd::finished, receiver, std::move(callback));
    end->begin();
}

} // namespace atelier
