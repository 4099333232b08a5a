#pragma once

#include "core/domain/JobSummary.h"

#include <cstdint>
#include <optional>
#include <string>

namespace atelier {

/// A group of jobs, as lists show it: jobs that are no steps are counted.
struct ExperimentSummary
{
    std::string name;
    std::int64_t jobs = 0;
    std::int64_t running = 0; ///< started and not finished
    std::int64_t queued = 0;
    std::int64_t failed = 0;
    std::int64_t canceled = 0;
    std::int64_t completed = 0;
    std::int64_t lastMs = 0; ///< when its newest job was made, Unix time
    std::optional<PrimaryMetric> best; ///< of all its jobs
    std::string bestJob; ///< name of the job that has it
    std::string bestTitle; ///< its display name

    bool operator==(const ExperimentSummary &) const = default;
};

} // namespace atelier
