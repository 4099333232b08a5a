#include "core/client/JobCsv.h"

#include "core/series/Csv.h"

#include <array>
#include <ctime>

namespace atelier {

namespace {

constexpr std::string_view metricPrefix = "metric.";
constexpr std::string_view parameterPrefix = "param.";

std::string timeCell(const std::optional<std::int64_t> &unixMs)
{
    if (!unixMs)
        return {};
    constexpr int second = 1000;
    const std::time_t seconds = *unixMs / second;
    std::tm parts{};
    std::array<char, 64> text{};
    gmtime_r(&seconds, &parts);
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string durationCell(const JobSummary &job, std::int64_t nowMs)
{
    const auto duration = durationOf(job, nowMs);
    return duration ? series::csvNumber(static_cast<double>(*duration) / 1000) : std::string();
}

std::string progressCell(const JobSummary &job, std::int64_t /*nowMs*/)
{
    if (!job.steps || job.steps->total == 0)
        return {};
    return series::csvNumber(
        static_cast<double>(job.steps->completed) / static_cast<double>(job.steps->total));
}

/// Those that people gave: what MLflow's clients note for themselves is left out.
std::string tagsCell(const JobSummary &job, std::int64_t /*nowMs*/)
{
    std::string text;
    for (const auto &[key, value] : job.tags)
        if (key.rfind("mlflow.", 0) != 0)
            text += (text.empty() ? "" : "; ") + key + (value.empty() ? "" : "=" + value);
    return series::csvText(text);
}

struct CsvColumn
{
    std::string_view id;
    std::string (*cell)(const JobSummary &job, std::int64_t nowMs);
};

using JobRef = const JobSummary &;
using NowMs = std::int64_t;

constexpr CsvColumn columnsOfJobs[] = {
    {"name", [](JobRef job, NowMs) { return series::csvText(job.name); }},
    {"display_name", [](JobRef job, NowMs) { return series::csvText(job.displayName); }},
    {"experiment", [](JobRef job, NowMs) { return series::csvText(job.experiment); }},
    {"type", [](JobRef job, NowMs) { return std::string(name(job.type)); }},
    {"status", [](JobRef job, NowMs) { return std::string(name(job.status)); }},
    {"reason",
        [](JobRef job, NowMs) {
            return series::csvText(job.errorSentence.empty() ? job.statusReason : job.errorSentence);
        }},
    {"progress", progressCell},
    {"created", [](JobRef job, NowMs) { return timeCell(job.createdMs); }},
    {"started", [](JobRef job, NowMs) { return timeCell(job.startedMs); }},
    {"ended", [](JobRef job, NowMs) { return timeCell(job.endedMs); }},
    {"duration", durationCell},
    {"compute", [](JobRef job, NowMs) { return series::csvText(job.compute); }},
    {"user", [](JobRef job, NowMs) { return series::csvText(job.user); }},
    {"primary_metric",
        [](JobRef job, NowMs) { return job.primary ? series::csvText(job.primary->key) : std::string(); }},
    {"primary_value",
        [](JobRef job, NowMs) {
            return job.primary ? series::csvNumber(job.primary->value) : std::string();
        }},
    {"tags", tagsCell},
    {"description", [](JobRef job, NowMs) { return series::csvText(job.description); }},
};

std::string cellOf(const JobSummary &job, std::string_view column, std::int64_t nowMs)
{
    if (column.rfind(metricPrefix, 0) == 0) {
        const auto found = job.metrics.find(column.substr(metricPrefix.size()));
        return found == job.metrics.end() ? std::string() : series::csvNumber(found->second);
    }
    if (column.rfind(parameterPrefix, 0) == 0) {
        const std::string *value = parameterOf(job, column.substr(parameterPrefix.size()));
        return value == nullptr ? std::string() : series::csvText(*value);
    }
    for (const CsvColumn &known : columnsOfJobs)
        if (known.id == column)
            return known.cell(job, nowMs);
    return {};
}

template<typename Cell>
std::string lineOf(const std::vector<std::string> &columns, Cell cell)
{
    std::string line;
    for (const std::string &column : columns)
        line += (&column == &columns.front() ? "" : ",") + cell(column);
    return line + "\r\n";
}

} // namespace

bool isJobCsvColumn(std::string_view column)
{
    for (const std::string_view prefix : {metricPrefix, parameterPrefix})
        if (column.rfind(prefix, 0) == 0 && column.size() > prefix.size())
            return true;
    for (const CsvColumn &known : columnsOfJobs)
        if (known.id == column)
            return true;
    return false;
}

std::vector<std::string> jobCsvColumns()
{
    std::vector<std::string> columns;
    for (const CsvColumn &known : columnsOfJobs)
        columns.emplace_back(known.id);
    return columns;
}

std::string jobCsvHead(const std::vector<std::string> &columns)
{
    return lineOf(columns, [](const std::string &column) { return series::csvText(column); });
}

std::string jobCsvRow(const JobSummary &job, const std::vector<std::string> &columns, std::int64_t nowMs)
{
    return lineOf(columns, [&](const std::string &column) { return cellOf(job, column, nowMs); });
}

} // namespace atelier
