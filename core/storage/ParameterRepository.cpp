#include "core/storage/ParameterRepository.h"

#include "core/storage/Database.h"

namespace atelier {

Result<void> ParameterRepository::insert(
    Database &database, std::int64_t jobId, std::string_view key, std::string_view value)
{
    const Result<std::optional<std::string>> old = find(database, jobId, key);
    if (!old)
        return old.error();
    if (*old && **old != value)
        return Error{ErrorKind::Conflict, "parameter.changed",
            "The parameter '" + std::string(key) + "' was already logged with the value '" + **old
                + "', and a parameter never changes. Log the new value under another name, or as a tag.",
            {{"key", std::string(key)}, {"old", **old}, {"new", std::string(value)}}, {}};
    if (*old)
        return {};
    return database.run("INSERT INTO parameter (job_id, key, value) VALUES (?1, ?2, ?3)", jobId, key, value);
}

Result<std::optional<std::string>> ParameterRepository::find(
    Database &database, std::int64_t jobId, std::string_view key)
{
    return database.value<std::string>(
        "SELECT value FROM parameter WHERE job_id = ?1 AND key = ?2", jobId, key);
}

Result<std::vector<KeyValue>> ParameterRepository::ofJob(Database &database, std::int64_t jobId)
{
    return database.query(
        "SELECT key, value FROM parameter WHERE job_id = ?1 ORDER BY key", readKeyValue, jobId);
}

} // namespace atelier
