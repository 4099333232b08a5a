#pragma once

#include "core/execution/Plan.h"
#include "core/storage/JobRepository.h"
#include "core/storage/WriteContext.h"

#include <string>
#include <vector>

namespace atelier {

/// The rows that a submitted job became.
struct RecordedJob
{
    JobRow job;
    bool isNew
        = false; ///< false: the same document was submitted under this name before, nothing was written
};

/// Writes a plan: the job, its steps, what they are given and what they wait for. One transaction, all or
/// nothing. `document` is the submitted document's canonical text. Conflict where the name belongs to another
/// document.
[[nodiscard]] Result<RecordedJob> recordJob(
    WriteContext &context, const Plan &plan, const std::string &document, const std::string &user);

} // namespace atelier
