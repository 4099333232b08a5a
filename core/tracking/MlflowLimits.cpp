#include "core/tracking/MlflowLimits.h"

#include "core/base/Json.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowFields.h"
#include "core/tracking/Utf8.h"

#include <vector>

namespace atelier::mlflow_limits {

namespace {

constexpr std::size_t keyLength = 250;
constexpr std::size_t parameterLength = 6000;
constexpr std::size_t tagLength = 8000;
constexpr std::size_t experimentNameLength = 500;
constexpr std::size_t experimentTagLength = 20'000;

std::string within(const std::string &path, const char *key)
{
    return path.empty() ? key : path + "." + key;
}

bool mayStandInName(char32_t c)
{
    return c == U'/' || c == U'_' || c == U'.' || c == U'-' || c == U' ' || c == U':' || isLetterOrDigit(c);
}

/// The path that a name stands for once `.`, `..` and doubled slashes are resolved, as POSIX systems would.
std::string resolved(std::string_view name)
{
    std::string lead;
    if (!name.empty() && name.front() == '/')
        lead = name.size() > 1 && name[1] == '/' && (name.size() == 2 || name[2] != '/') ? "//" : "/";
    std::vector<std::string_view> parts;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('/'), name.size());
        const std::string_view part = name.substr(0, end);
        name.remove_prefix(std::min(end + 1, name.size()));
        if (part.empty() || part == ".")
            continue;
        if (part == ".." && !parts.empty() && parts.back() != "..")
            parts.pop_back();
        else if (part != ".." || lead.empty())
            parts.push_back(part);
    }
    std::string path = lead;
    for (std::size_t i = 0; i < parts.size(); ++i)
        path.append(i == 0 ? "" : "/").append(parts[i]);
    return path.empty() ? "." : path;
}

Result<void> checkName(const std::string &name, const std::string &path)
{
    if (!everyCharacter(name, mayStandInName))
        return invalidParameter(invalidValue(path, name,
            "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), "
            "colon(:) and slashes (/)."));
    const std::string norm = resolved(name);
    if (norm != name || norm == "." || norm.rfind("..", 0) == 0 || norm.front() == '/')
        return invalidParameter(invalidValue(path, name,
            "Names may be treated as files in certain cases, and must not resolve to other names when "
            "treated as "
            "such. This name would resolve to '"
                + norm + "'"));
    return {};
}

Result<void> checkLength(const std::string &text, std::size_t limit, const std::string &what)
{
    if (text.size() <= limit || characterCount(text) <= limit)
        return {};
    return invalidParameter(
        "'" + what + "' exceeds the maximum length of " + std::to_string(limit) + " characters");
}

Result<void> checkCount(const char *what, std::size_t limit, std::size_t count)
{
    if (count <= limit)
        return {};
    return invalidParameter("A batch logging request can contain at most " + std::to_string(limit) + " "
        + what + ". Got " + std::to_string(count) + " " + what + ". Please split up " + what
        + " across multiple requests and try again.");
}

Result<void> firstFailure(std::initializer_list<Result<void>> checks)
{
    for (const Result<void> &check : checks)
        if (!check)
            return check;
    return {};
}

} // namespace

Result<void> checkMetric(const NamedMetric &metric, const std::string &path)
{
    if (auto name = checkName(metric.key, within(path, "name")); !name)
        return name;
    if (metric.point.timeMs < 0)
        return invalidParameter(invalidValue(within(path, "timestamp"), metric.point.timeMs,
            "metric '" + metric.key + "' (value=" + toText(metric.point.value)
                + "). Timestamp must be a nonnegative long (64-bit integer) "));
    return checkLength(metric.key, keyLength, "Metric name");
}

Result<void> checkParameter(KeyValue &parameter, const std::string &path)
{
    if (auto name = checkName(parameter.key, within(path, "key")); !name)
        return name;
    cutTo(parameter.value, parameterLength);
    return checkLength(parameter.key, keyLength, "Param key");
}

Result<void> checkTag(KeyValue &tag, const std::string &path)
{
    if (auto name = checkName(tag.key, within(path, "key")); !name)
        return name;
    cutTo(tag.value, tagLength);
    return checkLength(tag.key, keyLength, within(path, "key"));
}

Result<void> checkExperimentName(const std::string &name)
{
    if (name.empty())
        return invalidParameter("Invalid experiment name: ''");
    return checkLength(name, experimentNameLength, "name");
}

Result<void> checkExperimentTag(const KeyValue &tag)
{
    return firstFailure({checkName(tag.key, "key"), checkLength(tag.key, keyLength, "key"),
        checkLength(tag.value, experimentTagLength, "value")});
}

Result<void> checkBatch(std::size_t metrics, std::size_t parameters, std::size_t tags)
{
    return firstFailure({checkCount("metrics", metricsInBatch, metrics),
        checkCount("params", parametersInBatch, parameters), checkCount("tags", tagsInBatch, tags),
        checkCount("metrics, params, and tags", entitiesInBatch, metrics + parameters + tags)});
}

Result<void> checkDataset(const DatasetInput &input)
{
    const DatasetRow &dataset = input.dataset;
    if (auto sizes
        = firstFailure({checkLength(dataset.name, 500, "name"), checkLength(dataset.digest, 36, "digest"),
            checkLength(dataset.source, 65'535, "source"), checkLength(dataset.schema, 1'048'575, "schema"),
            checkLength(dataset.profile, 16'777'215, "profile")});
        !sizes)
        return sizes;
    for (const KeyValue &tag : input.tags)
        if (auto sizes
            = firstFailure({checkLength(tag.key, 255, "key"), checkLength(tag.value, 500, "value")});
            !sizes)
            return sizes;
    return {};
}

} // namespace atelier::mlflow_limits
