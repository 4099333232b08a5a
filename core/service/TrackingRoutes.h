#pragma once

#include "core/domain/WorkspaceLayout.h"
#include "core/service/RouteTable.h"
#include "core/tracking/ArtifactStore.h"
#include "core/tracking/ExperimentSearch.h"
#include "core/tracking/ExperimentTracking.h"
#include "core/tracking/MetricHistory.h"
#include "core/tracking/RunIngest.h"
#include "core/tracking/RunSearch.h"
#include "core/tracking/RunTracking.h"

#include <memory>
#include <string>

namespace atelier {

/// MLflow's tracking interface, at the addresses that its clients know.
class TrackingRoutes
{
public:
    /// Writer and readers must outlive the routes. Makes the default experiment, so it is to be called before
    /// anything else makes one.
    [[nodiscard]] static Result<std::unique_ptr<TrackingRoutes>> open(
        Writer &writer, ReaderPool &readers, const WorkspaceLayout &layout);

    void add(RouteTable &routes);

private:
    TrackingRoutes(Writer &writer, ReaderPool &readers, ArtifactStore artifacts);

    void addExperiments(RouteTable &routes);
    void addRuns(RouteTable &routes);
    void addIngest(RouteTable &routes);
    void addQueries(RouteTable &routes);
    void addArtifacts(RouteTable &routes, const std::string &prefix);
    void addAbout(RouteTable &routes);

    ExperimentTracking m_experiments;
    ExperimentSearch m_experimentSearch;
    RunTracking m_runs;
    RunSearch m_runSearch;
    RunIngest m_ingest;
    MetricHistory m_history;
    ArtifactStore m_artifacts;
};

} // namespace atelier
