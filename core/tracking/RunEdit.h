#pragma once

#include "core/domain/JobEdit.h"
#include "core/storage/JobRepository.h"
#include "core/storage/KeyValue.h"
#include "core/storage/WriteContext.h"
#include "core/tracking/RunHead.h"

namespace atelier {

/// A tag as MLflow's clients set it: the run's name and its note are columns, see RunView. An empty name
/// changes nothing.
[[nodiscard]] Result<void> setRunTag(Database &database, const RunHead &run, const KeyValue &tag);

/// False where there was no such tag.
[[nodiscard]] Result<bool> removeRunTag(Database &database, const RunHead &run, const std::string &key);

/// Writes an edit and tells the change feed. Conflict, and nothing is written, where the job does not say any
/// more what `before` has of it.
[[nodiscard]] Result<void> editRun(
    WriteContext &context, const RunHead &run, const JobEdit &edit, const JobEdit &before);

} // namespace atelier
