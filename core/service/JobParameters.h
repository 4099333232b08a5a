#pragma once

#include "core/service/Route.h"
#include "core/storage/JobListing.h"

#include <cstdint>

namespace atelier {

/// A parameter of an address from 0 to `most`; Invalid for anything else that stands there.
[[nodiscard]] Result<std::int64_t> wholeNumber(
    const Call &call, const char *key, std::int64_t fallback, std::int64_t most);

/// NotFound for a path of a job's file that is not below outputs, logs or snapshot.
[[nodiscard]] Result<void> checkJobFile(const std::string &path);

/// Which jobs a call for a list wants.
[[nodiscard]] Result<JobQuery> jobQueryOf(const Call &call);

} // namespace atelier
