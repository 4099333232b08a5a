#pragma once

#include "core/series/Format.h"
#include "core/series/Range.h"

#include <string>
#include <vector>

namespace atelier::series {

/// A labelled place on an axis.
struct Tick
{
    double at = 0;
    std::string label;
};

/// All four answer at most about `most` ticks within the range, at round places, in order. Where a range is
/// too narrow for round numbers to differ, its two ends.
[[nodiscard]] std::vector<Tick> linearTicks(const Range &range, int most);
/// For a range above zero: powers of ten, between them 2 and 5 where there is room; less than a decade is
/// ticked linearly.
[[nodiscard]] std::vector<Tick> logTicks(const Range &range, int most);
/// Seconds.
[[nodiscard]] std::vector<Tick> durationTicks(const Range &seconds, int most);
/// Unix time in seconds; whole hours, days, months and years are those on the wall.
[[nodiscard]] std::vector<Tick> clockTicks(const Range &unixSeconds, int most, const UtcOffset &offset);

/// The range extended to the round places around it: linear, and for a range above zero to 1, 2 or 5 times a
/// power of ten.
[[nodiscard]] Range niceRange(const Range &range, int most);
[[nodiscard]] Range niceLogRange(const Range &range, int most);

} // namespace atelier::series
