#include "core/execution/StepReuse.h"

#include "core/storage/Database.h"
#include "core/storage/StepCacheRepository.h"

#include <algorithm>
#include <sys/stat.h>

namespace atelier {

Result<std::optional<ReusableJob>> findReusable(Database &database, const JobRow &step)
{
    const std::optional<ReusableJob> none;
    if (step.cacheKey.empty() || !step.parentId)
        return none; // a job of its own is always run: who asks for it wants it to happen
    const auto id = StepCacheRepository::find(database, step.cacheKey);
    if (!id)
        return id.error();
    if (!*id)
        return none;
    const auto maker = JobRepository::find(database, **id);
    if (!maker)
        return maker.error();
    if (!*maker || (*maker)->status != JobStatus::Completed || (*maker)->isDeleted)
        return none;
    auto outputs = JobRepository::outputs(database, **id);
    if (!outputs)
        return outputs.error();
    const bool allThere = std::all_of(outputs->begin(), outputs->end(), [](const JobOutputRow &output) {
        struct stat status
        {
        };
        return stat(output.path.c_str(), &status) == 0;
    });
    if (!allThere)
        return none;
    return std::optional(ReusableJob{(*maker)->name, std::move(*outputs)});
}

} // namespace atelier
