#include "ui/jobs/ListedBest.h"

#include <cmath>
#include <map>
#include <string_view>

namespace atelier::ui {

namespace {

bool isOfSameMetric(const ExperimentSummary &experiment, const PrimaryMetric &metric)
{
    return experiment.best && experiment.best->key == metric.key;
}

bool isNewBest(const ExperimentSummary &experiment, const PrimaryMetric &metric)
{
    return experiment.best
        ? isOfSameMetric(experiment, metric) && isBetter(metric.goal, metric.value, experiment.best->value)
        : !std::isnan(metric.value);
}

} // namespace

std::vector<ExperimentSummary> withListedBest(std::vector<ExperimentSummary> experiments, const JobRows &jobs)
{
    std::map<std::string_view, ExperimentSummary *> byName;
    for (ExperimentSummary &experiment : experiments)
        byName[experiment.name] = &experiment;
    std::vector<std::pair<const JobSummary *, ExperimentSummary *>> measured;
    for (const auto &job : jobs)
        if (const auto found = byName.find(job->experiment); found != byName.end() && job->primary)
            measured.emplace_back(job.get(), found->second);
    // The one that is the best so far may have become worse: it is first taken as its row has it.
    for (const auto &[job, experiment] : measured)
        if (job->name == experiment->bestJob && isOfSameMetric(*experiment, *job->primary))
            experiment->best = job->primary;
    for (const auto &[job, experiment] : measured)
        if (isNewBest(*experiment, *job->primary)) {
            experiment->best = job->primary;
            experiment->bestJob = job->name;
            experiment->bestTitle = job->displayName;
        }
    return experiments;
}

} // namespace atelier::ui
