#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace atelier::series {

/// Seconds to add to UTC at a moment of Unix time to have the time on the wall there.
using UtcOffset = std::function<std::int64_t(std::int64_t unixSeconds)>;

/// Four significant digits, whole numbers without a point: `0.8714`, `86.07`, `3105`, `1.234e-7`, `NaN`,
/// `-∞`.
[[nodiscard]] std::string formatValue(double value);

/// So many digits behind the point; what rounds to zero has no sign.
[[nodiscard]] std::string formatFixed(double value, int decimals);

/// The two largest units: `1 h 30 min`, `5 min`, `12.5 s`.
[[nodiscard]] std::string formatDuration(double seconds);

/// `2026-11-21 14:02:11` as the clock on the wall says it.
[[nodiscard]] std::string formatClock(double unixSeconds, const UtcOffset &offset);

/// `2026-11-21T14:02:11.204Z`
[[nodiscard]] std::string formatUtc(std::int64_t unixMilliseconds);

/// A moment's parts in the calendar.
struct Civil
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
};
/// Of seconds since 1970 on the wall, within the years 1 to 9999.
[[nodiscard]] Civil civil(std::int64_t seconds);
[[nodiscard]] std::int64_t secondsOf(const Civil &civil);
/// True within those years.
[[nodiscard]] bool hasCivil(double unixSeconds);

} // namespace atelier::series
