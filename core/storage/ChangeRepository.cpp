#include "core/storage/ChangeRepository.h"

#include "core/storage/Database.h"

namespace atelier {

namespace {

Result<std::int64_t> onlySequence(Database &database, std::string_view sql)
{
    const auto found = database.value<std::int64_t>(sql);
    if (!found)
        return found.error();
    return (*found).value_or(0);
}

} // namespace

Result<void> ChangeRepository::append(Database &database, Change &change)
{
    Result<void> done = database.run("INSERT INTO change (kind, name, what, time_ms) VALUES (?1, ?2, ?3, ?4)",
        change.kind, change.name, change.what, change.timeMs);
    if (done)
        change.sequence = database.lastInsertId();
    return done;
}

Result<std::vector<Change>> ChangeRepository::after(
    Database &database, std::int64_t sequence, std::int64_t limit)
{
    return database.query(
        "SELECT sequence, kind, name, what, time_ms FROM change WHERE sequence > ?1 ORDER BY sequence LIMIT"
        " ?2",
        [](const Row &row) {
            return Change{row.get<std::int64_t>(0), row.get<std::string>(1), row.get<std::string>(2),
                row.get<std::string>(3), row.get<std::int64_t>(4)};
        },
        sequence, limit);
}

Result<std::int64_t> ChangeRepository::oldest(Database &database)
{
    return onlySequence(database, "SELECT sequence FROM change ORDER BY sequence LIMIT 1");
}

Result<std::int64_t> ChangeRepository::newest(Database &database)
{
    return onlySequence(database, "SELECT sequence FROM change ORDER BY sequence DESC LIMIT 1");
}

Result<void> ChangeRepository::prune(Database &database, std::int64_t keep)
{
    const Result<std::int64_t> last = newest(database);
    if (!last)
        return last.error();
    return database.run("DELETE FROM change WHERE sequence <= ?1", *last - keep);
}

} // namespace atelier
