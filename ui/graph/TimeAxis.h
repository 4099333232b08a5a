#pragma once

#include <vector>

namespace atelier::ui {

/// Seconds along a line of pixels, from 0 on.
struct TimeAxis
{
    double left = 0;
    double width = 0;
    double end = 1; ///< seconds at the right end

    [[nodiscard]] double x(double seconds) const { return left + width * seconds / end; }

    /// Round times from 0 to the end that are at least so many pixels apart.
    [[nodiscard]] std::vector<double> ticks(double apart) const;
};

} // namespace atelier::ui
