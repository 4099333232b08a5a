#pragma once

#include "core/client/JobPages.h"
#include "core/domain/Experiment.h"

namespace atelier::ui {

/// The experiments with the best of what the rows say: rows and summaries are asked for at different moments,
/// and the head of a group shall agree with the rows below it.
[[nodiscard]] std::vector<ExperimentSummary> withListedBest(
    std::vector<ExperimentSummary> experiments, const JobRows &jobs);

} // namespace atelier::ui
