#include "core/service/JobParameters.h"

#include "core/base/Json.h"
#include "core/document/JobFilterGrammar.h"
#include "core/system/Clock.h"

#include <charconv>

namespace atelier {

namespace {

constexpr std::int64_t largestPage = 1000;

Error unknownValue(const char *key, std::string_view value)
{
    return {ErrorKind::Invalid, "request.parameter",
        std::string("The parameter ") + key + " has no value \"" + std::string(value) + "\".",
        {{"parameter", key}}, {}};
}

/// `metric.auc`, where the key may hold anything.
bool readKeyedOrder(std::string_view subject, JobQuery &query)
{
    using Sort = JobQuery::Sort;
    for (const auto &[prefix, sort] : {std::pair{std::string_view("metric."), Sort::Metric},
             {std::string_view("param."), Sort::Parameter}}) {
        if (subject.substr(0, prefix.size()) != prefix || subject.size() == prefix.size())
            continue;
        query.sort = sort;
        query.sortKey = subject.substr(prefix.size());
        return true;
    }
    return false;
}

Result<void> readOrder(std::string_view text, JobQuery &query)
{
    using Sort = JobQuery::Sort;
    const std::pair<std::string_view, Sort> sorts[] = {{"created", Sort::Created}, {"name", Sort::Name},
        {"display_name", Sort::DisplayName}, {"status", Sort::Status}, {"experiment", Sort::Experiment},
        {"ended", Sort::Ended}, {"duration", Sort::Duration}};
    const std::size_t space = text.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? "" : text.substr(space + 1);
    const bool hasDirection = last == "asc" || last == "desc";
    const std::string_view subject = hasDirection ? text.substr(0, space) : text;
    query.descending = last == "desc";
    if (readKeyedOrder(subject, query))
        return {};
    for (const auto &[name, sort] : sorts) {
        if (subject != name)
            continue;
        query.sort = sort;
        return {};
    }
    return unknownValue("order", text);
}

/// What `jobListToken` wrote.
Result<void> readPlace(std::string_view text, JobQuery &query)
{
    const auto json = parseJson(text);
    if (!json || !json->is_array() || json->size() < 2 || !json->at(0).is_number_integer()
        || !json->back().is_string())
        return unknownValue("after", text);
    query.nowMs = json->at(0).get<std::int64_t>();
    JobListPlace place{{}, json->back().get<std::string>()};
    for (std::size_t i = 1; i + 1 < json->size(); ++i) {
        const Json &value = json->at(i);
        if (value.is_number_integer())
            place.values.emplace_back(value.get<std::int64_t>());
        else if (value.is_number())
            place.values.emplace_back(value.get<double>());
        else if (value.is_string())
            place.values.emplace_back(value.get<std::string>());
        else
            return unknownValue("after", text);
    }
    query.after = std::move(place);
    return {};
}

Result<void> readLifecycle(std::string_view text, JobQuery &query)
{
    using Lifecycle = JobQuery::Lifecycle;
    if (text != "active" && text != "deleted" && text != "any")
        return unknownValue("lifecycle", text);
    query.lifecycle = text == "active" ? Lifecycle::Active
        : text == "deleted"            ? Lifecycle::Deleted
                                       : Lifecycle::Any;
    return {};
}

} // namespace

Result<std::int64_t> wholeNumber(const Call &call, const char *key, std::int64_t fallback, std::int64_t most)
{
    const std::string_view text = call.request.parameter(key);
    if (text.empty())
        return fallback;
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || value < 0 || value > most)
        return Error{ErrorKind::Invalid, "request.parameter",
            std::string("The parameter ") + key + " is a whole number from 0 to " + std::to_string(most)
                + ".",
            {{"parameter", key}}, {}};
    return value;
}

Result<void> checkJobFile(const std::string &path)
{
    const std::string top = path.substr(0, path.find('/'));
    if (top == "outputs" || top == "logs" || top == "snapshot")
        return {};
    return Error{
        ErrorKind::NotFound, "job.files", "A job's files lie below outputs, logs and snapshot.", {}, {}};
}

namespace {

Result<void> readParameter(const std::string &key, const std::string &value, JobQuery &query)
{
    if (key == "lifecycle")
        return readLifecycle(value, query);
    if (key == "order")
        return readOrder(value, query);
    if (key == "after")
        return readPlace(value, query);
    if (key == "among")
        query.among.push_back(value);
    if (key == "group" && value != "experiment")
        return unknownValue("group", value);
    query.isGrouped = query.isGrouped || key == "group";
    if (key == "status") {
        const auto status = jobStatusFromName(value);
        if (!status)
            return unknownValue("status", value);
        query.statuses.push_back(*status);
    }
    if (key != "type")
        return {};
    for (const JobType type : {JobType::Command, JobType::Pipeline, JobType::Interactive}) {
        if (value != name(type))
            continue;
        query.types.push_back(type);
        return {};
    }
    return unknownValue("type", value);
}

} // namespace

Result<void> checkJobOrder(std::string_view order)
{
    JobQuery query;
    return readOrder(order, query);
}

Result<JobQuery> jobQueryOf(const Call &call)
{
    JobQuery query;
    query.nowMs = nowMs();
    for (const auto &[key, value] : call.request.query)
        if (auto read = readParameter(key, value, query); !read)
            return read.error();
    auto filter = parseJobFilter(call.request.parameter("filter"), query.nowMs);
    if (!filter)
        return filter.error();
    query.conditions = std::move(filter->conditions);
    query.text = call.request.parameter("text");
    query.user = call.request.parameter("user");
    query.topLevelOnly = call.request.parameter("all") != "1";
    const auto limit = wholeNumber(call, "limit", 100, largestPage);
    const auto page = wholeNumber(call, "page", 0, 1'000'000);
    if (!limit || !page)
        return !limit ? limit.error() : page.error();
    query.limit = *limit;
    query.offset = *page * *limit;
    return query;
}

std::string jobListToken(const JobQuery &query, const JobListPlace &place)
{
    Json json = Json::array({query.nowMs});
    for (const Value &value : place.values) {
        if (const auto *number = std::get_if<std::int64_t>(&value))
            json.push_back(*number);
        else if (const auto *real = std::get_if<double>(&value))
            json.push_back(*real);
        else if (const auto *text = std::get_if<std::string>(&value))
            json.push_back(*text);
    }
    json.push_back(place.job);
    return toText(json);
}

} // namespace atelier
