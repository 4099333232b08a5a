#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

namespace atelier::ui {

/// An edge that leads downwards, as points that a pen can follow.
struct EdgeLine
{
    QPolygonF stops; ///< its ends and where it passes other rows: enough from afar
    QPolygonF curve; ///< the same, with bows between
};

/// `bends` are the middles of the rows that the edge passes, each of which it crosses straight.
[[nodiscard]] EdgeLine edgeLine(
    const QPointF &from, const QPointF &to, const QPolygonF &bends, double rowHeight);

/// The shortest run of a line's points that holds all of it that lies in an area.
[[nodiscard]] QPolygonF partWithin(const QPolygonF &line, const QRectF &area);

/// A line with x and y exchanged.
[[nodiscard]] QPolygonF turned(QPolygonF line);

} // namespace atelier::ui
