#include "core/service/JobJson.h"

#include "core/base/Json.h"
#include "core/storage/Database.h"
#include "core/storage/ExperimentRepository.h"
#include "core/storage/TagRepository.h"

namespace atelier {

namespace {

void putIfSet(Json &json, const char *key, const std::string &value)
{
    if (!value.empty())
        json[key] = value;
}

template<typename T>
void putIfSet(Json &json, const char *key, const std::optional<T> &value)
{
    if (value)
        json[key] = *value;
}

Json toJson(const AttemptRow &row)
{
    Json json{{"uuid", row.uuid}, {"number", row.number}, {"state", name(row.state)},
        {"created_ms", row.createdMs}};
    putIfSet(json, "started_ms", row.startedMs);
    putIfSet(json, "ended_ms", row.endedMs);
    putIfSet(json, "exit_code", row.exitCode);
    putIfSet(json, "signal", row.signal);
    putIfSet(json, "reason", row.reason);
    putIfSet(json, "cpu_ms", row.cpuMs);
    putIfSet(json, "peak_memory_kib", row.peakMemoryKib);
    putIfSet(json, "duration_ms", row.durationMs);
    return json;
}

Result<Json> inputsOf(Database &database, std::int64_t id)
{
    const auto rows = JobRepository::inputs(database, id);
    if (!rows)
        return rows.error();
    Json inputs = Json::object();
    for (const JobInputRow &row : *rows) {
        Json &input = inputs[row.name] = {{"type", row.type}, {"value", row.value}};
        putIfSet(input, "source", row.source);
    }
    return inputs;
}

Result<Json> outputsOf(Database &database, std::int64_t id)
{
    const auto rows = JobRepository::outputs(database, id);
    if (!rows)
        return rows.error();
    Json outputs = Json::object();
    for (const JobOutputRow &row : *rows) {
        Json &output = outputs[row.name] = {{"type", row.type}, {"path", row.path}};
        putIfSet(output, "asset", row.assetName);
    }
    return outputs;
}

Result<Json> attemptsOf(Database &database, std::int64_t id)
{
    const auto rows = AttemptRepository::ofJob(database, id);
    if (!rows)
        return rows.error();
    Json attempts = Json::array();
    for (const AttemptRow &row : *rows)
        attempts.push_back(toJson(row));
    return attempts;
}

Result<Json> tagsOf(Database &database, std::int64_t id)
{
    const auto rows = TagRepository::ofJob(database, id);
    if (!rows)
        return rows.error();
    Json tags = Json::object();
    for (const KeyValue &tag : *rows)
        tags[tag.key] = tag.value;
    return tags;
}

Result<Json> stepsOf(Database &database, const JobRow &pipeline, const std::string &experiment)
{
    const auto children = JobRepository::children(database, pipeline.id);
    if (!children)
        return children.error();
    std::map<std::int64_t, std::string> steps;
    for (const JobRow &child : *children)
        steps[child.id] = child.step;
    Json list = Json::array();
    for (const JobRow &child : *children) {
        Json json = jobSummary(child, experiment);
        const auto before = JobRepository::dependenciesOf(database, child.id);
        if (!before)
            return before.error();
        Json &names = json["depends_on"] = Json::array();
        for (const std::int64_t id : *before)
            names.push_back(steps[id]);
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace

Json jobSummary(const JobRow &row, const std::string &experiment)
{
    Json json{{"name", row.name}, {"type", name(row.type)}, {"display_name", row.displayName},
        {"experiment", experiment}, {"status", name(row.status)}, {"user", row.user},
        {"compute", row.compute}, {"created_ms", row.createdMs}};
    putIfSet(json, "status_reason", row.statusReason);
    putIfSet(json, "started_ms", row.startedMs);
    putIfSet(json, "ended_ms", row.endedMs);
    putIfSet(json, "step", row.step);
    putIfSet(json, "description", row.description);
    putIfSet(json, "reused_from", row.reusedFrom);
    if (!row.errorCode.empty())
        json["error"] = {{"code", row.errorCode}, {"message", row.errorSentence}};
    return json;
}

Result<Json> jobDetail(Database &database, const JobRow &row)
{
    const auto experiment = ExperimentNames(database).of(row.experimentId);
    if (!experiment)
        return experiment.error();
    Json json = jobSummary(row, *experiment);
    putIfSet(json, "cache_key", row.cacheKey);
    putIfSet(json, "snapshot", row.snapshot);
    if (row.parentId) {
        const auto parent = JobRepository::nameOf(database, *row.parentId);
        if (!parent)
            return parent.error();
        putIfSet(json, "parent", *parent);
    }
    using Part = Result<Json> (*)(Database &, std::int64_t);
    const std::pair<const char *, Part> parts[]
        = {{"inputs", inputsOf}, {"outputs", outputsOf}, {"tags", tagsOf}, {"attempts", attemptsOf}};
    for (const auto &[key, part] : parts) {
        auto value = part(database, row.id);
        if (!value)
            return value.error();
        json[key] = std::move(*value);
    }
    if (row.type == JobType::Pipeline) {
        auto steps = stepsOf(database, row, *experiment);
        if (!steps)
            return steps.error();
        json["steps"] = std::move(*steps);
    }
    if (auto document = parseJson(row.document))
        json["document"] = std::move(*document);
    return json;
}

Result<std::string> ExperimentNames::of(std::int64_t id)
{
    const auto known = m_names.find(id);
    if (known != m_names.end())
        return known->second;
    const auto row = ExperimentRepository::find(m_database, id);
    if (!row)
        return row.error();
    return m_names[id] = *row ? (*row)->name : std::string();
}

} // namespace atelier
