#include "core/storage/ExperimentListing.h"

#include "core/storage/Database.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace atelier {

namespace {

using ById = std::map<std::int64_t, ExperimentSummary>;

void count(ExperimentSummary &experiment, JobStatus status, std::int64_t jobs)
{
    experiment.jobs += jobs;
    if (status == JobStatus::Completed)
        experiment.completed += jobs;
    else if (status == JobStatus::Failed)
        experiment.failed += jobs;
    else if (status == JobStatus::Canceled)
        experiment.canceled += jobs;
    else if (isWaiting(status))
        experiment.queued += jobs;
    else if (!isFinal(status))
        experiment.running += jobs;
}

Result<ById> countJobs(Database &database)
{
    ById experiments;
    auto counted
        = database.forEach("SELECT experiment_id, status, count(*), max(created_ms) FROM job"
                           " WHERE parent_id IS NULL AND lifecycle = 'active' GROUP BY experiment_id, status",
            [&](const Row &row) {
                ExperimentSummary &experiment = experiments[row.integer(0)];
                const auto status = jobStatusFromName(row.text(1));
                count(experiment, status.value_or(JobStatus::NotStarted), row.integer(2));
                experiment.lastMs = std::max(experiment.lastMs, row.integer(3));
            });
    if (!counted)
        return counted.error();
    return experiments;
}

/// What its newest jobs measure decides what counts: looking at all of them would read every metric.
Result<std::vector<std::string>> metricsOf(Database &database, std::int64_t experiment)
{
    return database.query(
        "SELECT DISTINCT name FROM metric_key JOIN latest_metric ON key_id = metric_key.id"
        " WHERE job_id IN (SELECT id FROM job WHERE experiment_id = ?1 AND lifecycle = 'active'"
        " ORDER BY created_ms DESC LIMIT 50) ORDER BY name",
        [](const Row &row) { return row.get<std::string>(0); }, experiment);
}

/// A step's value is its pipeline's.
Result<void> findBest(Database &database, std::int64_t id, ExperimentSummary &experiment)
{
    const auto metrics = metricsOf(database, id);
    if (!metrics)
        return metrics.error();
    const std::string key = primaryMetric(*metrics);
    const MetricGoal goal = goalOf(key);
    const std::string order = goal == MetricGoal::Maximize ? "DESC" : "ASC";
    const auto best = database.first(
        "SELECT value, whole.name, whole.display_name FROM latest_metric JOIN job ON job.id = "
        "latest_metric.job_id"
        " JOIN job AS whole ON whole.id = ifnull(job.parent_id, job.id)"
        " WHERE key_id = (SELECT id FROM metric_key WHERE name = ?1) AND value IS NOT NULL"
        " AND job.experiment_id = ?2 AND whole.lifecycle = 'active' ORDER BY value "
            + order + " LIMIT 1",
        [](const Row &row) {
            return std::tuple(row.real(0), row.get<std::string>(1), row.get<std::string>(2));
        },
        key, id);
    if (!best)
        return best.error();
    if (*best) {
        experiment.best = PrimaryMetric{key, std::get<0>(**best), goal};
        experiment.bestJob = std::get<1>(**best);
        experiment.bestTitle = std::get<2>(**best);
    }
    return {};
}

} // namespace

Result<std::vector<ExperimentSummary>> listExperiments(Database &database)
{
    auto experiments = countJobs(database);
    if (!experiments)
        return experiments.error();
    std::vector<ExperimentSummary> list;
    for (auto &[id, experiment] : *experiments) {
        const auto name = database.value<std::string>("SELECT name FROM experiment WHERE id = ?1", id);
        if (!name)
            return name.error();
        experiment.name = name->value_or("");
        if (auto found = findBest(database, id, experiment); !found)
            return found.error();
        list.push_back(std::move(experiment));
    }
    std::stable_sort(
        list.begin(), list.end(), [](const ExperimentSummary &one, const ExperimentSummary &other) {
            return one.lastMs > other.lastMs;
        });
    return list;
}

} // namespace atelier
