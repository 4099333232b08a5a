#include "core/tracking/MlflowJson.h"

#include "core/tracking/MlflowError.h"

#include <charconv>

namespace atelier {

namespace {

const char *lifecycle(bool isDeleted)
{
    return isDeleted ? "deleted" : "active";
}

void putUnlessEmpty(Json &object, const char *key, Json list)
{
    if (!list.empty())
        object[key] = std::move(list);
}

Json inputsJson(const std::vector<DatasetInput> &inputs)
{
    Json list = Json::array();
    for (const DatasetInput &input : inputs) {
        Json item = Json::object();
        putUnlessEmpty(item, "tags", keyValuesJson(input.tags));
        Json dataset{{"name", input.dataset.name}, {"digest", input.dataset.digest},
            {"source_type", input.dataset.sourceType}, {"source", input.dataset.source}};
        if (!input.dataset.schema.empty())
            dataset["schema"] = input.dataset.schema;
        if (!input.dataset.profile.empty())
            dataset["profile"] = input.dataset.profile;
        item["dataset"] = std::move(dataset);
        list.push_back(std::move(item));
    }
    Json message = Json::object();
    putUnlessEmpty(message, "dataset_inputs", std::move(list));
    return message;
}

} // namespace

Json keyValuesJson(const std::vector<KeyValue> &pairs)
{
    Json list = Json::array();
    for (const KeyValue &pair : pairs)
        list.push_back({{"key", pair.key}, {"value", pair.value}});
    return list;
}

Json metricJson(const std::string &key, const MetricPoint &point)
{
    return {
        {"key", key}, {"value", numberJson(point.value)}, {"timestamp", point.timeMs}, {"step", point.step}};
}

Json experimentJson(const ExperimentRow &experiment)
{
    const std::string id = std::to_string(experiment.id);
    Json json{{"experiment_id", id}, {"name", experiment.name},
        {"artifact_location", "mlflow-artifacts:/" + id},
        {"lifecycle_stage", lifecycle(experiment.isDeleted)}, {"last_update_time", experiment.updatedMs},
        {"creation_time", experiment.createdMs}};
    putUnlessEmpty(json, "tags", keyValuesJson(experiment.tags));
    return json;
}

Json runInfoJson(const JobRow &job)
{
    Json info{{"run_uuid", job.name}, {"experiment_id", std::to_string(job.experimentId)},
        {"run_name", job.displayName}, {"user_id", job.user}, {"status", mlflowStatus(job.status)},
        {"start_time", job.startedMs.value_or(job.createdMs)}};
    if (job.endedMs)
        info["end_time"] = *job.endedMs;
    info["artifact_uri"] = artifactUri(job);
    info["lifecycle_stage"] = lifecycle(job.isDeleted);
    info["run_id"] = job.name;
    return info;
}

Json runJson(const RunView &run)
{
    Json metrics = Json::array();
    for (const NamedMetric &metric : run.metrics)
        metrics.push_back(metricJson(metric.key, metric.point));
    Json data = Json::object();
    putUnlessEmpty(data, "metrics", std::move(metrics));
    putUnlessEmpty(data, "params", keyValuesJson(run.parameters));
    putUnlessEmpty(data, "tags", keyValuesJson(run.tags));
    return {{"info", runInfoJson(run.job)}, {"data", std::move(data)}, {"inputs", inputsJson(run.inputs)}};
}

Result<std::int64_t> parseExperimentId(const std::string &text)
{
    std::int64_t id = 0;
    const char *end = text.data() + text.size();
    if (const auto [stopped, error] = std::from_chars(text.data(), end, id);
        error != std::errc() || stopped != end || text.empty())
        return invalidParameter(
            "Invalid experiment ID '" + text + "'. Experiment ID must be a valid integer.");
    return id;
}

} // namespace atelier
