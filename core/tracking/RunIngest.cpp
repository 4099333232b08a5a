#include "core/tracking/RunIngest.h"

#include "core/storage/ParameterRepository.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowFields.h"
#include "core/tracking/MlflowLimits.h"
#include "core/tracking/RunEdit.h"
#include "core/tracking/RunHead.h"

#include <set>

namespace atelier {

namespace {

NamedMetric readMetric(MlflowFields &fields, const std::string &path)
{
    NamedMetric metric;
    metric.key = fields.requiredText("key");
    metric.point.value = fields.requiredNumber("value");
    metric.point.timeMs = fields.requiredInteger("timestamp");
    metric.point.step = fields.integer("step").value_or(0);
    if (fields.isGood())
        if (auto valid = mlflow_limits::checkMetric(metric, path); !valid)
            fields.fail(valid.error());
    return metric;
}

KeyValue readPair(
    MlflowFields &fields, const std::string &path, Result<void> (*check)(KeyValue &, const std::string &))
{
    KeyValue pair{fields.requiredText("key"), fields.text("value")};
    if (fields.isGood())
        if (auto valid = check(pair, path); !valid)
            fields.fail(valid.error());
    return pair;
}

/// `read(fields, path)` of every message of the list.
template<typename Read>
auto readList(MlflowFields &request, const char *key, Read read)
{
    std::vector<std::invoke_result_t<Read, MlflowFields &, const std::string &>> items;
    const Json::array_t &messages = request.messages(key);
    items.reserve(messages.size());
    for (const Json &message : messages) {
        const std::string path = std::string(key) + "[" + std::to_string(items.size()) + "]";
        MlflowFields fields(message, path);
        items.push_back(read(fields, path));
        if (!fields.isGood()) {
            request.fail(fields.error());
            break;
        }
    }
    return items;
}

Result<void> checkUnique(const std::vector<KeyValue> &parameters)
{
    std::set<std::string> seen;
    std::string repeated;
    for (const KeyValue &parameter : parameters)
        if (!seen.insert(parameter.key).second)
            repeated += (repeated.empty() ? "'" : ", '") + parameter.key + "'";
    if (repeated.empty())
        return {};
    return invalidParameter("Duplicate parameter keys have been submitted: [" + repeated
        + "]. Please ensure the request contains only one param value per param key.");
}

Error inMlflowsWords(const Error &error, const RunLog &log, const KeyValue &parameter)
{
    if (error.code != "parameter.changed")
        return error;
    std::string old;
    for (const auto &[name, value] : error.arguments)
        if (name == "old")
            old = value;
    return invalidParameter("Changing param values is not allowed. Param with key='" + parameter.key
        + "' was already logged with value='" + old + "' for run ID='" + log.run
        + "'. Attempted logging new value '" + parameter.value + "'.");
}

Result<void> write(WriteContext &context, const Caller &caller, const RunLog &log)
{
    Database &database = context.database();
    const auto run = writableRun(database, caller, log.run);
    if (!run)
        return run.error();
    for (const KeyValue &parameter : log.parameters)
        if (auto done = ParameterRepository::insert(database, run->id, parameter.key, parameter.value); !done)
            return inMlflowsWords(done.error(), log, parameter);
    if (auto done = MetricRepository::append(database, run->id, log.metrics); !done)
        return done;
    for (const KeyValue &tag : log.tags)
        if (auto done = setRunTag(database, *run, tag); !done)
            return done;
    if (!log.parameters.empty())
        context.changed("job", log.run, "parameters");
    if (!log.metrics.empty())
        context.changed("job", log.run, "metrics");
    if (!log.tags.empty())
        context.changed("job", log.run, "tags");
    return {};
}

} // namespace

Result<RunLog> parseLogMetric(const Json &request)
{
    MlflowFields fields(request);
    RunLog log;
    log.run = fields.runId();
    log.metrics.push_back(readMetric(fields, {}));
    if (!fields.isGood())
        return fields.error();
    return log;
}

Result<RunLog> parseLogParameter(const Json &request)
{
    MlflowFields fields(request);
    RunLog log;
    log.run = fields.runId();
    log.parameters.push_back(readPair(fields, {}, mlflow_limits::checkParameter));
    if (!fields.isGood())
        return fields.error();
    return log;
}

Result<RunLog> parseSetTag(const Json &request)
{
    MlflowFields fields(request);
    RunLog log;
    log.run = fields.runId();
    log.tags.push_back(readPair(fields, {}, mlflow_limits::checkTag));
    if (!fields.isGood())
        return fields.error();
    return log;
}

Result<RunLog> parseLogBatch(const Json &request)
{
    MlflowFields fields(request);
    RunLog log;
    log.run = fields.runId();
    log.metrics = readList(fields, "metrics", readMetric);
    log.parameters = readList(fields, "params", [](MlflowFields &pair, const std::string &path) {
        return readPair(pair, path, mlflow_limits::checkParameter);
    });
    log.tags = readList(fields, "tags", [](MlflowFields &pair, const std::string &path) {
        return readPair(pair, path, mlflow_limits::checkTag);
    });
    if (!fields.isGood())
        return fields.error();
    if (auto valid = mlflow_limits::checkBatch(log.metrics.size(), log.parameters.size(), log.tags.size());
        !valid)
        return valid.error();
    if (auto valid = checkUnique(log.parameters); !valid)
        return valid.error();
    return log;
}

RunIngest::RunIngest(Writer &writer)
    : m_writer(writer)
{
}

void RunIngest::submit(const Caller &caller, RunLog log, Writer::Done done)
{
    // A single write fails before it changes anything; of several the first ones must be taken back.
    const bool isSingle = log.metrics.size() + log.parameters.size() + log.tags.size() <= 1;
    m_writer.submit(
        [caller, log = std::move(log)](WriteContext &context) { return write(context, caller, log); },
        std::move(done), isSingle ? Writer::Isolation::ChecksFirst : Writer::Isolation::Savepoint);
}

} // namespace atelier
