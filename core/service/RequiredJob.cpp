#include "core/service/RequiredJob.h"

#include "core/storage/Database.h"

namespace atelier {

Error noSuchJob(const std::string &name)
{
    return {ErrorKind::NotFound, "job.not-found", "There is no job " + name + " in this workspace.",
        {{"name", name}}, {}};
}

Result<JobRow> requiredJob(Database &database, const std::string &name)
{
    auto row = JobRepository::findByName(database, name);
    if (!row)
        return row.error();
    if (!*row)
        return noSuchJob(name);
    return std::move(**row);
}

} // namespace atelier
