#include "core/storage/JobLifecycle.h"

#include "core/storage/Database.h"

namespace atelier {

namespace {

/// The ids of the job ?1 and of all below it.
const std::string tree = "WITH RECURSIVE tree (id) AS (SELECT ?1"
                         " UNION ALL SELECT job.id FROM job JOIN tree ON job.parent_id = tree.id) ";

std::string nameOf(const Row &row)
{
    return row.get<std::string>(0);
}

Result<bool> mayGo(Database &database, std::int64_t id, std::int64_t beforeMs)
{
    const auto answer = database.value<bool>(tree
            + "SELECT NOT EXISTS (SELECT 1 FROM job WHERE id IN tree AND (lifecycle = 'active'"
              "   OR deleted_ms >= ?2 OR (type <> 'interactive'"
              "     AND status NOT IN ('Completed', 'Failed', 'Canceled', 'Skipped'))))"
              " AND NOT EXISTS (SELECT 1 FROM job AS maker JOIN job AS taker"
              "   ON taker.reused_from = maker.name AND taker.reused_from <> ''"
              "   WHERE maker.id IN tree AND taker.id NOT IN tree)",
        id, beforeMs);
    if (!answer)
        return answer.error();
    return answer->value_or(false);
}

} // namespace

Result<std::vector<std::string>> JobLifecycle::markDeleted(
    Database &database, std::int64_t id, std::int64_t nowMs)
{
    return database.query(tree
            + "UPDATE job SET lifecycle = 'deleted', deleted_ms = ?2"
              " WHERE id IN tree AND lifecycle = 'active' RETURNING name",
        nameOf, id, nowMs);
}

Result<std::vector<std::string>> JobLifecycle::markActive(Database &database, std::int64_t id)
{
    const auto deletedMs = database.value<std::int64_t>(
        "SELECT deleted_ms FROM job WHERE id = ?1 AND lifecycle = 'deleted'", id);
    if (!deletedMs)
        return deletedMs.error();
    if (!*deletedMs)
        return std::vector<std::string>();
    return database.query(tree
            + "UPDATE job SET lifecycle = 'active', deleted_ms = NULL"
              " WHERE id IN tree AND lifecycle = 'deleted' AND deleted_ms = ?2 RETURNING name",
        nameOf, id, **deletedMs);
}

Result<std::vector<std::int64_t>> JobLifecycle::removable(Database &database, std::int64_t beforeMs)
{
    const auto old = database.query(
        "SELECT id FROM job WHERE lifecycle = 'deleted' AND deleted_ms < ?1 AND NOT EXISTS (SELECT 1 FROM job"
        " AS above WHERE above.id = job.parent_id AND above.lifecycle = 'deleted' AND above.deleted_ms < ?1)",
        [](const Row &row) { return row.integer(0); }, beforeMs);
    if (!old)
        return old.error();
    std::vector<std::int64_t> ids;
    for (const std::int64_t id : *old) {
        const auto may = mayGo(database, id, beforeMs);
        if (!may)
            return may.error();
        if (*may)
            ids.push_back(id);
    }
    return ids;
}

Result<std::vector<std::string>> JobLifecycle::namesBelow(Database &database, std::int64_t id)
{
    return database.query(tree + "SELECT name FROM job WHERE id IN tree ORDER BY id", nameOf, id);
}

} // namespace atelier
