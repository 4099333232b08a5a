#pragma once

#include "core/series/Calendar.h"

#include <string>

namespace atelier::series {

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

} // namespace atelier::series
