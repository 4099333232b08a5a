#include "core/execution/JobRecord.h"

#include "core/base/Json.h"
#include "core/base/Sha256.h"
#include "core/storage/Database.h"
#include "core/storage/ExperimentRepository.h"
#include "core/storage/TagRepository.h"

namespace atelier {

namespace {

constexpr const char *defaultExperiment = "Default";

Result<std::int64_t> experimentId(WriteContext &context, const std::string &wanted)
{
    const std::string &name = wanted.empty() ? defaultExperiment : wanted;
    const auto found = ExperimentRepository::findByName(context.database(), name);
    if (!found)
        return found.error();
    if (*found && !(*found)->isDeleted)
        return (*found)->id;
    if (*found)
        return Error{ErrorKind::Conflict, "experiment.deleted",
            "The experiment " + name + " was deleted: restore it or name another one.", {{"name", name}}, {}};
    ExperimentRow row;
    row.name = name;
    row.createdMs = row.updatedMs = context.nowMs();
    auto id = ExperimentRepository::insert(context.database(), row);
    if (id)
        context.changed("experiment", name, "created");
    return id;
}

JobRow rowOf(const JobHeader &header, JobType type, const WriteContext &context, const std::string &user)
{
    JobRow row;
    row.name = header.name;
    row.type = type;
    row.displayName = header.displayName.empty() ? header.name : header.displayName;
    row.description = header.description;
    row.user = user;
    row.createdMs = context.nowMs();
    return row;
}

Result<void> recordPorts(Database &database, std::int64_t id, const std::vector<PlannedInput> &inputs,
    const std::vector<PlannedOutput> &outputs)
{
    for (const PlannedInput &input : inputs) {
        const JobInputRow row{input.name, std::string(name(input.type)), std::string(name(input.mode)),
            input.value, input.source};
        if (auto put = JobRepository::putInput(database, id, row); !put)
            return put;
    }
    for (const PlannedOutput &output : outputs) {
        const JobOutputRow row{output.name, std::string(name(output.type)), std::string(name(output.mode)),
            output.path, output.assetName, output.assetVersion};
        if (auto put = JobRepository::putOutput(database, id, row); !put)
            return put;
    }
    return {};
}

Result<void> recordTags(Database &database, std::int64_t id, const JobHeader &header)
{
    for (const auto &[key, value] : header.tags)
        if (auto set = TagRepository::set(database, id, key, value); !set)
            return set;
    return {};
}

Result<std::int64_t> recordStep(
    WriteContext &context, const PlannedStep &step, JobRow row, const std::vector<std::int64_t> &ids)
{
    Database &database = context.database();
    row.step = step.name;
    row.status = step.dependsOn.empty() ? JobStatus::Queued : JobStatus::NotStarted;
    // A step that may make something else each time has no key that anyone may look up.
    row.cacheKey = step.isDeterministic ? step.cacheKey : std::string();
    row.snapshot = step.job.code.snapshot;
    auto id = JobRepository::insert(database, row);
    if (!id)
        return id;
    for (const std::size_t before : step.dependsOn)
        if (auto added = JobRepository::addDependency(database, *id, ids[before]); !added)
            return added.error();
    if (auto ports = recordPorts(database, *id, step.inputs, step.outputs); !ports)
        return ports.error();
    if (auto tags = recordTags(database, *id, step.job.header); !tags)
        return tags.error();
    context.changed("job", row.name, "created");
    return id;
}

Result<JobRow> recordPipeline(WriteContext &context, const Plan &plan, JobRow row)
{
    Database &database = context.database();
    row.type = JobType::Pipeline;
    row.status = JobStatus::Queued;
    auto id = JobRepository::insert(database, row);
    if (!id)
        return id.error();
    row.id = *id;
    std::vector<PlannedOutput> results;
    for (const PlannedResult &result : plan.results)
        for (const PlannedOutput &output : plan.steps[result.step].outputs)
            if (output.name == result.port)
                results.push_back({result.name, result.type, output.mode, output.path, {}, {}});
    if (auto ports = recordPorts(database, row.id, plan.inputs, results); !ports)
        return ports.error();
    if (auto tags = recordTags(database, row.id, headerOf(plan.document)); !tags)
        return tags.error();
    std::vector<std::int64_t> ids;
    for (const PlannedStep &step : plan.steps) {
        JobRow child = rowOf(step.job.header, JobType::Command, context, row.user);
        child.experimentId = row.experimentId;
        child.parentId = row.id;
        child.document = toText(jobToJson(step.job));
        auto childId = recordStep(context, step, std::move(child), ids);
        if (!childId)
            return childId.error();
        ids.push_back(*childId);
    }
    context.changed("job", row.name, "created");
    return row;
}

} // namespace

Result<RecordedJob> recordJob(
    WriteContext &context, const Plan &plan, const std::string &document, const std::string &user)
{
    const JobHeader &header = headerOf(plan.document);
    const std::string digest = sha256Hex(document);
    auto existing = JobRepository::findByName(context.database(), header.name);
    if (!existing)
        return existing.error();
    if (*existing && (*existing)->isDeleted)
        return Error{ErrorKind::Conflict, "job.deleted",
            "There was a job " + header.name + ", which is deleted: restore it or choose another name.",
            {{"name", header.name}}, {{}, 0, 0, "name"}};
    if (*existing) {
        if ((*existing)->documentDigest == digest)
            return RecordedJob{std::move(**existing), false};
        return Error{ErrorKind::Conflict, "job.name-taken",
            "There is a job " + header.name + " already, from another document: choose another name.",
            {{"name", header.name}}, {{}, 0, 0, "name"}};
    }
    const auto experiment = experimentId(context, header.experimentName);
    if (!experiment)
        return experiment.error();
    JobRow row = rowOf(header, JobType::Command, context, user);
    row.experimentId = *experiment;
    row.document = document;
    row.documentDigest = digest;
    if (plan.isPipeline) {
        auto pipeline = recordPipeline(context, plan, std::move(row));
        if (!pipeline)
            return pipeline.error();
        return RecordedJob{std::move(*pipeline), true};
    }
    auto id = recordStep(context, plan.steps.front(), row, {});
    if (!id)
        return id.error();
    row.id = *id;
    return RecordedJob{std::move(row), true};
}

} // namespace atelier
