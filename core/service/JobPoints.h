#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/storage/JobRepository.h"

#include <cstdint>

namespace atelier {

class Database;

/// The metrics of a job, and of all steps of a pipeline, as charts follow them:
/// {"series": [{"job", "step", "key"}…], "points": [[series, step, time_ms, value]…], "arrival": n, "reset":
/// false}. With `after` 0 all points come, those of a series together and in the order of their steps; with
/// the `arrival` of the answer before, those that came since, in the order of their arrival. `reset` says
/// that `after` means nothing here any more, and that these are all points again.
[[nodiscard]] Result<Json> jobPoints(Database &database, const JobRow &job, std::int64_t after);

} // namespace atelier
