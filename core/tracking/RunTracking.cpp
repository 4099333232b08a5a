#include "core/tracking/RunTracking.h"

#include "core/storage/DatasetRepository.h"
#include "core/storage/JobRepository.h"
#include "core/storage/ReaderPool.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowFields.h"
#include "core/tracking/MlflowJson.h"
#include "core/tracking/MlflowLimits.h"
#include "core/tracking/NewRun.h"
#include "core/tracking/RunEdit.h"
#include "core/tracking/RunHead.h"
#include "core/tracking/RunLifecycle.h"
#include "core/tracking/RunView.h"

#include <array>

namespace atelier {

namespace {

Result<JobRow> rowOf(Database &database, const std::string &run)
{
    auto row = JobRepository::findByName(database, run);
    if (!row)
        return row.error();
    if (!*row)
        return doesNotExist("Run with id=" + run + " not found");
    return std::move(**row);
}

struct Update
{
    std::string run;
    std::optional<JobStatus> status;
    std::optional<std::int64_t> endMs;
    std::string name; ///< "" leaves it
};

/// Protobuf's JSON lets an enum be its name or its number.
std::optional<JobStatus> statusOf(const Json &value)
{
    static constexpr std::array<const char *, 6> names{
        "", "RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"};
    if (value.is_string())
        return jobStatusFromMlflow(value.get_ref<const std::string &>());
    if (!value.is_number_integer())
        return std::nullopt;
    const auto number = value.get<std::int64_t>();
    if (number < 1 || number >= static_cast<std::int64_t>(names.size()))
        return std::nullopt;
    return jobStatusFromMlflow(names[static_cast<std::size_t>(number)]);
}

Result<Update> parseUpdate(const Json &request)
{
    MlflowFields fields(request);
    Update update;
    update.run = fields.runId();
    update.endMs = fields.integer("end_time");
    update.name = fields.text("run_name");
    if (const auto status = request.find("status"); status != request.end() && !status->is_null()) {
        update.status = statusOf(*status);
        if (!update.status)
            fields.fail(invalidParameter(invalidValue("status", *status,
                "The status of a run is RUNNING, SCHEDULED, FINISHED, FAILED or KILLED.")));
    }
    if (!fields.isGood())
        return fields.error();
    return update;
}

Result<void> apply(WriteContext &context, JobRow &row, const Update &update)
{
    if (!update.name.empty())
        row.displayName = update.name;
    const bool isClients = row.type == JobType::Interactive;
    if (isClients && update.status)
        row.status = *update.status;
    if (isClients && update.endMs)
        row.endedMs = update.endMs;
    context.changed("job", row.name, "status");
    return JobRepository::update(context.database(), row);
}

struct Inputs
{
    std::string run;
    std::vector<DatasetInput> datasets;
};

DatasetInput parseInput(const Json &message, MlflowFields &fields)
{
    DatasetInput input;
    MlflowFields outer(message);
    for (const Json &tagMessage : outer.messages("tags")) {
        MlflowFields tag(tagMessage);
        input.tags.push_back({tag.requiredText("key"), tag.text("value")});
        if (!tag.isGood())
            outer.fail(tag.error());
    }
    const Json none = Json::object();
    const auto found = message.find("dataset");
    MlflowFields inner(found != message.end() && found->is_object() ? *found : none, "dataset");
    input.dataset
        = {inner.requiredText("name"), inner.requiredText("digest"), inner.requiredText("source_type"),
            inner.requiredText("source"), inner.text("schema"), inner.text("profile")};
    for (const MlflowFields *part : {&outer, &inner})
        if (!part->isGood())
            fields.fail(part->error());
    if (auto valid = mlflow_limits::checkDataset(input); !valid)
        fields.fail(valid.error());
    return input;
}

Result<Inputs> parseInputs(const Json &request)
{
    MlflowFields fields(request);
    Inputs inputs;
    inputs.run = fields.requiredText("run_id");
    for (const Json &message : fields.messages("datasets"))
        inputs.datasets.push_back(parseInput(message, fields));
    if (!fields.isGood())
        return fields.error();
    return inputs;
}

} // namespace

RunTracking::RunTracking(Writer &writer, ReaderPool &readers)
    : m_writer(writer)
    , m_readers(readers)
{
}

Result<Json> RunTracking::create(const Caller &caller, const Json &request)
{
    const auto run = parseNewRun(request);
    if (!run)
        return run.error();
    return m_writer.run([&](WriteContext &context) -> Result<Json> {
        auto row = openRun(context, caller, *run);
        if (!row)
            return row.error();
        auto view = viewRun(context.database(), std::move(*row));
        if (!view)
            return view.error();
        return Json{{"run", runJson(*view)}};
    });
}

Result<Json> RunTracking::get(const Caller &, const Json &request)
{
    MlflowFields fields(request);
    const std::string run = fields.runId();
    if (!fields.isGood())
        return fields.error();
    return m_readers.read([&](Database &database) -> Result<Json> {
        auto row = rowOf(database, run);
        if (!row)
            return row.error();
        auto view = viewRun(database, std::move(*row));
        if (!view)
            return view.error();
        return Json{{"run", runJson(*view)}};
    });
}

Result<Json> RunTracking::update(const Caller &caller, const Json &request)
{
    const auto update = parseUpdate(request);
    if (!update)
        return update.error();
    return m_writer.run([&](WriteContext &context) -> Result<Json> {
        const auto run = writableRun(context.database(), caller, update->run);
        if (!run)
            return run.error();
        auto row = rowOf(context.database(), update->run);
        if (!row)
            return row.error();
        if (auto done = apply(context, *row, *update); !done)
            return done.error();
        return Json{{"run_info", runInfoJson(*row)}};
    });
}

Result<Json> RunTracking::remove(const Caller &caller, const Json &request)
{
    return setDeleted(caller, request, true);
}

Result<Json> RunTracking::restore(const Caller &caller, const Json &request)
{
    return setDeleted(caller, request, false);
}

Result<Json> RunTracking::setDeleted(const Caller &caller, const Json &request, bool isDeleted)
{
    MlflowFields fields(request);
    const std::string name = fields.requiredText("run_id");
    if (!fields.isGood())
        return fields.error();
    return m_writer.run([&](WriteContext &context) -> Result<Json> {
        const auto run = findRun(context.database(), name);
        if (!run)
            return run.error();
        if (auto allowed = authorise(context.database(), caller, *run); !allowed)
            return allowed.error();
        const auto done = isDeleted ? deleteRun(context, *run) : restoreRun(context, *run);
        if (!done)
            return done.error().kind == ErrorKind::Conflict ? invalidState(done.error().sentence)
                                                            : done.error();
        return Json::object();
    });
}

Result<Json> RunTracking::removeTag(const Caller &caller, const Json &request)
{
    MlflowFields fields(request);
    const std::string name = fields.runId();
    const std::string key = fields.requiredText("key");
    if (!fields.isGood())
        return fields.error();
    return m_writer.run([&](WriteContext &context) -> Result<Json> {
        const auto run = writableRun(context.database(), caller, name);
        if (!run)
            return run.error();
        const auto wasThere = removeRunTag(context.database(), *run, key);
        if (!wasThere)
            return wasThere.error();
        if (!*wasThere)
            return doesNotExist("No tag with name: " + key + " in run with id " + name);
        context.changed("job", name, "tags");
        return Json::object();
    });
}

Result<Json> RunTracking::logInputs(const Caller &caller, const Json &request)
{
    const auto inputs = parseInputs(request);
    if (!inputs)
        return inputs.error();
    return m_writer.run([&](WriteContext &context) -> Result<Json> {
        const auto run = writableRun(context.database(), caller, inputs->run);
        if (!run)
            return run.error();
        for (const DatasetInput &input : inputs->datasets)
            if (auto done = DatasetRepository::log(context.database(), run->experimentId, run->id, input);
                !done)
                return done.error();
        if (!inputs->datasets.empty())
            context.changed("job", inputs->run, "inputs");
        return Json::object();
    });
}

} // namespace atelier
