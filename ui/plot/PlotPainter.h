#pragma once

#include "ui/plot/LineShape.h"
#include "ui/plot/PlotGeometry.h"

class QPainter;

namespace atelier::ui {

/// A picture of pixels wants many short pieces of line, one of vectors wants long ones.
enum class PlotTarget { Pixels, Vectors };

/// Paints the parts of a chart; any thread.
class PlotPainter
{
public:
    PlotPainter(QPainter &painter, const PlotLook &look, const PlotGeometry &geometry, PlotTarget target);

    void drawAxes();
    /// Smoothed lines over the faint ones as logged; without smoothing the logged ones alone.
    void drawLines(const std::vector<DrawnLine> &lines, double smoothing);
    /// Marks on the edge for the points that are on no line.
    void drawLeftOut(const std::vector<DrawnLine> &lines);

private:
    void drawYTick(const series::Tick &tick);
    void drawXTick(const series::Tick &tick);
    void drawCurve(const series::Curve &curve, series::Line line, const LineLook &look, double width);
    void drawMark(series::LeftOut kind, double left);

    QPainter &m_painter;
    const PlotLook &m_look;
    const PlotGeometry &m_geometry;
    PlotTarget m_target;
    double m_hairline;
};

/// The square of a line in a list of names: whole, or in two or three parts for a line of dashes.
void drawSwatch(QPainter &painter, const QRectF &box, const LineLook &look);

} // namespace atelier::ui
