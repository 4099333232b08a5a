#pragma once

#include "core/base/Result.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/storage/JobRepository.h"

#include <string>
#include <vector>

namespace atelier {

/// Makes the folders that a job finds when its command starts: a fresh copy of its code to run in, `outputs`
/// and `logs` in it as links to the job's own, and a folder for each output that is one.
[[nodiscard]] Result<void> prepareWorkFolder(
    const WorkspaceLayout &layout, const std::string &job, const std::vector<JobOutputRow> &outputs);

/// Brings what the job made to the disk, before anyone is told that it completed: a step that is reused after
/// a power cut must find whole files. Costs nothing where there are none.
[[nodiscard]] Result<void> keepOutputs(const WorkspaceLayout &layout, const std::string &job);

/// Removes the copy of the code; what the job wrote into `outputs` and `logs` stays.
[[nodiscard]] Result<void> removeWorkFolder(const WorkspaceLayout &layout, const std::string &job);

} // namespace atelier
