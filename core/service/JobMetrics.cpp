#include "core/service/JobMetrics.h"

#include "core/storage/Database.h"
#include "core/storage/MetricRepository.h"

namespace atelier {

namespace {

/// The job that logged `key`; the pipeline itself where none of its steps did.
Result<std::int64_t> sourceOfMetric(Database &database, const JobRow &job, const std::string &key)
{
    if (job.type != JobType::Pipeline)
        return JobRepository::originOf(database, job);
    const auto step = MetricRepository::lastStepWith(database, job.id, key);
    if (!step)
        return step.error();
    return step->value_or(job.id);
}

} // namespace

Result<Json> latestMetrics(Database &database, const JobRow &job)
{
    const auto origin = JobRepository::originOf(database, job);
    if (!origin)
        return origin.error();
    const auto latest = MetricRepository::latest(database, *origin);
    if (!latest)
        return latest.error();
    Json metrics = Json::array();
    for (const NamedMetric &metric : *latest)
        metrics.push_back({{"key", metric.key}, {"step", metric.point.step}, {"time_ms", metric.point.timeMs},
            {"value", numberJson(metric.point.value)}});
    return Json{{"metrics", std::move(metrics)}};
}

Result<Json> metricHistory(Database &database, const JobRow &job, const std::string &key, std::int64_t limit)
{
    const auto source = sourceOfMetric(database, job, key);
    if (!source)
        return source.error();
    const auto points = MetricRepository::sampledHistory(database, *source, key, limit);
    if (!points)
        return points.error();
    Json list = Json::array();
    for (const MetricPoint &point : *points)
        list.push_back(Json::array({point.step, point.timeMs, numberJson(point.value)}));
    return Json{{"points", std::move(list)}};
}

} // namespace atelier
