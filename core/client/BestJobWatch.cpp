#include "core/client/BestJobWatch.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr int bestPauseMs = 2000; // all experiments are gone through for it, and who is best changes seldom

} // namespace

BestJobWatch::BestJobWatch(WorkspaceConnection &connection, std::string experiment, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_experiment(std::move(experiment))
    , m_call([this] { ask(); }, bestPauseMs, this)
{
    connect(&connection.feed(), &EventFeed::changed, this, [this](const ServiceChange &change) {
        if (change.kind == "job")
            m_call.request();
    });
    connect(&connection.feed(), &EventFeed::reset, &m_call, &RepeatedCall::request);
    m_call.request();
}

void BestJobWatch::ask()
{
    m_connection.jobs().experiments(this, [this](const Result<std::vector<ExperimentSummary>> &experiments) {
        if (experiments)
            take(*experiments);
        else
            m_call.answered();
    });
}

void BestJobWatch::take(const std::vector<ExperimentSummary> &experiments)
{
    const auto own = std::find_if(experiments.begin(), experiments.end(),
        [this](const ExperimentSummary &one) { return one.name == m_experiment; });
    if (own == experiments.end() || !own->best) {
        m_call.answered();
        return show({});
    }
    // Its other metrics are what the rest is compared with.
    m_connection.jobs().detail(own->bestJob, this, [this](const Result<JobDetail> &job) {
        m_call.answered();
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
