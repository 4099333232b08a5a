#include "core/tracking/RunLifecycle.h"

#include "core/storage/Database.h"
#include "core/storage/JobLifecycle.h"
#include "core/storage/JobRepository.h"

namespace atelier {

namespace {

Error notEnded(const std::string &name)
{
    return {ErrorKind::Conflict, "job.not-ended",
        "Job " + name + " has not ended; cancel it before you delete it.", {{"name", name}}, {}};
}

Error tooLate(const std::string &name)
{
    return {ErrorKind::Conflict, "job.removal-due",
        "Job " + name + " was deleted more than 30 days ago and is being removed; it cannot be restored.",
        {{"name", name}}, {}};
}

Error isPartOf(const std::string &name, const std::string &above)
{
    return {ErrorKind::Conflict, "job.parent-deleted",
        "Job " + name + " belongs to " + above + ", which is deleted: restore that one.",
        {{"name", name}, {"parent", above}}, {}};
}

Result<void> checkRestorable(WriteContext &context, const RunHead &run)
{
    const auto row = JobRepository::find(context.database(), run.id);
    if (!row)
        return row.error();
    if (*row && (*row)->deletedMs.value_or(0) < context.nowMs() - restorableMs)
        return tooLate(run.name);
    if (!run.parentId)
        return {};
    const auto above = JobRepository::find(context.database(), *run.parentId);
    if (!above)
        return above.error();
    return *above && (*above)->isDeleted ? Result<void>(isPartOf(run.name, (*above)->name)) : Result<void>();
}

Result<void> tell(WriteContext &context, const Result<std::vector<std::string>> &names, const char *what)
{
    if (!names)
        return names.error();
    for (const std::string &name : *names)
        context.changed("job", name, what);
    return {};
}

} // namespace

Result<void> deleteRun(WriteContext &context, const RunHead &run)
{
    if (run.type != JobType::Interactive && !isFinal(run.status))
        return notEnded(run.name);
    return tell(context, JobLifecycle::markDeleted(context.database(), run.id, context.nowMs()), "deleted");
}

Result<void> restoreRun(WriteContext &context, const RunHead &run)
{
    if (!run.isDeleted)
        return {};
    if (auto possible = checkRestorable(context, run); !possible)
        return possible;
    return tell(context, JobLifecycle::markActive(context.database(), run.id), "restored");
}

} // namespace atelier
