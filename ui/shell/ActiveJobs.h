#pragma once

#include "core/client/JobListWatch.h"

namespace atelier::ui {

/// The jobs of the workspace that are not finished, for the parts of the window that count them.
class ActiveJobs : public QObject
{
    Q_OBJECT

public:
    explicit ActiveJobs(WorkspaceConnection &connection, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<JobSummary> &jobs() const { return m_list.jobs(); }
    [[nodiscard]] int runningCount() const;
    [[nodiscard]] int queuedCount() const;
    /// The one that has run longest; null where none runs.
    [[nodiscard]] const JobSummary *first() const;

Q_SIGNALS:
    void changed();

private:
    JobListWatch m_list;
};

} // namespace atelier::ui
