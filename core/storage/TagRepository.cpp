#include "core/storage/TagRepository.h"

#include "core/storage/Database.h"

namespace atelier {

Result<void> TagRepository::set(
    Database &database, std::int64_t jobId, std::string_view key, std::string_view value)
{
    return database.run("INSERT INTO tag (job_id, key, value) VALUES (?1, ?2, ?3)"
                        " ON CONFLICT (job_id, key) DO UPDATE SET value = excluded.value",
        jobId, key, value);
}

Result<bool> TagRepository::remove(Database &database, std::int64_t jobId, std::string_view key)
{
    if (Result<void> done = database.run("DELETE FROM tag WHERE job_id = ?1 AND key = ?2", jobId, key); !done)
        return done.error();
    return database.changedRows() > 0;
}

Result<std::optional<std::string>> TagRepository::find(
    Database &database, std::int64_t jobId, std::string_view key)
{
    return database.value<std::string>("SELECT value FROM tag WHERE job_id = ?1 AND key = ?2", jobId, key);
}

Result<std::vector<KeyValue>> TagRepository::ofJob(Database &database, std::int64_t jobId)
{
    return database.query("SELECT key, value FROM tag WHERE job_id = ?1 ORDER BY key", readKeyValue, jobId);
}

} // namespace atelier
