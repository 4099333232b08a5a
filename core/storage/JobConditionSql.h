#pragma once

#include "core/domain/JobCondition.h"
#include "core/storage/SqlText.h"

#include <string>

namespace atelier {

/// The condition on a row of `job`; running jobs have lasted until `nowMs`.
[[nodiscard]] SqlText sqlOf(const JobCondition &condition, std::int64_t nowMs);

/// SELECTs `shown_by` (a job's row id) and `value`: what each job shows as the latest value of a metric. Of a
/// pipeline that is the value of its last step which has one; a step that was reused shows that of its
/// origin.
[[nodiscard]] SqlText shownMetric(const std::string &key);

} // namespace atelier
