#pragma once

#include "core/base/Result.h"
#include "core/storage/JobRepository.h"

#include <string>

namespace atelier {

class Database;

/// NotFound, as every route says it.
[[nodiscard]] Error noSuchJob(const std::string &name);
/// The row of a job that a call names; noSuchJob where there is none.
[[nodiscard]] Result<JobRow> requiredJob(Database &database, const std::string &name);

} // namespace atelier
