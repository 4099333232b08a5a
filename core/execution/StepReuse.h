#pragma once

#include "core/storage/JobRepository.h"

#include <optional>
#include <string>
#include <vector>

namespace atelier {

class Database;

/// A finished job whose outputs serve another one as they are.
struct ReusableJob
{
    std::string name; ///< the job that really ran
    std::vector<JobOutputRow> outputs;
};

/// The job that made what `step` would make, if one did and all of it is still there.
[[nodiscard]] Result<std::optional<ReusableJob>> findReusable(Database &database, const JobRow &step);

} // namespace atelier
