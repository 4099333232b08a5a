#include "core/client/JobReading.h"

namespace atelier {

namespace {

std::optional<std::int64_t> optionalInteger(const Json &json, const char *key)
{
    if (!json.contains(key))
        return std::nullopt;
    return integerAt(json, key);
}

/// The member of that kind, else an empty one.
const Json &memberOf(const Json &json, const char *key, const Json &otherwise)
{
    const auto found = json.find(key);
    return found == json.end() || found->type() != otherwise.type() ? otherwise : *found;
}

const Json &objectAt(const Json &json, const char *key)
{
    static const Json nothing = Json::object();
    return memberOf(json, key, nothing);
}

Named<std::string> textsAt(const Json &json, const char *key)
{
    Named<std::string> texts;
    for (const auto &[name, value] : objectAt(json, key).items())
        if (value.is_string())
            texts.append(name, value.get<std::string>());
    return texts;
}

Named<double> numbersAt(const Json &json, const char *key)
{
    Named<double> numbers;
    for (const auto &[name, value] : objectAt(json, key).items())
        numbers.append(name, numberOf(value));
    return numbers;
}

/// The inputs that are no files or folders.
Named<std::string> literalsAt(const Json &json, const char *key)
{
    Named<std::string> literals;
    for (const auto &[name, input] : objectAt(json, key).items())
        if (const auto type = portTypeFromName(textAt(input, "type")); type && isLiteral(*type))
            literals.append(name, textAt(input, "value"));
    return literals;
}

template<typename Read>
auto listAt(const Json &json, const char *key, Read read) -> std::vector<decltype(read(json))>
{
    std::vector<decltype(read(json))> list;
    static const Json nothing = Json::array();
    for (const Json &item : memberOf(json, key, nothing))
        list.push_back(read(item));
    return list;
}

std::string textOf(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : std::string();
}

JobType typeFrom(const std::string &text)
{
    for (const JobType type : {JobType::Pipeline, JobType::Interactive})
        if (text == name(type))
            return type;
    return JobType::Command;
}

std::optional<PrimaryMetric> primaryFrom(const Json &json)
{
    if (json.empty())
        return std::nullopt;
    return PrimaryMetric{textAt(json, "key"), numberAt(json, "value"),
        textAt(json, "goal") == name(MetricGoal::Minimize) ? MetricGoal::Minimize : MetricGoal::Maximize};
}

std::optional<StepProgress> progressFrom(const Json &json)
{
    if (json.empty())
        return std::nullopt;
    return StepProgress{integerAt(json, "total"), integerAt(json, "completed"), textAt(json, "running"),
        integerAt(json, "reused")};
}

std::vector<JobPort> portsAt(const Json &json, const char *key, const char *valueKey)
{
    std::vector<JobPort> ports;
    for (const auto &[name, port] : objectAt(json, key).items())
        ports.push_back({name, textAt(port, "type"), textAt(port, valueKey), textAt(port, "source")});
    return ports;
}

JobAttempt attemptFrom(const Json &json)
{
    return {integerAt(json, "number"), textAt(json, "state"), optionalInteger(json, "started_ms"),
        optionalInteger(json, "ended_ms"), optionalInteger(json, "exit_code"),
        optionalInteger(json, "signal"), textAt(json, "reason"), optionalInteger(json, "cpu_ms"),
        optionalInteger(json, "peak_memory_kib")};
}

JobStep stepFrom(const Json &json)
{
    return {jobSummaryFrom(json), listAt(json, "depends_on", textOf)};
}

} // namespace

const Json &arrayAt(const Json &json, const char *key)
{
    static const Json nothing = Json::array();
    const auto found = json.find(key);
    return found == json.end() || !found->is_array() ? nothing : *found;
}

JobSummary jobSummaryFrom(const Json &json)
{
    JobSummary job;
    job.name = textAt(json, "name");
    job.type = typeFrom(textAt(json, "type"));
    job.displayName = textAt(json, "display_name");
    job.experiment = textAt(json, "experiment");
    job.status = jobStatusFromName(textAt(json, "status")).value_or(JobStatus::NotStarted);
    job.statusReason = textAt(json, "status_reason");
    job.user = textAt(json, "user");
    job.compute = textAt(json, "compute");
    job.description = textAt(json, "description");
    job.step = textAt(json, "step");
    job.reusedFrom = textAt(json, "reused_from");
    job.createdMs = integerAt(json, "created_ms");
    job.startedMs = optionalInteger(json, "started_ms");
    job.endedMs = optionalInteger(json, "ended_ms");
    const Json &error = objectAt(json, "error");
    job.errorCode = textAt(error, "code");
    job.errorSentence = textAt(error, "message");
    job.tags = textsAt(json, "tags");
    job.inputs = literalsAt(json, "inputs");
    job.parameters = textsAt(json, "parameters");
    job.metrics = numbersAt(json, "metrics");
    job.primary = primaryFrom(objectAt(json, "primary_metric"));
    job.steps = progressFrom(objectAt(json, "step_counts"));
    return job;
}

JobDetail jobDetailFrom(const Json &json)
{
    JobDetail job;
    job.summary = jobSummaryFrom(json);
    job.parent = textAt(json, "parent");
    job.snapshot = textAt(json, "snapshot");
    job.inputs = portsAt(json, "inputs", "value");
    job.outputs = portsAt(json, "outputs", "path");
    job.attempts = listAt(json, "attempts", attemptFrom);
    job.steps = listAt(json, "steps", stepFrom);
    job.document = objectAt(json, "document");
    for (const auto &[key, value] : textsAt(job.document, "properties")) {
        if (key == fromProperty)
            job.from = value;
        else if (key.starts_with(wasProperty))
            job.was.append(key.substr(wasProperty.size()), value);
    }
    return job;
}

ExperimentSummary experimentSummaryFrom(const Json &json)
{
    return {textAt(json, "name"), integerAt(json, "jobs"), integerAt(json, "running"),
        integerAt(json, "queued"), integerAt(json, "failed"), integerAt(json, "canceled"),
        integerAt(json, "completed"), integerAt(json, "last_ms"), primaryFrom(objectAt(json, "best")),
        textAt(objectAt(json, "best"), "job"), textAt(objectAt(json, "best"), "title")};
}

MachineDescription machineFrom(const Json &json)
{
    MachineDescription machine;
    machine.host = textAt(json, "host");
    machine.cores = numberAt(json, "cores");
    machine.memoryBytes = static_cast<std::uint64_t>(integerAt(json, "memory_bytes"));
    machine.availableBytes = static_cast<std::uint64_t>(integerAt(json, "available_bytes"));
    const Json &disk = objectAt(json, "disk");
    if (disk.contains("free_bytes"))
        machine.freeDiskBytes = static_cast<std::uint64_t>(integerAt(disk, "free_bytes"));
    const Json &python = objectAt(json, "python");
    machine.python = {textAt(python, "path"), textAt(python, "version"), textAt(python, "error"),
        textsAt(python, "packages")};
    machine.graphicsCards = listAt(json, "graphics_cards", textOf);
    return machine;
}

ServiceDescription serviceFrom(const Json &json)
{
    return {static_cast<int>(integerAt(json, "port"))};
}

} // namespace atelier
