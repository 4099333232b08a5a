#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

class Database;

/// One measured value. NaN and infinities are values like others.
struct MetricPoint
{
    std::int64_t step = 0;
    std::int64_t timeMs = 0; ///< Unix time
    double value = 0;
    std::int64_t rowId = 0; ///< its place in the table; 0 where it was not read from a history
};

struct NamedMetric
{
    std::string key;
    MetricPoint point;
};

struct LatestMetric
{
    std::int64_t jobId = 0;
    std::string key;
    MetricPoint point;
};

class MetricRepository
{
public:
    /// Appends and keeps `latest` up to date; an exact repetition changes nothing. Writes nothing when it
    /// fails.
    [[nodiscard]] static Result<void> append(
        Database &database, std::int64_t jobId, std::string_view key, const MetricPoint &point);
    [[nodiscard]] static Result<void> append(
        Database &database, std::int64_t jobId, std::span<const NamedMetric> metrics);

    /// In the order of (step, time, arrival), those behind `after` (a point of the page before) and at most
    /// `limit`. A key that the job never logged has an empty history.
    [[nodiscard]] static Result<std::vector<MetricPoint>> history(Database &database, std::int64_t jobId,
        std::string_view key, std::int64_t limit, const std::optional<MetricPoint> &after = {});
    /// At most `limit` points, evenly by row, first and last kept.
    [[nodiscard]] static Result<std::vector<MetricPoint>> sampledHistory(
        Database &database, std::int64_t jobId, std::string_view key, std::int64_t limit);

    /// The job that logged `key` for the last step of a pipeline that has it: the step, or the job that the
    /// step was reused from.
    [[nodiscard]] static Result<std::optional<std::int64_t>> lastStepWith(
        Database &database, std::int64_t pipelineId, std::string_view key);

    /// The latest of every key: largest by (step, time, value), where NaN counts as 0. By key.
    [[nodiscard]] static Result<std::vector<NamedMetric>> latest(Database &database, std::int64_t jobId);
    [[nodiscard]] static Result<std::vector<LatestMetric>> latestOfJobs(
        Database &database, std::span<const std::int64_t> jobIds);
};

} // namespace atelier
