#pragma once

#include "core/series/Range.h"

#include <optional>

namespace atelier::ui {

/// The bounds of what can be zoomed into: all of the axis, and how little of it may fill the chart.
struct ZoomLimits
{
    series::Range whole;
    double narrowest = 0;
};

/// Each answers the new piece of the axis, or nothing for the whole of it.
///
/// `factor` below 1 shows less; the place at `center` stays where it is.
[[nodiscard]] std::optional<series::Range> zoomed(
    const series::Range &range, double center, double factor, const ZoomLimits &limits);
/// By a share of its width, never past the end of the axis.
[[nodiscard]] std::optional<series::Range> moved(
    const series::Range &range, double share, const ZoomLimits &limits);
[[nodiscard]] std::optional<series::Range> within(series::Range range, const ZoomLimits &limits);

} // namespace atelier::ui
