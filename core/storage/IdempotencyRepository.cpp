#include "core/storage/IdempotencyRepository.h"

#include "core/storage/Database.h"

namespace atelier {

Result<std::optional<KeptAnswer>> IdempotencyRepository::find(Database &database, std::string_view key)
{
    return database.first(
        "SELECT key, request_digest, status, body, time_ms FROM idempotency WHERE key = ?1",
        [](const Row &row) {
            return KeptAnswer{row.get<std::string>(0), row.get<std::string>(1), row.get<int>(2),
                row.get<std::string>(3), row.get<std::int64_t>(4)};
        },
        key);
}

Result<void> IdempotencyRepository::insert(Database &database, const KeptAnswer &answer)
{
    return database.run("INSERT INTO idempotency (key, request_digest, status, body, time_ms)"
                        " VALUES (?1, ?2, ?3, ?4, ?5)",
        answer.key, answer.requestDigest, answer.status, answer.body, answer.timeMs);
}

Result<void> IdempotencyRepository::prune(Database &database, std::int64_t beforeMs)
{
    return database.run("DELETE FROM idempotency WHERE time_ms < ?1", beforeMs);
}

} // namespace atelier
