#pragma once

#include "core/client/RepeatedCall.h"
#include "core/client/WorkspaceConnection.h"

namespace atelier {

/// All experiments, asked for again when a job has changed. The connection must outlive it.
class ExperimentListWatch : public QObject
{
    Q_OBJECT

public:
    /// At least `pauseMs` between two calls: finding the best of each looks at many metrics.
    explicit ExperimentListWatch(
        WorkspaceConnection &connection, QObject *parent = nullptr, int pauseMs = 1000);

    /// Asks for nothing while it is paused, and catches up afterwards.
    void setPaused(bool paused) { m_call.setPaused(paused); }
    void refresh() { m_call.request(); }

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const std::vector<ExperimentSummary> &experiments() const { return m_experiments; }

Q_SIGNALS:
    void changed();

private:
    void ask();

    WorkspaceConnection &m_connection;
    std::vector<ExperimentSummary> m_experiments;
    bool m_isLoaded = false;
    RepeatedCall m_call;
};

} // namespace atelier
