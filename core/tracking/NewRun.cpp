#include "core/tracking/NewRun.h"

#include "core/base/Ids.h"
#include "core/storage/ExperimentRepository.h"
#include "core/storage/TagRepository.h"
#include "core/storage/WriteContext.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowFields.h"
#include "core/tracking/MlflowJson.h"
#include "core/tracking/MlflowLimits.h"
#include "core/tracking/RunHead.h"
#include "core/tracking/RunView.h"

#include <algorithm>

namespace atelier {

namespace {

/// MLflow's run ids are UUIDs without their dashes.
std::string newRunId()
{
    std::string id = randomUuid();
    id.erase(std::remove(id.begin(), id.end(), '-'), id.end());
    return id;
}

/// The tag's value, taken out of the tags; "" where there is none.
std::string take(std::vector<KeyValue> &tags, const char *key)
{
    const auto found
        = std::find_if(tags.begin(), tags.end(), [&](const KeyValue &tag) { return tag.key == key; });
    if (found == tags.end())
        return {};
    std::string value = std::move(found->value);
    tags.erase(found);
    return value;
}

std::vector<KeyValue> parseTags(MlflowFields &fields)
{
    std::vector<KeyValue> tags;
    for (const Json &message : fields.messages("tags")) {
        MlflowFields tag(message, "tags[" + std::to_string(tags.size()) + "]");
        tags.push_back({tag.requiredText("key"), tag.text("value")});
        if (!tag.isGood())
            fields.fail(tag.error());
        else if (auto valid
                 = mlflow_limits::checkTag(tags.back(), "tags[" + std::to_string(tags.size() - 1) + "]");
                 !valid)
            fields.fail(valid.error());
    }
    return tags;
}

Result<std::int64_t> activeExperiment(Database &database, const std::string &wireId)
{
    const auto id = parseExperimentId(wireId);
    if (!id)
        return id;
    const auto row = ExperimentRepository::find(database, *id);
    if (!row)
        return row.error();
    if (!*row)
        return doesNotExist("No Experiment with id=" + wireId + " exists");
    if ((*row)->isDeleted)
        return invalidParameter(
            "The experiment " + wireId + " must be in the 'active' state. Current state is deleted.");
    return id;
}

/// The row that the new run stands below. A job's script may open runs below its own run alone, and does so
/// even where it names no parent; nothing is opened below a pipeline, whose children are its steps.
Result<std::optional<std::int64_t>> parentOf(Database &database, const Caller &caller, const NewRun &run)
{
    using Parent = std::optional<std::int64_t>;
    if (!run.parent.empty()) {
        const auto named = findRun(database, run.parent);
        if (!named && named.error().kind != ErrorKind::NotFound)
            return named.error();
        if (named && named->type != JobType::Pipeline) {
            if (auto allowed = authorise(database, caller, *named); !allowed)
                return allowed.error();
            return Parent(named->id);
        }
    }
    if (caller.role != Role::Run)
        return Parent();
    const auto own = findRun(database, caller.job);
    if (!own)
        return own.error();
    return Parent(own->id);
}

} // namespace

Result<NewRun> parseNewRun(const Json &request)
{
    MlflowFields fields(request);
    NewRun run;
    if (const std::string id = fields.text("experiment_id"); !id.empty())
        run.experimentId = id;
    run.startMs = fields.integer("start_time").value_or(0);
    run.name = fields.text("run_name");
    run.tags = parseTags(fields);
    if (!fields.isGood())
        return fields.error();
    const std::string tagged = take(run.tags, runNameTag);
    if (!run.name.empty() && !tagged.empty() && run.name != tagged)
        return invalidParameter(
            "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different "
            "values (run_name='"
            + run.name + "', mlflow.runName='" + tagged + "').");
    if (run.name.empty())
        run.name = tagged.empty() ? randomJobName() : tagged;
    run.note = take(run.tags, noteTag);
    const auto parent = std::find_if(
        run.tags.begin(), run.tags.end(), [](const KeyValue &tag) { return tag.key == parentRunTag; });
    if (parent != run.tags.end())
        run.parent = parent->value;
    return run;
}

Result<JobRow> openRun(WriteContext &context, const Caller &caller, const NewRun &run)
{
    Database &database = context.database();
    const auto experiment = activeExperiment(database, run.experimentId);
    if (!experiment)
        return experiment.error();
    const auto parent = parentOf(database, caller, run);
    if (!parent)
        return parent.error();
    JobRow row;
    row.name = newRunId();
    row.type = JobType::Interactive;
    row.displayName = run.name;
    row.description = run.note;
    row.experimentId = *experiment;
    row.parentId = *parent;
    row.status = JobStatus::Running;
    row.user = caller.user;
    row.createdMs = context.nowMs();
    row.startedMs = run.startMs > 0 ? run.startMs : context.nowMs();
    const auto id = JobRepository::insert(database, row);
    if (!id)
        return id.error();
    row.id = *id;
    for (const KeyValue &tag : run.tags)
        if (auto done = TagRepository::set(database, row.id, tag.key, tag.value); !done)
            return done.error();
    context.changed("job", row.name, "created");
    return row;
}

} // namespace atelier
