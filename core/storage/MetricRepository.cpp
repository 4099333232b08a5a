#include "core/storage/MetricRepository.h"

#include "core/storage/Database.h"

#include <algorithm>
#include <limits>

namespace atelier {

namespace {

/// Looked up every time instead of being remembered: it costs less than a microsecond, and a remembered id
/// could come from a transaction that was rolled back.
Result<std::int64_t> keyId(Database &database, std::string_view key)
{
    const auto known = database.value<std::int64_t>("SELECT id FROM metric_key WHERE name = ?1", key);
    if (!known)
        return known.error();
    if (*known)
        return **known;
    if (Result<void> done = database.run("INSERT INTO metric_key (name) VALUES (?1)", key); !done)
        return done.error();
    return database.lastInsertId();
}

double numberOrNan(const Row &row, int column)
{
    return row.isNull(column) ? std::numeric_limits<double>::quiet_NaN() : row.real(column);
}

MetricPoint readPoint(const Row &row, int from)
{
    return {row.get<std::int64_t>(from), row.get<std::int64_t>(from + 1), numberOrNan(row, from + 2), 0};
}

MetricPoint readHistoryPoint(const Row &row)
{
    MetricPoint point = readPoint(row, 0);
    point.rowId = row.get<std::int64_t>(3);
    return point;
}

constexpr const char *insertUnlessRepeated
    = "INSERT INTO metric (job_id, key_id, step, time_ms, value) SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS"
      " (SELECT 1 FROM metric WHERE job_id = ?1 AND key_id = ?2 AND step = ?3 AND time_ms = ?4 AND value IS"
      " ?5)";

constexpr const char *keepLargest
    = "INSERT INTO latest_metric (job_id, key_id, step, time_ms, value) VALUES (?1, ?2, ?3, ?4, ?5)"
      " ON CONFLICT (job_id, key_id) DO UPDATE"
      " SET step = excluded.step, time_ms = excluded.time_ms, value = excluded.value"
      " WHERE (excluded.step, excluded.time_ms, ifnull(excluded.value, 0.0)) > (step, time_ms, ifnull(value,"
      " 0.0))";

} // namespace

Result<void> MetricRepository::append(
    Database &database, std::int64_t jobId, std::string_view key, const MetricPoint &point)
{
    const Result<std::int64_t> id = keyId(database, key);
    if (!id)
        return id.error();
    Result<void> inserted
        = database.run(insertUnlessRepeated, jobId, *id, point.step, point.timeMs, point.value);
    if (!inserted || database.changedRows() == 0)
        return inserted;
    return database.run(keepLargest, jobId, *id, point.step, point.timeMs, point.value);
}

Result<void> MetricRepository::append(
    Database &database, std::int64_t jobId, std::span<const NamedMetric> metrics)
{
    for (const NamedMetric &metric : metrics)
        if (Result<void> done = append(database, jobId, metric.key, metric.point); !done)
            return done;
    return {};
}

Result<std::vector<MetricPoint>> MetricRepository::history(Database &database, std::int64_t jobId,
    std::string_view key, std::int64_t limit, const std::optional<MetricPoint> &after)
{
    if (!after)
        return database.query("SELECT step, time_ms, value, rowid FROM metric"
                              " WHERE job_id = ?1 AND key_id = (SELECT id FROM metric_key WHERE name = ?2)"
                              " ORDER BY step, time_ms, rowid LIMIT ?3",
            readHistoryPoint, jobId, key, limit);
    return database.query("SELECT step, time_ms, value, rowid FROM metric"
                          " WHERE job_id = ?1 AND key_id = (SELECT id FROM metric_key WHERE name = ?2)"
                          " AND (step, time_ms, rowid) > (?4, ?5, ?6)"
                          " ORDER BY step, time_ms, rowid LIMIT ?3",
        readHistoryPoint, jobId, key, limit, after->step, after->timeMs, after->rowId);
}

Result<std::vector<MetricPoint>> MetricRepository::sampledHistory(
    Database &database, std::int64_t jobId, std::string_view key, std::int64_t limit)
{
    const auto total
        = database.value<std::int64_t>("SELECT count(*) FROM metric WHERE job_id = ?1 AND key_id ="
                                       " (SELECT id FROM metric_key WHERE name = ?2)",
            jobId, key);
    if (!total)
        return total.error();
    const std::int64_t count = (*total).value_or(0);
    if (count <= limit || limit < 2)
        return history(database, jobId, key, limit);
    // Row `i` is taken where a step of the even scale from 0 (first) to limit - 1 (last) begins with it.
    return database.query(
        "SELECT step, time_ms, value, id FROM (SELECT step, time_ms, value, rowid AS id,"
        " row_number() OVER (ORDER BY step, time_ms, rowid) - 1 AS i FROM metric WHERE job_id = ?1"
        " AND key_id = (SELECT id FROM metric_key WHERE name = ?2))"
        " WHERE i = 0 OR (i * (?3 - 1)) / (?4 - 1) > ((i - 1) * (?3 - 1)) / (?4 - 1)",
        readHistoryPoint, jobId, key, limit, count);
}

Result<std::optional<std::int64_t>> MetricRepository::lastStepWith(
    Database &database, std::int64_t pipelineId, std::string_view key)
{
    return database.value<std::int64_t>(
        "SELECT origin.id FROM job AS step JOIN job AS origin"
        " ON origin.name = CASE step.reused_from WHEN '' THEN step.name ELSE step.reused_from END"
        " JOIN latest_metric ON latest_metric.job_id = origin.id"
        " WHERE step.parent_id = ?1 AND key_id = (SELECT id FROM metric_key WHERE name = ?2)"
        " ORDER BY step.id DESC LIMIT 1",
        pipelineId, key);
}

Result<std::vector<NamedMetric>> MetricRepository::latest(Database &database, std::int64_t jobId)
{
    return database.query(
        "SELECT name, step, time_ms, value FROM latest_metric JOIN metric_key ON metric_key.id = key_id"
        " WHERE job_id = ?1 ORDER BY name",
        [](const Row &row) {
            return NamedMetric{row.get<std::string>(0), readPoint(row, 1)};
        },
        jobId);
}

Result<std::vector<LatestMetric>> MetricRepository::latestOfJobs(
    Database &database, std::span<const std::int64_t> jobIds)
{
    std::vector<LatestMetric> all;
    for (const std::int64_t jobId : jobIds) {
        const Result<std::vector<NamedMetric>> ofJob = latest(database, jobId);
        if (!ofJob)
            return ofJob.error();
        for (const NamedMetric &metric : *ofJob)
            all.push_back({jobId, metric.key, metric.point});
    }
    return all;
}

} // namespace atelier
