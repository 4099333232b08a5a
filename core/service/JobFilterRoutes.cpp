#include "core/service/JobFilterRoutes.h"

#include "core/document/JobFilterGrammar.h"
#include "core/domain/Names.h"
#include "core/storage/JobFacets.h"
#include "core/storage/JobListing.h"
#include "core/system/Clock.h"

namespace atelier {

namespace {

constexpr std::int64_t mostFacets = 50;
constexpr std::size_t mostCounts = 50;

std::string_view nameOf(JobFilterField::Kind kind)
{
    switch (kind) {
    case JobFilterField::Kind::Word:
        return "text";
    case JobFilterField::Kind::Number:
        return "number";
    case JobFilterField::Kind::Time:
        return "time";
    case JobFilterField::Kind::Duration:
        return "duration";
    }
    return {};
}

const JobFilterField &fieldOf(JobField field)
{
    for (const JobFilterField &candidate : jobFilterFields())
        if (candidate.field == field)
            return candidate;
    return jobFilterFields().front();
}

Json fieldJson(const std::string &written, const JobFilterField &field, std::int64_t jobs)
{
    return {{"field", written}, {"kind", nameOf(field.kind)}, {"jobs", jobs}};
}

Result<std::int64_t> countOf(Database &database, std::string_view filter)
{
    JobQuery query;
    query.topLevelOnly = true;
    query.nowMs = nowMs();
    auto parsed = parseJobFilter(filter, query.nowMs);
    if (!parsed)
        return parsed.error();
    query.conditions = std::move(parsed->conditions);
    return countJobs(database, query);
}

/// As a filter writes it.
std::string shownValue(const JobFacet &facet)
{
    return facet.field == JobField::State ? lowerCase(facet.text) : facet.text;
}

} // namespace

void JobFilterRoutes::add(RouteTable &routes)
{
    routes.add({http::Method::Get, "/api/v1/job-filter/fields", Rule::everyone(),
        "What jobs can be filtered by: each field whose name holds `text`, its kind, and how many jobs have "
        "it.",
        [this](Call &call) { return fields(call); }});
    routes.add({http::Method::Get, "/api/v1/job-filter/values", Rule::everyone(),
        "The values of a `field` (state, tag.team, …) that hold `text`, and how many jobs have each.",
        [this](Call &call) { return values(call); }});
    routes.add({http::Method::Get, "/api/v1/job-filter/counts", Rule::everyone(),
        "How many jobs each `filter` lets through, in the order asked.",
        [this](Call &call) { return counts(call); }});
}

Result<http::Response> JobFilterRoutes::fields(Call &call)
{
    const std::string text = lowerCase(call.request.parameter("text"));
    // `metric.au` looks for keys with "au", of metrics alone.
    const std::size_t dot = text.find('.');
    const std::string key = dot == std::string::npos ? text : text.substr(dot + 1);
    return m_readers.read([&](Database &database) -> Result<http::Response> {
        Json list = Json::array();
        const auto all = countOf(database, "");
        const auto started = countOf(database, "duration>=0s");
        const auto keys = jobKeys(database, dot == std::string::npos ? "" : key, mostFacets);
        if (!all || !started || !keys)
            return !all ? all.error() : !started ? started.error() : keys.error();
        for (const JobFilterField &field : jobFilterFields())
            if (!field.takesKey && field.name.find(text) != std::string_view::npos)
                list.push_back(fieldJson(
                    std::string(field.name), field, field.field == JobField::Duration ? *started : *all));
        for (const JobFacet &facet : *keys) {
            const JobFilterField &field = fieldOf(facet.field);
            const std::string written = std::string(field.name) + "." + jobFilterValue(facet.text);
            if (lowerCase(written).find(text) != std::string::npos)
                list.push_back(fieldJson(written, field, facet.jobs));
        }
        return jsonResponse({{"fields", std::move(list)}});
    });
}

Result<http::Response> JobFilterRoutes::values(Call &call)
{
    const auto named = parseJobField(call.request.parameter("field"));
    if (!named)
        return named.error();
    return m_readers.read([&](Database &database) -> Result<http::Response> {
        const auto found = jobValues(database, named->field->field, named->key,
            std::string(call.request.parameter("text")), mostFacets);
        if (!found)
            return found.error();
        Json list = Json::array();
        for (const JobFacet &facet : *found)
            list.push_back({{"value", shownValue(facet)}, {"jobs", facet.jobs}});
        return jsonResponse({{"values", std::move(list)}});
    });
}

Result<http::Response> JobFilterRoutes::counts(Call &call)
{
    std::vector<std::string> filters;
    for (const auto &[key, value] : call.request.query)
        if (key == "filter")
            filters.push_back(value);
    if (filters.size() > mostCounts)
        return Error{ErrorKind::Invalid, "request.parameter",
            "At most " + std::to_string(mostCounts) + " filters are counted in one call.", {}, {}};
    return m_readers.read([&](Database &database) -> Result<http::Response> {
        Json list = Json::array();
        for (const std::string &filter : filters) {
            const auto count = countOf(database, filter);
            if (!count)
                return count.error();
            list.push_back(*count);
        }
        return jsonResponse({{"counts", std::move(list)}});
    });
}

} // namespace atelier
