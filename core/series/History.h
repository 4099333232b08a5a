#pragma once

#include "core/series/Growing.h"

#include <cstdint>

namespace atelier::series {

/// One logged value. NaN and infinities are values like others.
struct Point
{
    std::int64_t step = 0;
    std::int64_t timeMs = 0; ///< Unix time
    double value = 0;
};

/// The points of one series in the order of their arrival.
using History = Growing<Point>;

/// What a chart draws values over: the step, seconds since the series' first arrival, seconds of Unix time.
enum class XAxis { Step, RelativeTime, WallTime };

} // namespace atelier::series
