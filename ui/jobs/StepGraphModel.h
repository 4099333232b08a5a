#pragma once

#include "core/domain/JobDetail.h"
#include "core/graph/StepTimes.h"
#include "ui/graph/GraphModel.h"

#include <vector>

namespace atelier::ui {

/// Shows a pipeline's steps in a graph, as they stand now.
void showSteps(GraphModel &graph, const JobDetail &pipeline);

/// When each step ran, in seconds since the pipeline began, in the order of its steps.
[[nodiscard]] std::vector<StepTiming> timingsOf(const JobDetail &pipeline);

} // namespace atelier::ui
