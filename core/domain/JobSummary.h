#pragma once

#include "core/base/Named.h"
#include "core/domain/Job.h"
#include "core/domain/JobStatus.h"
#include "core/domain/MetricGoal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// A metric's latest value, and which way it gets better.
struct PrimaryMetric
{
    std::string key;
    double value = 0;
    MetricGoal goal = MetricGoal::Maximize;

    bool operator==(const PrimaryMetric &) const = default;
};

/// How far the steps of a pipeline are.
struct StepProgress
{
    std::int64_t total = 0;
    std::int64_t completed = 0;
    std::string running; ///< the first step that runs, "" where none does
    std::int64_t reused = 0; ///< of the completed, those that took over an earlier job's outputs

    bool operator==(const StepProgress &) const = default;
};

/// A job as lists show it.
struct JobSummary
{
    std::string name;
    JobType type = JobType::Command;
    std::string displayName;
    std::string experiment;
    JobStatus status = JobStatus::NotStarted;
    std::string statusReason; ///< what it waits for
    std::string user;
    std::string compute;
    std::string description;
    std::string step; ///< its name in its pipeline
    std::string reusedFrom; ///< the job whose outputs these are
    std::int64_t createdMs = 0; ///< times are Unix time
    std::optional<std::int64_t> startedMs;
    std::optional<std::int64_t> endedMs;
    std::string errorCode;
    std::string errorSentence;
    Named<std::string> tags;
    Named<std::string> inputs; ///< literals that it was given
    Named<std::string> parameters; ///< that its code noted
    Named<double> metrics; ///< the latest of each, of a pipeline those of its steps
    std::optional<PrimaryMetric> primary;
    std::optional<StepProgress> steps; ///< of a pipeline

    bool operator==(const JobSummary &) const = default;
};

/// The display name, or the name where there is none.
[[nodiscard]] inline const std::string &titleOf(const JobSummary &job)
{
    return job.displayName.empty() ? job.name : job.displayName;
}

/// What its code noted of a parameter, else what it was given under that name; null where neither is.
[[nodiscard]] inline const std::string *parameterOf(const JobSummary &job, std::string_view key)
{
    for (const Named<std::string> *named : {&job.parameters, &job.inputs})
        if (const auto found = named->find(key); found != named->end())
            return &found->second;
    return nullptr;
}

/// From its start to its end, or to `nowMs` while it runs; empty where it never started.
[[nodiscard]] inline std::optional<std::int64_t> durationOf(const JobSummary &job, std::int64_t nowMs)
{
    if (!job.startedMs)
        return std::nullopt;
    return (job.endedMs ? *job.endedMs : nowMs) - *job.startedMs;
}

} // namespace atelier
