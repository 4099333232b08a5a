#pragma once

#include "core/base/Result.h"
#include "core/series/History.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atelier::series {

struct MetricSeries
{
    std::string job; ///< the job or step that shows it
    std::string step; ///< name of the step, "" of the job itself
    std::string key;
    History points;
};

/// The metrics of a job and its steps as they go from the service to charts: all points, or those that came
/// since an answer before.
struct MetricPoints
{
    std::vector<MetricSeries> series;
    std::int64_t arrival = 0; ///< to be given back as `after`
    bool isReset = false; ///< these are all points, whatever was asked for
};

/// What `toBytes` writes: a line of JSON, {"series": [{"job", "step", "key", "points": how many}…],
/// "arrival", "reset"}, and behind it the points of one series after the other, each as 24 bytes: step and
/// time_ms as signed integers and the value as IEEE 754, of 64 bits each, little-endian. Every bit of a value
/// arrives.
inline constexpr std::string_view pointsType = "application/vnd.atelier.points";
[[nodiscard]] std::string toBytes(const MetricPoints &points);
[[nodiscard]] Result<MetricPoints> pointsFromBytes(std::string_view bytes);

/// {"series": [{"job", "step", "key"}…], "points": [[series, step, time_ms, value]…], "arrival", "reset"}; a
/// value that is not finite is text, as `numberJson` writes it.
[[nodiscard]] std::string toJsonText(const MetricPoints &points);

} // namespace atelier::series
