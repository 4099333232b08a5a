#pragma once

#include "core/client/RepeatedCall.h"
#include "core/client/WorkspaceConnection.h"
#include "core/domain/JobView.h"

#include <vector>

namespace atelier {

/// The views of the list of jobs that are kept in the workspace, as the service has them. The connection must
/// outlive it.
class JobViewList : public QObject
{
    Q_OBJECT

public:
    explicit JobViewList(WorkspaceConnection &connection, QObject *parent = nullptr);

    /// By name.
    [[nodiscard]] const std::vector<JobView> &views() const { return m_views; }
    /// In the place of the one that has its id. Calls back while the receiver lives, as `remove` does.
    void keep(const JobView &view, QObject *receiver, JobCalls::Callback<void> callback);
    void remove(const std::string &id, QObject *receiver, JobCalls::Callback<void> callback);

Q_SIGNALS:
    void changed();

private:
    void ask();

    WorkspaceConnection &m_connection;
    std::vector<JobView> m_views;
    RepeatedCall m_call;
};

} // namespace atelier
