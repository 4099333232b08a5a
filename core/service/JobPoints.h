#pragma once

#include "core/base/Result.h"
#include "core/series/MetricPoints.h"
#include "core/storage/JobRepository.h"

#include <cstdint>

namespace atelier {

class Database;

/// The metrics of a job, and of all steps of a pipeline, as charts follow them. With `after` 0 all points
/// come, in the order of their steps; with the `arrival` of the answer before, those that came since, in the
/// order of their arrival. `isReset` says that `after` means nothing here any more.
[[nodiscard]] Result<series::MetricPoints> jobPoints(
    Database &database, const JobRow &job, std::int64_t after);

} // namespace atelier
