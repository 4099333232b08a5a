#pragma once

#include "core/client/ExperimentListWatch.h"
#include "core/client/WorkspaceConnection.h"

#include <optional>
#include <string>

namespace atelier {

/// The best job of an experiment, kept as the service knows it while it is watched. The connection must
/// outlive it.
class BestJobWatch : public QObject
{
    Q_OBJECT

public:
    BestJobWatch(WorkspaceConnection &connection, std::string experiment, QObject *parent = nullptr);

    /// Asks for nothing while it is paused, and catches up afterwards.
    void setPaused(bool paused) { m_experiments.setPaused(paused); }

    [[nodiscard]] const std::string &experiment() const { return m_experiment; }
    /// Nothing before the first `changed`, where no job has a metric, and where there is only one job.
    [[nodiscard]] const std::optional<JobSummary> &best() const { return m_best; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void show(std::optional<JobSummary> best);

    WorkspaceConnection &m_connection;
    const std::string m_experiment;
    std::optional<JobSummary> m_best;
    ExperimentListWatch m_experiments;
};

} // namespace atelier
