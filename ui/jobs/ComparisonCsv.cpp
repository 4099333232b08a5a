#include "ui/jobs/ComparisonCsv.h"

#include "ui/jobs/Comparison.h"

#include <array>
#include <charconv>
#include <cmath>

namespace atelier::ui {

namespace {

std::string quoted(const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"')
            cell += '"';
        cell += c;
    }
    return cell + '"';
}

std::string exactText(double value)
{
    if (std::isnan(value))
        return "NaN";
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

template<typename Values, typename Write>
std::string csvLine(const std::string &kind, const std::string &name, const Values &values, Write write)
{
    std::string cells = kind + ',' + quoted(name);
    for (const auto &value : values)
        cells += ',' + quoted(write(value));
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
            [](const auto &value) { return value.value ? exactText(*value.value) : std::string(); });
    for (const ParameterComparison &parameter : compareParameters(jobs))
        csv += csvLine("parameter", parameter.name, parameter.values,
            [](const auto &value) { return value.value_or(""); });
    return csv;
}

} // namespace atelier::ui
