#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/storage/JobRepository.h"

#include <cstdint>
#include <string>

namespace atelier {

class Database;

/// {"metrics": [{key, step, time_ms, value}…]}, the latest of each. A job that was reused shows the numbers
/// of the one that it was taken from, here and below.
[[nodiscard]] Result<Json> latestMetrics(Database &database, const JobRow &job);
/// {"points": [[step, time_ms, value]…]}: all, or evenly chosen where there are more than `limit`. A pipeline
/// shows the points of the last of its steps that logged `key`.
[[nodiscard]] Result<Json> metricHistory(
    Database &database, const JobRow &job, const std::string &key, std::int64_t limit);

} // namespace atelier
