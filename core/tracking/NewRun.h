#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/domain/Role.h"
#include "core/storage/JobRepository.h"
#include "core/storage/KeyValue.h"

#include <string>
#include <vector>

namespace atelier {

class WriteContext;

/// A run that a script asks to open.
struct NewRun
{
    std::string experimentId = "0";
    std::string name; ///< never ""
    std::int64_t startMs = 0; ///< Unix time; 0 where the script says nothing
    std::string parent; ///< the run that its tag names as parent, or ""
    std::string note;
    std::vector<KeyValue> tags; ///< without the run's name and note
};

[[nodiscard]] Result<NewRun> parseNewRun(const Json &request);

/// The row and the tags as written.
[[nodiscard]] Result<JobRow> openRun(WriteContext &context, const Caller &caller, const NewRun &run);

} // namespace atelier
