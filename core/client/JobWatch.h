#pragma once

#include "core/client/RepeatedCall.h"
#include "core/client/WorkspaceConnection.h"

#include <optional>
#include <string>

namespace atelier {

/// One job, kept as the service knows it while it is watched. The connection must outlive it.
class JobWatch : public QObject
{
    Q_OBJECT

public:
    JobWatch(WorkspaceConnection &connection, std::string job, QObject *parent = nullptr);

    /// Asks for nothing while it is paused, and catches up afterwards.
    void setPaused(bool paused) { m_call.setPaused(paused); }
    void refresh() { m_call.request(); }

    [[nodiscard]] const std::string &job() const { return m_job; }
    /// Nothing before the first `changed`, and after `removed`.
    [[nodiscard]] const std::optional<JobDetail> &detail() const { return m_detail; }

Q_SIGNALS:
    void changed();
    /// The job is not there, or not any more.
    void removed();
    void failed(const atelier::Error &error);

private:
    void ask();
    void take(const Result<JobDetail> &detail);
    void take(const ServiceChange &change);
    void forget();
    [[nodiscard]] bool isOfThisJob(const std::string &name) const;

    WorkspaceConnection &m_connection;
    const std::string m_job;
    std::optional<JobDetail> m_detail;
    RepeatedCall m_call;
};

} // namespace atelier
