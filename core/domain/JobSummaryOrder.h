#pragma once

#include "core/domain/JobSummary.h"

#include <cstdint>
#include <string>

namespace atelier {

/// Whether a job comes before another one in a list of this `order`, as the service sorts it ("created desc",
/// "metric.auc asc", …; "" is newest first). Jobs that are equal in it come newest first.
[[nodiscard]] bool isBefore(
    const JobSummary &one, const JobSummary &other, const std::string &order, std::int64_t nowMs);

} // namespace atelier
