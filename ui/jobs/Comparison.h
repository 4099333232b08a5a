#pragma once

#include "core/domain/JobDetail.h"

#include <optional>
#include <string>
#include <vector>

namespace atelier::ui {

/// One metric over several jobs.
struct MetricComparison
{
    struct Value
    {
        std::optional<double> value; ///< nothing: the job has not logged it
        std::optional<double>
            share; ///< its place between the least and the largest, 0 to 1; nothing where all are equal
        std::optional<double> difference; ///< to the baseline's
        bool isBest = false; ///< alone, or with others that are as good, but not all
    };

    std::string key;
    std::optional<MetricGoal> goal; ///< nothing of a count: more of it is neither better nor worse
    std::vector<Value> values; ///< by job
};

/// One parameter over several jobs.
struct ParameterComparison
{
    std::string name;
    std::vector<std::optional<std::string>> values; ///< by job

    [[nodiscard]] bool differs() const;
};

/// What tells the jobs apart, by job: its title, or its name where another one has the same title.
[[nodiscard]] std::vector<std::string> distinctNames(const std::vector<JobDetail> &jobs);

/// Metrics that any of the jobs has, the one that tells most first. `baseline` is a job's number.
[[nodiscard]] std::vector<MetricComparison> compareMetrics(
    const std::vector<JobDetail> &jobs, std::size_t baseline);

/// Parameters and literal inputs that any of the jobs has, by name.
[[nodiscard]] std::vector<ParameterComparison> compareParameters(const std::vector<JobDetail> &jobs);

} // namespace atelier::ui
