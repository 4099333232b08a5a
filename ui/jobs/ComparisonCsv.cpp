#include "ui/jobs/ComparisonCsv.h"

#include "core/series/Csv.h"
#include "ui/jobs/Comparison.h"

namespace atelier::ui {

namespace {

template<typename Values, typename Write>
std::string csvLine(const std::string &kind, const std::string &name, const Values &values, Write write)
{
    std::string cells = kind + ',' + series::csvText(name);
    for (const auto &value : values)
        cells += ',' + series::csvText(write(value));
    return cells + "\r\n";
}

} // namespace

std::string comparisonCsv(const std::vector<JobDetail> &jobs)
{
    std::string csv = csvLine("kind", "name", jobs, [](const JobDetail &job) { return job.summary.name; });
    csv += csvLine("job", "title", jobs, [](const JobDetail &job) { return titleOf(job.summary); });
    csv += csvLine("job", "experiment", jobs, [](const JobDetail &job) { return job.summary.experiment; });
    csv += csvLine(
        "job", "status", jobs, [](const JobDetail &job) { return std::string(name(job.summary.status)); });
    for (const MetricComparison &metric : compareMetrics(jobs, 0))
        csv += csvLine("metric", metric.key, metric.values,
            [](const auto &value) { return value.value ? series::csvNumber(*value.value) : std::string(); });
    for (const ParameterComparison &parameter : compareParameters(jobs))
        csv += csvLine("parameter", parameter.name, parameter.values,
            [](const auto &value) { return value.value_or(""); });
    return csv;
}

} // namespace atelier::ui
