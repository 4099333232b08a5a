#pragma once

#include "core/storage/WriteContext.h"
#include "core/tracking/RunHead.h"

#include <cstdint>

namespace atelier {

/// How long a deleted job can be restored, in milliseconds.
inline constexpr std::int64_t restorableMs = std::int64_t{30} * 24 * 60 * 60 * 1000;

/// Deletes a job or run with all below it, which is only a mark as yet; the same again changes nothing.
/// Conflict where it is a job that has not ended.
[[nodiscard]] Result<void> deleteRun(WriteContext &context, const RunHead &run);

/// Takes the deletion back. Conflict where the job above it is deleted, or it is too late.
[[nodiscard]] Result<void> restoreRun(WriteContext &context, const RunHead &run);

} // namespace atelier
