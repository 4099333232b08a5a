#include "core/client/BestJobWatch.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr int bestPauseMs = 2000; // who is best changes seldom

} // namespace

BestJobWatch::BestJobWatch(WorkspaceConnection &connection, std::string experiment, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_experiment(std::move(experiment))
    , m_experiments(connection, nullptr, bestPauseMs)
{
    connect(&m_experiments, &ExperimentListWatch::changed, this, &BestJobWatch::ask);
}

void BestJobWatch::ask()
{
    const std::vector<ExperimentSummary> &experiments = m_experiments.experiments();
    const auto own = std::find_if(experiments.begin(), experiments.end(),
        [this](const ExperimentSummary &one) { return one.name == m_experiment; });
    if (own == experiments.end() || !own->best || own->jobs < 2)
        return show({});
    // Its other metrics are what the rest is compared with.
    m_connection.jobs().detail(own->bestJob, this, [this](const Result<JobDetail> &job) {
        if (job)
            show(job->summary);
    });
}

void BestJobWatch::show(std::optional<JobSummary> best)
{
    if (best == m_best)
        return;
    m_best = std::move(best);
    Q_EMIT changed();
}

} // namespace atelier
