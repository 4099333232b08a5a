#pragma once

#include "core/client/RepeatedCall.h"
#include "core/client/WorkspaceConnection.h"

namespace atelier {

/// A page of jobs, kept as the service lists it while it is watched. The connection must outlive it.
class JobListWatch : public QObject
{
    Q_OBJECT

public:
    JobListWatch(WorkspaceConnection &connection, JobFilter filter, QObject *parent = nullptr);

    void setFilter(const JobFilter &filter);
    [[nodiscard]] const JobFilter &filter() const { return m_filter; }
    /// Asks for nothing while it is paused, and catches up afterwards.
    void setPaused(bool paused) { m_call.setPaused(paused); }
    void refresh() { m_call.request(); }

    [[nodiscard]] const std::vector<JobSummary> &jobs() const { return m_list.jobs; }
    [[nodiscard]] std::int64_t total() const { return m_list.total; }
    /// An answer to the filter in force has come.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void changed();
    void failed(const atelier::Error &error);

private:
    void ask();

    WorkspaceConnection &m_connection;
    JobFilter m_filter;
    JobList m_list;
    int m_question = 0; ///< tells the answer to an earlier filter
    bool m_isLoaded = false;
    RepeatedCall m_call;
};

} // namespace atelier
