#pragma once

#include "core/storage/JobRepository.h"
#include "core/storage/KeyValue.h"
#include "core/storage/MetricRepository.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atelier {

/// How far the steps of a pipeline are.
struct StepCounts
{
    std::int64_t total = 0;
    std::int64_t completed = 0; ///< of them, with success
    std::string running; ///< name of the first that runs, "" where none does
    std::int64_t reused = 0; ///< of the completed, those that took over an earlier job's outputs

    bool operator==(const StepCounts &) const = default;
};

/// What a list of jobs says of each beside its row.
struct JobFacts
{
    std::vector<KeyValue> tags; ///< by key
    std::vector<JobInputRow> inputs; ///< literals, by name
    std::vector<KeyValue> parameters; ///< by key
    /// The latest of each metric: its own, and of a pipeline those of its steps, where a later step's value
    /// of the same metric counts.
    std::vector<NamedMetric> metrics;
    StepCounts steps; ///< of a pipeline
};

[[nodiscard]] Result<JobFacts> factsOf(Database &database, const JobRow &job);

} // namespace atelier
