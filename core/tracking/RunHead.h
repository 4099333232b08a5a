#pragma once

#include "core/base/Result.h"
#include "core/domain/Job.h"
#include "core/domain/JobStatus.h"
#include "core/domain/Role.h"

#include <cstdint>
#include <optional>
#include <string>

namespace atelier {

class Database;

/// What a call must know of a run before it writes to it.
struct RunHead
{
    std::int64_t id = 0;
    std::string name;
    JobType type = JobType::Interactive;
    JobStatus status = JobStatus::Running;
    bool isDeleted = false;
    std::int64_t experimentId = 0;
    std::optional<std::int64_t> parentId;
};

/// 404 where there is no such run.
[[nodiscard]] Result<RunHead> findRun(Database &database, const std::string &name);

/// 403 where the caller is a running job and the run neither its own nor one that was opened below it.
[[nodiscard]] Result<void> authorise(Database &database, const Caller &caller, const RunHead &run);

/// The run, if the caller may write it and it is not deleted.
[[nodiscard]] Result<RunHead> writableRun(Database &database, const Caller &caller, const std::string &name);

} // namespace atelier
