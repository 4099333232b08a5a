#pragma once

#include "core/series/Curve.h"

#include <optional>

namespace atelier::ui {

enum class PlotScale { Linear, Logarithmic };

/// What a person has chosen to see of a chart.
struct PlotView
{
    series::XAxis axis = series::XAxis::Step;
    PlotScale scale = PlotScale::Linear;
    double smoothing = 0; ///< 0 to largestSmoothing
    std::optional<series::Range> x; ///< zoom; nothing: all points
    std::optional<series::Range> y; ///< zoom; nothing: the values within x

    bool operator==(const PlotView &) const = default;
};

inline constexpr double largestSmoothing = 0.99;

} // namespace atelier::ui
