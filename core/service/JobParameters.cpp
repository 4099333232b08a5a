#include "core/service/JobParameters.h"

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

Result<void> readOrder(std::string_view text, JobQuery &query)
{
    using Sort = JobQuery::Sort;
    const std::pair<std::string_view, Sort> sorts[]
        = {{"created", Sort::Created}, {"name", Sort::Name}, {"display_name", Sort::DisplayName},
            {"status", Sort::Status}, {"experiment", Sort::Experiment}, {"duration", Sort::Duration}};
    const std::size_t space = text.find(' ');
    const std::string_view direction = space == std::string_view::npos ? "asc" : text.substr(space + 1);
    for (const auto &[name, sort] : sorts) {
        if (text.substr(0, space) == name && (direction == "asc" || direction == "desc")) {
            query.sort = sort;
            query.descending = direction == "desc";
            return {};
        }
    }
    return unknownValue("order", text);
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

Result<JobQuery> jobQueryOf(const Call &call)
{
    JobQuery query;
    for (const auto &[key, value] : call.request.query) {
        if (key == "status") {
            const auto status = jobStatusFromName(value);
            if (!status)
                return unknownValue("status", value);
            query.statuses.push_back(*status);
        } else if (key == "type") {
            if (value == "command" || value == "pipeline" || value == "interactive")
                query.types.push_back(value == "command" ? JobType::Command
                        : value == "pipeline"            ? JobType::Pipeline
                                                         : JobType::Interactive);
            else
                return unknownValue("type", value);
        } else if (key == "lifecycle") {
            if (auto read = readLifecycle(value, query); !read)
                return read.error();
        } else if (key == "order") {
            if (auto read = readOrder(value, query); !read)
                return read.error();
        }
    }
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

} // namespace atelier
