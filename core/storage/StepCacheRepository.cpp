#include "core/storage/StepCacheRepository.h"

#include "core/storage/Database.h"

namespace atelier {

Result<std::optional<std::int64_t>> StepCacheRepository::find(Database &database, std::string_view cacheKey)
{
    return database.value<std::int64_t>("SELECT job_id FROM step_cache WHERE cache_key = ?1", cacheKey);
}

Result<void> StepCacheRepository::put(Database &database, std::string_view cacheKey, std::int64_t jobId)
{
    return database.run(
        "INSERT OR REPLACE INTO step_cache (cache_key, job_id) VALUES (?1, ?2)", cacheKey, jobId);
}

Result<void> StepCacheRepository::remove(Database &database, std::string_view cacheKey)
{
    return database.run("DELETE FROM step_cache WHERE cache_key = ?1", cacheKey);
}

} // namespace atelier
