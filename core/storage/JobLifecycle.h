#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace atelier {

class Database;

/// Deleting, restoring and removing jobs together with all that stands below them: a pipeline's steps, the
/// runs that a script opened.
class JobLifecycle
{
public:
    /// Marks as deleted what is not yet; answers the names of those. Times are Unix milliseconds.
    [[nodiscard]] static Result<std::vector<std::string>> markDeleted(
        Database &database, std::int64_t id, std::int64_t nowMs);
    /// Takes back what was deleted in one go with the job, and nothing that was deleted before; their names.
    [[nodiscard]] static Result<std::vector<std::string>> markActive(Database &database, std::int64_t id);

    /// The uppermost of what was deleted before `beforeMs` and may go with all below it: nothing there is
    /// active or unfinished, and no other job shows outputs of it as its own.
    [[nodiscard]] static Result<std::vector<std::int64_t>> removable(
        Database &database, std::int64_t beforeMs);
    /// The job and all below it.
    [[nodiscard]] static Result<std::vector<std::string>> namesBelow(Database &database, std::int64_t id);
};

} // namespace atelier
