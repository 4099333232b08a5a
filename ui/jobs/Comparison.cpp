#include "ui/jobs/Comparison.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace atelier::ui {

namespace {

std::vector<std::string> metricsInRank(const std::vector<JobDetail> &jobs)
{
    std::vector<std::string> keys;
    for (const JobDetail &job : jobs)
        for (const auto &[key, value] : job.summary.metrics)
            if (std::find(keys.begin(), keys.end(), key) == keys.end())
                keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    return rankedMetrics(std::move(keys));
}

std::optional<double> valueOf(const JobDetail &job, const std::string &key)
{
    const auto found = job.summary.metrics.find(key);
    return found == job.summary.metrics.end() ? std::nullopt : std::optional(found->second);
}

/// Places on the scale; NaN and infinities have none.
void place(std::vector<MetricComparison::Value> &values)
{
    std::vector<double> finite;
    for (const auto &value : values)
        if (value.value && std::isfinite(*value.value))
            finite.push_back(*value.value);
    if (finite.empty())
        return;
    const auto [least, largest] = std::minmax_element(finite.begin(), finite.end());
    const double span = *largest - *least;
    if (span <= 0)
        return; // a scale of equal values says nothing
    for (auto &value : values)
        if (value.value && std::isfinite(*value.value))
            value.share = (*value.value - *least) / span;
}

void markBest(MetricComparison &metric)
{
    if (!metric.goal)
        return;
    const auto isBetterThan = [&](const auto &one, const auto &other) {
        return one.value && other.value && isBetter(*metric.goal, *one.value, *other.value);
    };
    const auto beatsSomething = [&](const auto &one) {
        return std::any_of(metric.values.begin(), metric.values.end(),
            [&](const auto &other) { return isBetterThan(one, other); });
    };
    for (auto &value : metric.values)
        value.isBest = beatsSomething(value)
            && std::none_of(metric.values.begin(), metric.values.end(),
                [&](const auto &other) { return isBetterThan(other, value); });
}

} // namespace

bool ParameterComparison::differs() const
{
    return std::any_of(
        values.begin(), values.end(), [&](const auto &value) { return value != values.front(); });
}

std::vector<std::string> distinctNames(const std::vector<JobDetail> &jobs)
{
    std::map<std::string, int> counts;
    for (const JobDetail &job : jobs)
        ++counts[titleOf(job.summary)];
    std::vector<std::string> names;
    for (const JobDetail &job : jobs) {
        const std::string title = titleOf(job.summary);
        names.push_back(counts[title] == 1 ? title : job.summary.name);
    }
    return names;
}

std::vector<MetricComparison> compareMetrics(const std::vector<JobDetail> &jobs, std::size_t baseline)
{
    std::vector<MetricComparison> metrics;
    for (const std::string &key : metricsInRank(jobs)) {
        MetricComparison metric{key, isCount(key) ? std::nullopt : std::optional(goalOf(key)), {}};
        const auto base = valueOf(jobs[baseline], key);
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            MetricComparison::Value value{valueOf(jobs[i], key), {}, {}, false};
            if (i != baseline && base && value.value)
                value.difference = *value.value - *base;
            metric.values.push_back(value);
        }
        place(metric.values);
        markBest(metric);
        metrics.push_back(std::move(metric));
    }
    return metrics;
}

std::vector<ParameterComparison> compareParameters(const std::vector<JobDetail> &jobs)
{
    std::map<std::string, ParameterComparison> all;
    const auto put = [&](std::size_t job, const std::string &name, const std::string &value) {
        ParameterComparison &parameter = all[name];
        parameter.name = name;
        parameter.values.resize(jobs.size());
        parameter.values[job] = value;
    };
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        for (const JobPort &port : jobs[i].inputs)
            if (!isData(port))
                put(i, port.name, port.value);
        for (const auto &[name, value] : jobs[i].summary.parameters)
            put(i, name, value);
    }
    std::vector<ParameterComparison> parameters;
    for (auto &[name, parameter] : all)
        parameters.push_back(std::move(parameter));
    return parameters;
}

} // namespace atelier::ui
