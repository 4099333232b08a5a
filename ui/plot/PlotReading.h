#pragma once

#include "ui/plot/PlotFrame.h"

#include <optional>

namespace atelier::ui {

/// What the lines of a chart say at one x.
struct PlotReading
{
    struct Row
    {
        QString name;
        int color = 0;
        double value = 0; ///< as drawn, so smoothed where the line is; not finite where it was logged so
    };

    double x = 0;
    std::vector<Row> rows; ///< the largest value first; lines that do not reach x are left out
};

[[nodiscard]] PlotReading readingAt(const PlotFrame &frame, double x);

/// The x of a point of any line that is nearest, within the axis.
[[nodiscard]] std::optional<double> nearestX(const PlotFrame &frame, double x);

enum class Neighbour { Before, Behind };
/// The nearest x of a point at least one pixel away, within the axis; x itself where there is none.
[[nodiscard]] double neighbourOf(const PlotFrame &frame, double x, Neighbour side);

/// An x in words without its unit's name: `3120`, `1 h 12 min`, `2026-11-21 14:02:11`.
[[nodiscard]] QString formatX(double x, series::XAxis axis);

} // namespace atelier::ui
