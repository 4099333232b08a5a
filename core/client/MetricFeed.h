#pragma once

#include "core/client/RepeatedCall.h"
#include "core/client/WorkspaceConnection.h"

#include <cstdint>
#include <string>

namespace atelier {

/// Brings all points of a job's metrics, those of its steps included: first those that are there, then each
/// as it comes, none twice and none lost over a break of the connection. The connection must outlive it.
class MetricFeed : public QObject
{
    Q_OBJECT

public:
    MetricFeed(WorkspaceConnection &connection, std::string job, QObject *parent = nullptr);

    /// Asks for nothing while it is paused, and catches up afterwards.
    void setPaused(bool paused) { m_call.setPaused(paused); }

Q_SIGNALS:
    /// Points to be added to those before; with `isReset` what came before is to be forgotten.
    void arrived(const atelier::series::MetricPoints &points);
    void failed(const atelier::Error &error);

private:
    void ask();
    void take(const ServiceChange &change);

    WorkspaceConnection &m_connection;
    const std::string m_job;
    std::int64_t m_arrival = 0;
    bool m_wantsAll = true;
    RepeatedCall m_call;
};

} // namespace atelier
