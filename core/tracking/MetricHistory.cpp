#include "core/tracking/MetricHistory.h"

#include "core/storage/MetricRepository.h"
#include "core/storage/ReaderPool.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowFields.h"
#include "core/tracking/MlflowJson.h"
#include "core/tracking/MlflowLimits.h"
#include "core/tracking/RunHead.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace atelier {

namespace {

/// A client that names no page size gets this many, and a token for the rest.
constexpr std::int64_t longestPage = 1'000'000;

/// The point that a page ended with: `<step>.<time>.<row>`.
std::string tokenAfter(const MetricPoint &point)
{
    return std::to_string(point.step) + "." + std::to_string(point.timeMs) + "."
        + std::to_string(point.rowId);
}

std::optional<MetricPoint> pointOf(const std::string &token)
{
    std::array<std::int64_t, 3> parts{};
    const char *from = token.data();
    const char *end = from + token.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto [stopped, error] = std::from_chars(from, end, parts[i]);
        const bool isLast = i + 1 == parts.size();
        if (error != std::errc() || (isLast ? stopped != end : stopped == end || *stopped != '.'))
            return std::nullopt;
        from = isLast ? stopped : stopped + 1;
    }
    return MetricPoint{parts[0], parts[1], 0, parts[2]};
}

struct Page
{
    std::string run;
    std::string key;
    std::int64_t limit = longestPage;
    std::optional<MetricPoint> after;
};

Result<Page> parsePage(const Json &request)
{
    MlflowFields fields(request);
    Page page;
    page.run = fields.runId();
    page.key = fields.requiredText("metric_key");
    const auto limit = fields.integer("max_results");
    const std::string token = fields.text("page_token");
    if (limit && *limit <= 0)
        fields.fail(invalidParameter("Invalid value " + std::to_string(*limit)
            + " for parameter 'max_results' supplied. It must be a positive integer."));
    if (!token.empty() && !(page.after = pointOf(token)))
        fields.fail(invalidParameter("Invalid page token, decoded value=" + token));
    if (!fields.isGood())
        return fields.error();
    page.limit = std::min(limit.value_or(longestPage), longestPage);
    return page;
}

struct Selection
{
    std::vector<std::string> runs;
    std::string key;
    std::int64_t limit = mlflow_limits::historyResults;
    std::int64_t firstStep = std::numeric_limits<std::int64_t>::min();
    std::int64_t lastStep = std::numeric_limits<std::int64_t>::max();
};

Result<Selection> parseSelection(const Json &request, const char *runsKey, const std::string &call)
{
    MlflowFields fields(request);
    Selection selection;
    selection.runs = fields.texts(runsKey);
    selection.key = fields.requiredText("metric_key");
    selection.limit = fields.integer("max_results").value_or(selection.limit);
    selection.firstStep = fields.integer("start_step").value_or(selection.firstStep);
    selection.lastStep = fields.integer("end_step").value_or(selection.lastStep);
    if (selection.runs.empty())
        fields.fail(invalidParameter(call + " request must specify at least one " + runsKey + "."));
    if (selection.runs.size() > mlflow_limits::runsInHistory)
        fields.fail(invalidParameter(call + " request must specify at most "
            + std::to_string(mlflow_limits::runsInHistory) + " " + runsKey + ". Received "
            + std::to_string(selection.runs.size()) + "."));
    if (!fields.isGood())
        return fields.error();
    return selection;
}

void append(
    Json &list, const std::string &run, const std::string &key, const std::vector<MetricPoint> &points)
{
    for (const MetricPoint &point : points) {
        list.push_back(metricJson(key, point));
        list.back()["run_id"] = run;
    }
}

/// At most `limit` of the points, evenly, first and last kept.
std::vector<MetricPoint> sampled(const std::vector<MetricPoint> &points, std::size_t limit)
{
    if (points.size() <= limit)
        return points;
    if (limit < 2)
        return {points.begin(), points.begin() + static_cast<std::ptrdiff_t>(limit)};
    std::vector<MetricPoint> kept;
    for (std::size_t i = 0; i < limit; ++i)
        kept.push_back(points[i * (points.size() - 1) / (limit - 1)]);
    return kept;
}

Result<std::vector<MetricPoint>> sample(Database &database, const RunHead &run, const Selection &selection)
{
    const bool isWhole = selection.firstStep == std::numeric_limits<std::int64_t>::min()
        && selection.lastStep == std::numeric_limits<std::int64_t>::max();
    if (isWhole)
        return MetricRepository::sampledHistory(database, run.id, selection.key, selection.limit);
    auto points = MetricRepository::history(database, run.id, selection.key, longestPage);
    if (!points)
        return points;
    std::erase_if(*points, [&](const MetricPoint &point) {
        return point.step < selection.firstStep || point.step > selection.lastStep;
    });
    return sampled(*points, static_cast<std::size_t>(selection.limit));
}

} // namespace

MetricHistory::MetricHistory(ReaderPool &readers)
    : m_readers(readers)
{
}

Result<Json> MetricHistory::get(const Caller &, const Json &request) const
{
    const auto page = parsePage(request);
    if (!page)
        return page.error();
    auto points = m_readers.read([&](Database &database) -> Result<std::vector<MetricPoint>> {
        const auto run = findRun(database, page->run);
        if (!run)
            return run.error();
        return MetricRepository::history(database, run->id, page->key, page->limit + 1, page->after);
    });
    if (!points)
        return points.error();
    Json answer = Json::object();
    const bool isMore = static_cast<std::int64_t>(points->size()) > page->limit;
    if (isMore)
        points->pop_back();
    for (const MetricPoint &point : *points)
        answer["metrics"].push_back(metricJson(page->key, point));
    if (isMore)
        answer["next_page_token"] = tokenAfter(points->back());
    return answer;
}

Result<Json> MetricHistory::getOfRuns(const Caller &, const Json &request) const
{
    auto selection = parseSelection(request, "run_id", "GetMetricHistoryBulk");
    if (!selection)
        return selection.error();
    std::sort(selection->runs.begin(), selection->runs.end());
    return m_readers.read([&](Database &database) -> Result<Json> {
        Json metrics = Json::array();
        std::int64_t left = std::clamp<std::int64_t>(selection->limit, 0, mlflow_limits::historyResults);
        for (const std::string &name : selection->runs) {
            const auto run = findRun(database, name);
            if (!run)
                return run.error();
            const auto points = MetricRepository::history(database, run->id, selection->key, left);
            if (!points)
                return points.error();
            append(metrics, name, selection->key, *points);
            left -= static_cast<std::int64_t>(points->size());
        }
        return Json{{"metrics", std::move(metrics)}};
    });
}

Result<Json> MetricHistory::getSampled(const Caller &, const Json &request) const
{
    auto selection = parseSelection(request, "run_ids", "GetMetricHistoryBulkInterval");
    if (!selection)
        return selection.error();
    if (request.find("max_results") == request.end())
        selection->limit = mlflow_limits::intervalResults;
    if (selection->limit < 1 || selection->limit > mlflow_limits::intervalResults)
        return invalidParameter(
            "max_results must be between 1 and 2500. See the API docs for more information about "
            "request parameters.");
    return m_readers.read([&](Database &database) -> Result<Json> {
        Json metrics = Json::array();
        for (const std::string &name : selection->runs) {
            const auto run = findRun(database, name);
            if (!run)
                return run.error();
            const auto points = sample(database, *run, *selection);
            if (!points)
                return points.error();
            append(metrics, name, selection->key, *points);
        }
        return metrics.empty() ? Json::object() : Json{{"metrics", std::move(metrics)}};
    });
}

} // namespace atelier
