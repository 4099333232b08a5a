#pragma once

#include <cstdint>
#include <functional>

namespace atelier::series {

// In seconds.
inline constexpr std::int64_t minute = 60;
inline constexpr std::int64_t hour = 60 * minute;
inline constexpr std::int64_t day = 24 * hour;

/// Seconds to add to UTC at a moment of Unix time to have the time on the wall there.
using UtcOffset = std::function<std::int64_t(std::int64_t unixSeconds)>;

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
