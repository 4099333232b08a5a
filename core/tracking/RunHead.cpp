#include "core/tracking/RunHead.h"

#include "core/storage/Database.h"
#include "core/tracking/MlflowError.h"

namespace atelier {

namespace {

constexpr const char *headColumns
    = "SELECT id, name, type, status, lifecycle, experiment_id, parent_id FROM job";

JobType typeOf(std::string_view name)
{
    if (name == "command")
        return JobType::Command;
    return name == "pipeline" ? JobType::Pipeline : JobType::Interactive;
}

RunHead readHead(const Row &row)
{
    return {row.integer(0), row.get<std::string>(1), typeOf(row.text(2)),
        jobStatusFromName(row.text(3)).value_or(JobStatus::Failed), row.text(4) == "deleted", row.integer(5),
        row.get<std::optional<std::int64_t>>(6)};
}

/// Runs that scripts opened may be nested; the job that all of them belong to stands at the top.
Result<bool> stoodBelow(Database &database, const std::string &job, RunHead run)
{
    static const std::string byId = std::string(headColumns) + " WHERE id = ?";
    while (run.type == JobType::Interactive && run.parentId) {
        auto parent = database.first(byId, readHead, *run.parentId);
        if (!parent)
            return parent.error();
        if (!*parent)
            return false;
        run = std::move(**parent);
        if (run.name == job)
            return true;
    }
    return false;
}

} // namespace

Result<RunHead> findRun(Database &database, const std::string &name)
{
    static const std::string byName = std::string(headColumns) + " WHERE name = ?";
    auto run = database.first(byName, readHead, name);
    if (!run)
        return run.error();
    if (!*run)
        return doesNotExist("Run with id=" + name + " not found");
    return std::move(**run);
}

Result<void> authorise(Database &database, const Caller &caller, const RunHead &run)
{
    if (caller.role != Role::Run || caller.job == run.name)
        return {};
    const auto isBelow = stoodBelow(database, caller.job, run);
    if (!isBelow)
        return isBelow.error();
    if (!*isBelow)
        return permissionDenied("The token of job " + caller.job
            + " may write that job's own run and the runs "
              "opened below it, but not run "
            + run.name + ".");
    return {};
}

Result<RunHead> writableRun(Database &database, const Caller &caller, const std::string &name)
{
    auto run = findRun(database, name);
    if (!run)
        return run;
    if (auto allowed = authorise(database, caller, *run); !allowed)
        return allowed.error();
    if (run->isDeleted)
        return invalidParameter(
            "The run " + name + " must be in the 'active' state. Current state is deleted.");
    return run;
}

} // namespace atelier
