#pragma once

#include "core/service/Route.h"
#include "core/storage/JobListing.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace atelier {

/// A parameter of an address from 0 to `most`; Invalid for anything else that stands there.
[[nodiscard]] Result<std::int64_t> wholeNumber(
    const Call &call, const char *key, std::int64_t fallback, std::int64_t most);

/// NotFound for a path of a job's file that is not below outputs, logs or snapshot.
[[nodiscard]] Result<void> checkJobFile(const std::string &path);

/// Whether `order` of a list of jobs can be this.
[[nodiscard]] Result<void> checkJobOrder(std::string_view order);

/// Which jobs a call for a list wants.
[[nodiscard]] Result<JobQuery> jobQueryOf(const Call &call);

/// What is given back as `after` to go on there. Durations of what runs stay those of the first page, so that
/// no job is passed over.
[[nodiscard]] std::string jobListToken(const JobQuery &query, const JobListPlace &place);

} // namespace atelier
