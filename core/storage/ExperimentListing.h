#pragma once

#include "core/base/Result.h"
#include "core/domain/Experiment.h"

#include <vector>

namespace atelier {

class Database;

/// All experiments that have a job, the one that was used last first.
[[nodiscard]] Result<std::vector<ExperimentSummary>> listExperiments(Database &database);

} // namespace atelier
