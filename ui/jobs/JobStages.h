#pragma once

#include "core/domain/JobDetail.h"
#include "ui/jobs/StageLine.h"

namespace atelier::ui {

/// Waiting, running, and what came of it, with how long each took.
[[nodiscard]] std::vector<StageLine::Stage> stagesOf(const JobSummary &job, std::int64_t nowMs);

/// How much of a pipeline is done, 0 to 1; empty where nothing says it.
[[nodiscard]] std::optional<double> shareDone(const JobSummary &job);

} // namespace atelier::ui
