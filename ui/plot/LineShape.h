#pragma once

#include "core/series/Curve.h"
#include "ui/plot/PlotGeometry.h"
#include "ui/plot/PlotLook.h"

#include <QLineF>
#include <QList>
#include <QPointF>
#include <QPolygonF>

namespace atelier::ui {

/// A curve as it lies in the area of a chart: pieces of line, and points that have no neighbour or much room.
struct LineShape
{
    QList<QLineF> pieces; ///< within the area and a little around it
    QList<QPointF> dots;
};

/// How a column of many points is told: by a bar from its least to its greatest value beside the line, which
/// is less to draw and covers nothing twice, or by the line going there and back.
enum class Stroke { Separate, Continuous };

[[nodiscard]] LineShape shapeOf(
    const series::Curve &curve, series::Line line, const PlotGeometry &geometry, Stroke stroke);

/// The pieces cut into dashes one after the other, for a pen of that width.
[[nodiscard]] QList<QLineF> dashed(const QList<QLineF> &pieces, Dash dash, double width);

/// Pieces that meet joined to polylines.
[[nodiscard]] QList<QPolygonF> joined(const QList<QLineF> &pieces);

} // namespace atelier::ui
