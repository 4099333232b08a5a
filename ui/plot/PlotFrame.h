#pragma once

#include "ui/plot/PlotGeometry.h"

#include <QImage>

namespace atelier::ui {

/// A finished picture of a chart and what it shows, for the crosshair and screen readers.
struct PlotFrame
{
    QImage image; ///< opaque, with its device pixel ratio
    PlotGeometry geometry;
    PlotView view;
    PlotLook look;
    std::vector<DrawnLine> lines;

    [[nodiscard]] bool isEmpty() const; ///< without any point
    [[nodiscard]] std::size_t leftOut(series::LeftOut kind) const; ///< within the axis of x
    [[nodiscard]] series::Line lineShown() const
    {
        return view.smoothing > 0 ? series::Line::Smoothed : series::Line::Raw;
    }
};

/// Draws a scene whose curves are up to date; any thread.
[[nodiscard]] PlotFrame drawFrame(const PlotScene &scene, std::vector<DrawnLine> lines);

} // namespace atelier::ui
