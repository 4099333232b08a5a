#include "core/tracking/ExperimentTracking.h"

#include "core/storage/ExperimentRepository.h"
#include "core/storage/ReaderPool.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowFields.h"
#include "core/tracking/MlflowJson.h"
#include "core/tracking/MlflowLimits.h"

namespace atelier {

namespace {

Error noExperiment(std::int64_t id)
{
    return doesNotExist("No Experiment with id=" + std::to_string(id) + " exists");
}

Result<std::int64_t> idOf(MlflowFields &fields)
{
    const std::string id = fields.requiredText("experiment_id");
    if (!fields.isGood())
        return fields.error();
    return parseExperimentId(id);
}

Result<ExperimentRow> find(Database &database, std::int64_t id)
{
    auto row = ExperimentRepository::find(database, id);
    if (!row)
        return row.error();
    if (!*row)
        return noExperiment(id);
    return std::move(**row);
}

Result<ExperimentRow> findActive(Database &database, std::int64_t id)
{
    auto row = find(database, id);
    if (row && row->isDeleted)
        return invalidParameter("The experiment " + std::to_string(id)
            + " must be in the 'active' state. Current state is deleted.");
    return row;
}

/// A conflict of names in MLflow's words.
Error nameTaken(Error error, const std::string &name)
{
    return error.kind == ErrorKind::Conflict ? alreadyExists("Experiment(name=" + name + ") already exists.")
                                             : error;
}

Result<ExperimentRow> parseCreate(const Json &request)
{
    MlflowFields fields(request);
    ExperimentRow row;
    row.name = fields.requiredText("name");
    for (const Json &message : fields.messages("tags")) {
        MlflowFields tag(message);
        row.tags.push_back({tag.text("key"), tag.text("value")});
        if (!tag.isGood())
            fields.fail(tag.error());
        else if (auto valid = mlflow_limits::checkExperimentTag(row.tags.back()); !valid)
            fields.fail(valid.error());
    }
    if (!fields.isGood())
        return fields.error();
    if (auto valid = mlflow_limits::checkExperimentName(row.name); !valid)
        return valid.error();
    return row;
}

} // namespace

ExperimentTracking::ExperimentTracking(Writer &writer, ReaderPool &readers)
    : m_writer(writer)
    , m_readers(readers)
{
}

Result<void> ExperimentTracking::ensureDefault()
{
    return m_writer.run([](WriteContext &context) -> Result<void> {
        return context.database().run("INSERT OR IGNORE INTO experiment (id, name, created_ms, updated_ms) "
                                      "VALUES (0, 'Default', ?1, ?1)",
            context.nowMs());
    });
}

Result<Json> ExperimentTracking::create(const Caller &, const Json &request)
{
    auto row = parseCreate(request);
    if (!row)
        return row.error();
    const auto id = m_writer.run([&](WriteContext &context) -> Result<std::int64_t> {
        row->createdMs = row->updatedMs = context.nowMs();
        auto inserted = ExperimentRepository::insert(context.database(), *row);
        if (!inserted)
            return nameTaken(inserted.error(), row->name);
        context.changed("experiment", row->name, "created");
        return inserted;
    });
    if (!id)
        return id.error();
    return Json{{"experiment_id", std::to_string(*id)}};
}

Result<Json> ExperimentTracking::get(const Caller &, const Json &request)
{
    MlflowFields fields(request);
    const auto id = idOf(fields);
    if (!id)
        return id.error();
    const auto row = m_readers.read([&](Database &database) { return find(database, *id); });
    if (!row)
        return row.error();
    return Json{{"experiment", experimentJson(*row)}};
}

Result<Json> ExperimentTracking::getByName(const Caller &, const Json &request)
{
    MlflowFields fields(request);
    const std::string name = fields.requiredText("experiment_name");
    if (!fields.isGood())
        return fields.error();
    const auto row = m_readers.read(
        [&](Database &database) { return ExperimentRepository::findByName(database, name); });
    if (!row)
        return row.error();
    if (!*row)
        return doesNotExist("Could not find experiment with name '" + name + "'");
    return Json{{"experiment", experimentJson(**row)}};
}

Result<Json> ExperimentTracking::rename(const Caller &, const Json &request)
{
    MlflowFields fields(request);
    const auto id = idOf(fields);
    const std::string name = fields.requiredText("new_name");
    if (!id)
        return id.error();
    if (!fields.isGood())
        return fields.error();
    if (auto valid = mlflow_limits::checkExperimentName(name); !valid)
        return valid.error();
    return m_writer.run([&](WriteContext &context) -> Result<Json> {
        const auto row = find(context.database(), *id);
        if (!row)
            return row.error();
        if (row->isDeleted)
            return invalidState("Cannot rename a non-active experiment.");
        if (auto done = ExperimentRepository::rename(context.database(), *id, name, context.nowMs()); !done)
            return nameTaken(done.error(), name);
        context.changed("experiment", name, "renamed");
        return Json::object();
    });
}

Result<Json> ExperimentTracking::remove(const Caller &, const Json &request)
{
    return setDeleted(request, true);
}

Result<Json> ExperimentTracking::restore(const Caller &, const Json &request)
{
    return setDeleted(request, false);
}

Result<Json> ExperimentTracking::setDeleted(const Json &request, bool isDeleted)
{
    MlflowFields fields(request);
    const auto id = idOf(fields);
    if (!id)
        return id.error();
    return m_writer.run([&](WriteContext &context) -> Result<Json> {
        const auto row = find(context.database(), *id);
        if (!row)
            return row.error();
        if (row->isDeleted == isDeleted)
            return noExperiment(*id);
        if (auto done = ExperimentRepository::setDeleted(context.database(), *id, isDeleted, context.nowMs());
            !done)
            return done.error();
        context.changed("experiment", row->name, isDeleted ? "deleted" : "restored");
        return Json::object();
    });
}

Result<Json> ExperimentTracking::setTag(const Caller &, const Json &request)
{
    MlflowFields fields(request);
    const auto id = idOf(fields);
    const KeyValue tag{fields.requiredText("key"), fields.text("value")};
    if (!id)
        return id.error();
    if (!fields.isGood())
        return fields.error();
    if (auto valid = mlflow_limits::checkExperimentTag(tag); !valid)
        return valid.error();
    return m_writer.run([&](WriteContext &context) -> Result<Json> {
        const auto row = findActive(context.database(), *id);
        if (!row)
            return row.error();
        if (auto done = ExperimentRepository::setTag(context.database(), *id, tag.key, tag.value); !done)
            return done.error();
        context.changed("experiment", row->name, "tags");
        return Json::object();
    });
}

Result<Json> ExperimentTracking::removeTag(const Caller &, const Json &request)
{
    MlflowFields fields(request);
    const auto id = idOf(fields);
    const std::string key = fields.requiredText("key");
    if (!id)
        return id.error();
    if (!fields.isGood())
        return fields.error();
    return m_writer.run([&](WriteContext &context) -> Result<Json> {
        const auto row = findActive(context.database(), *id);
        if (!row)
            return row.error();
        const auto wasThere = ExperimentRepository::removeTag(context.database(), *id, key);
        if (!wasThere)
            return wasThere.error();
        if (!*wasThere)
            return doesNotExist("No tag with name: " + key + " in experiment with id " + std::to_string(*id));
        context.changed("experiment", row->name, "tags");
        return Json::object();
    });
}

} // namespace atelier
