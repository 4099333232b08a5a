#pragma once

#include "core/series/Ticks.h"
#include "ui/plot/PlotScene.h"

#include <QRectF>

namespace atelier::ui {

/// Where things stand in a chart: its axes and their ticks within a rectangle of logical pixels.
class PlotGeometry
{
public:
    PlotGeometry() = default;
    PlotGeometry(const PlotScene &scene, const std::vector<DrawnLine> &lines);

    [[nodiscard]] const QRectF &area() const { return m_area; } ///< within the axes, on whole device pixels
    [[nodiscard]] const series::Range &x() const { return m_x; }
    [[nodiscard]] const series::Range &y() const { return m_y; }
    [[nodiscard]] const std::vector<series::Tick> &xTicks() const { return m_xTicks; }
    [[nodiscard]] const std::vector<series::Tick> &yTicks() const { return m_yTicks; }
    [[nodiscard]] double pixelRatio() const { return m_pixelRatio; }
    [[nodiscard]] int columns() const; ///< device pixels across the area

    [[nodiscard]] double left(double x) const; ///< the pixel of an x
    [[nodiscard]] double top(double y) const; ///< the pixel of a value; not finite where it has no place
    [[nodiscard]] double xAt(double left) const;
    [[nodiscard]] double yAt(double top) const;
    /// The nearest edge between two device pixels.
    [[nodiscard]] double onPixel(double logical) const;

private:
    void fitRanges(const PlotScene &scene, const std::vector<DrawnLine> &lines);

    QRectF m_area;
    series::Range m_x;
    series::Range m_y;
    PlotScale m_scale = PlotScale::Linear;
    std::vector<series::Tick> m_xTicks;
    std::vector<series::Tick> m_yTicks;
    double m_pixelRatio = 1;
};

/// From the first to the last x of the lines; never empty.
[[nodiscard]] series::Range wholeX(const std::vector<DrawnLine> &lines);

/// The time on the wall of this machine.
[[nodiscard]] series::UtcOffset localOffset();

} // namespace atelier::ui
