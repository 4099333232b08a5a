#include "core/storage/ExperimentRepository.h"

#include "core/storage/Database.h"

namespace atelier {

namespace {

const std::string experimentColumns = "id, name, lifecycle, created_ms, updated_ms";

ExperimentRow readExperiment(const Row &row)
{
    return {row.get<std::int64_t>(0), row.get<std::string>(1), row.text(2) == "deleted",
        row.get<std::int64_t>(3), row.get<std::int64_t>(4), {}};
}

Result<void> readExperimentTags(Database &database, ExperimentRow &experiment)
{
    Result<std::vector<KeyValue>> tags
        = database.query("SELECT key, value FROM experiment_tag WHERE experiment_id = ?1 ORDER BY key",
            readKeyValue, experiment.id);
    if (!tags)
        return tags.error();
    experiment.tags = std::move(*tags);
    return {};
}

Result<std::optional<ExperimentRow>> withTags(Database &database, Result<std::optional<ExperimentRow>> found)
{
    if (found && *found)
        if (Result<void> done = readExperimentTags(database, **found); !done)
            return done.error();
    return found;
}

Result<void> expectExperiment(Database &database, Result<void> done)
{
    if (done && database.changedRows() == 0)
        return Error{ErrorKind::NotFound, "experiment.not-found", "This experiment does not exist.", {}, {}};
    return done;
}

const char *lifecycleName(bool isDeleted)
{
    return isDeleted ? "deleted" : "active";
}

} // namespace

Result<std::int64_t> ExperimentRepository::insert(Database &database, const ExperimentRow &row)
{
    if (const auto taken
        = database.value<std::int64_t>("SELECT id FROM experiment WHERE name = ?1", row.name);
        !taken)
        return taken.error();
    else if (*taken)
        return Error{ErrorKind::Conflict, "experiment.exists",
            "An experiment with the name '" + row.name + "' exists already. Choose another name.",
            {{"name", row.name}}, {}};
    if (Result<void> done = database.run("INSERT INTO experiment (name, lifecycle, created_ms, updated_ms)"
                                         " VALUES (?1, ?2, ?3, ?4)",
            row.name, lifecycleName(row.isDeleted), row.createdMs, row.updatedMs);
        !done)
        return done.error();
    const std::int64_t id = database.lastInsertId();
    for (const KeyValue &tag : row.tags)
        if (Result<void> done = setTag(database, id, tag.key, tag.value); !done)
            return done.error();
    return id;
}

Result<std::optional<ExperimentRow>> ExperimentRepository::find(Database &database, std::int64_t id)
{
    return withTags(database,
        database.first("SELECT " + experimentColumns + " FROM experiment WHERE id = ?1", readExperiment, id));
}

Result<std::optional<ExperimentRow>> ExperimentRepository::findByName(
    Database &database, std::string_view name)
{
    return withTags(database,
        database.first(
            "SELECT " + experimentColumns + " FROM experiment WHERE name = ?1", readExperiment, name));
}

Result<std::vector<ExperimentRow>> ExperimentRepository::list(
    Database &database, Lifecycle lifecycle, std::int64_t limit, std::int64_t offset)
{
    const std::string wanted
        = lifecycle == Lifecycle::Any ? "" : lifecycleName(lifecycle == Lifecycle::Deleted);
    Result<std::vector<ExperimentRow>> rows = database.query("SELECT " + experimentColumns
            + " FROM experiment WHERE ?1 IN ('', lifecycle)"
              " ORDER BY created_ms DESC, id DESC LIMIT ?2 OFFSET ?3",
        readExperiment, wanted, limit, offset);
    if (!rows)
        return rows;
    for (ExperimentRow &row : *rows)
        if (Result<void> done = readExperimentTags(database, row); !done)
            return done.error();
    return rows;
}

Result<void> ExperimentRepository::rename(
    Database &database, std::int64_t id, std::string_view name, std::int64_t nowMs)
{
    return expectExperiment(database,
        database.run("UPDATE experiment SET name = ?2, updated_ms = ?3 WHERE id = ?1", id, name, nowMs));
}

Result<void> ExperimentRepository::setDeleted(
    Database &database, std::int64_t id, bool isDeleted, std::int64_t nowMs)
{
    const char *lifecycle = lifecycleName(isDeleted);
    Result<void> done = expectExperiment(database,
        database.run(
            "UPDATE experiment SET lifecycle = ?2, updated_ms = ?3 WHERE id = ?1", id, lifecycle, nowMs));
    if (!done)
        return done;
    return database.run("UPDATE job SET lifecycle = ?2, deleted_ms = CASE ?2 WHEN 'deleted'"
                        " THEN ifnull(deleted_ms, ?3) END WHERE experiment_id = ?1",
        id, lifecycle, nowMs);
}

Result<void> ExperimentRepository::setTag(
    Database &database, std::int64_t id, std::string_view key, std::string_view value)
{
    return database.run("INSERT INTO experiment_tag (experiment_id, key, value) VALUES (?1, ?2, ?3)"
                        " ON CONFLICT (experiment_id, key) DO UPDATE SET value = excluded.value",
        id, key, value);
}

Result<bool> ExperimentRepository::removeTag(Database &database, std::int64_t id, std::string_view key)
{
    if (Result<void> done
        = database.run("DELETE FROM experiment_tag WHERE experiment_id = ?1 AND key = ?2", id, key);
        !done)
        return done.error();
    return database.changedRows() > 0;
}

} // namespace atelier
