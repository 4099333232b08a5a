#include "core/service/JobJson.h"

#include "core/base/Json.h"
#include "core/domain/MetricGoal.h"
#include "core/service/JobPoints.h"
#include "core/storage/Database.h"
#include "core/storage/ExperimentRepository.h"
#include "core/storage/JobFacts.h"

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

Json toJson(const std::vector<JobInputRow> &rows)
{
    Json inputs = Json::object();
    for (const JobInputRow &row : rows) {
        Json &input = inputs[row.name] = {{"type", row.type}, {"value", row.value}};
        putIfSet(input, "source", row.source);
    }
    return inputs;
}

Result<Json> inputsOf(Database &database, std::int64_t id)
{
    const auto rows = JobRepository::inputs(database, id);
    if (!rows)
        return rows.error();
    return toJson(*rows);
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

Json toJson(const std::vector<KeyValue> &pairs)
{
    Json json = Json::object();
    for (const KeyValue &pair : pairs)
        json[pair.key] = pair.value;
    return json;
}

/// The tag `primary_metric` says which metric counts, and where there is none its name does.
Json primaryOf(const JobFacts &facts)
{
    std::vector<std::string> keys;
    for (const NamedMetric &metric : facts.metrics)
        keys.push_back(metric.key);
    std::string chosen = primaryMetric(keys);
    for (const KeyValue &tag : facts.tags)
        if (tag.key == "primary_metric")
            chosen = tag.value;
    for (const NamedMetric &metric : facts.metrics)
        if (metric.key == chosen)
            return {
                {"key", chosen}, {"value", numberJson(metric.point.value)}, {"goal", name(goalOf(chosen))}};
    return nullptr;
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
        auto summary = jobWithFacts(database, child, experiment);
        if (!summary)
            return summary.error();
        Json &json = *summary;
        const auto before = JobRepository::dependenciesOf(database, child.id);
        if (!before)
            return before.error();
        Json &names = json["depends_on"] = Json::array();
        for (const std::int64_t id : *before)
            names.push_back(steps[id]);
        list.push_back(std::move(*summary));
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
    putIfSet(json, "deleted_ms", row.deletedMs);
    putIfSet(json, "step", row.step);
    putIfSet(json, "description", row.description);
    putIfSet(json, "reused_from", row.reusedFrom);
    if (!row.errorCode.empty())
        json["error"] = {{"code", row.errorCode}, {"message", row.errorSentence}};
    return json;
}

Result<Json> jobWithFacts(Database &database, const JobRow &row, const std::string &experiment)
{
    const auto facts = factsOf(database, row);
    if (!facts)
        return facts.error();
    Json json = jobSummary(row, experiment);
    json["tags"] = toJson(facts->tags);
    json["inputs"] = toJson(facts->inputs);
    json["parameters"] = toJson(facts->parameters);
    Json &metrics = json["metrics"] = Json::object();
    for (const NamedMetric &metric : facts->metrics)
        metrics[metric.key] = numberJson(metric.point.value);
    if (Json primary = primaryOf(*facts); !primary.is_null())
        json["primary_metric"] = std::move(primary);
    if (row.type == JobType::Pipeline) {
        Json &steps = json["step_counts"] = {{"total", facts->steps.total},
            {"completed", facts->steps.completed}, {"reused", facts->steps.reused}};
        putIfSet(steps, "running", facts->steps.running);
    }
    return json;
}

Result<Json> jobDetail(Database &database, const JobRow &row)
{
    const auto experiment = ExperimentNames(database).of(row.experimentId);
    if (!experiment)
        return experiment.error();
    auto withFacts = jobWithFacts(database, row, *experiment);
    if (!withFacts)
        return withFacts.error();
    Json json = std::move(*withFacts);
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
        = {{"inputs", inputsOf}, {"outputs", outputsOf}, {"attempts", attemptsOf}};
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
