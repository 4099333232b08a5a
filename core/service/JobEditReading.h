#pragma once

#include "core/base/Error.h"
#include "core/base/Json.h"
#include "core/domain/JobEdit.h"

#include <vector>

namespace atelier {

/// What a request says of an edit, or every reason why it cannot be done, placed by key path.
struct JobEditRequest
{
    JobEdit edit;
    JobEdit before; ///< its `was`: what the caller took the job to say
    std::vector<Error> errors;
};

[[nodiscard]] JobEditRequest readJobEdit(const Json &body);

/// What readJobEdit takes, as JSON Schema.
[[nodiscard]] Json jobEditSchema();

} // namespace atelier
