#include "core/storage/JobFacts.h"

#include "core/storage/Database.h"
#include "core/storage/ParameterRepository.h"
#include "core/storage/TagRepository.h"

#include <algorithm>

namespace atelier {

namespace {

Result<StepCounts> countSteps(Database &database, std::int64_t pipeline)
{
    StepCounts counts;
    auto counted = database.forEach(
        "SELECT status, count(*), sum(reused_from <> '') FROM job WHERE parent_id = ?1 GROUP BY status",
        [&](const Row &row) {
            counts.total += row.integer(1);
            if (jobStatusFromName(row.text(0)) != JobStatus::Completed)
                return;
            counts.completed += row.integer(1);
            counts.reused += row.integer(2);
        },
        pipeline);
    if (!counted)
        return counted.error();
    const auto running = database.value<std::string>(
        "SELECT step FROM job WHERE parent_id = ?1 AND status = 'Running' ORDER BY id LIMIT 1", pipeline);
    if (!running)
        return running.error();
    counts.running = running->value_or("");
    return counts;
}

/// Of the steps as they ran: the numbers of a step that was reused are those of the job it was taken from.
Result<std::vector<NamedMetric>> metricsOfSteps(Database &database, std::int64_t pipeline)
{
    const auto sources = database.query(
        "SELECT ifnull((SELECT origin.id FROM job AS origin WHERE origin.name = step.reused_from), step.id)"
        " FROM job AS step WHERE step.parent_id = ?1 ORDER BY step.id",
        [](const Row &row) { return row.get<std::int64_t>(0); }, pipeline);
    if (!sources)
        return sources.error();
    const auto latest = MetricRepository::latestOfJobs(database, *sources);
    if (!latest)
        return latest.error();
    std::vector<NamedMetric> metrics;
    for (const LatestMetric &metric : *latest) {
        const auto known = std::find_if(
            metrics.begin(), metrics.end(), [&](const NamedMetric &one) { return one.key == metric.key; });
        if (known == metrics.end())
            metrics.push_back({metric.key, metric.point});
        else
            known->point = metric.point;
    }
    return metrics;
}

Result<std::vector<NamedMetric>> metricsOf(Database &database, const JobRow &job)
{
    const auto origin = JobRepository::originOf(database, job);
    if (!origin)
        return origin.error();
    return MetricRepository::latest(database, *origin);
}

} // namespace

Result<JobFacts> factsOf(Database &database, const JobRow &job)
{
    auto tags = TagRepository::ofJob(database, job.id);
    if (!tags)
        return tags.error();
    auto inputs = JobRepository::literalInputs(database, job.id);
    if (!inputs)
        return inputs.error();
    auto parameters = ParameterRepository::ofJob(database, job.id);
    if (!parameters)
        return parameters.error();
    auto metrics = metricsOf(database, job);
    if (!metrics)
        return metrics.error();
    JobFacts facts{std::move(*tags), std::move(*inputs), std::move(*parameters), std::move(*metrics), {}};
    if (job.type != JobType::Pipeline)
        return facts;
    const auto steps = countSteps(database, job.id);
    if (!steps)
        return steps.error();
    facts.steps = *steps;
    auto ofSteps = metricsOfSteps(database, job.id);
    if (!ofSteps)
        return ofSteps.error();
    facts.metrics.insert(facts.metrics.end(), ofSteps->begin(), ofSteps->end());
    return facts;
}

} // namespace atelier
