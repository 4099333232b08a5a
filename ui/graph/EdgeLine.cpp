#include "ui/graph/EdgeLine.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr double leastBow = 28;
constexpr int fewestPieces = 12;
constexpr int mostPieces = 96;
constexpr double pieceLength = 14;

// QPainterPath::pointAtPercent measures lengths and is forty times slower.
QPointF cubic(const QPointF &a, const QPointF &b, const QPointF &c, const QPointF &d, double t)
{
    const double u = 1 - t;
    return a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t);
}

void bow(QPolygonF &curve, const QPointF &to)
{
    const QPointF from = curve.last(); // a copy: the curve moves as it grows
    if (from.x() == to.x()) {
        curve << to;
        return;
    }
    const QPointF reach(0, std::max(leastBow, std::abs(to.y() - from.y()) / 2));
    const int pieces
        = std::clamp(static_cast<int>(QLineF(from, to).length() / pieceLength), fewestPieces, mostPieces);
    for (int i = 1; i <= pieces; ++i)
        curve << cubic(from, from + reach, to - reach, to, static_cast<double>(i) / pieces);
}

} // namespace

EdgeLine edgeLine(const QPointF &from, const QPointF &to, const QPolygonF &bends, double rowHeight)
{
    EdgeLine line{{from}, {from}};
    // An edge that leads back up crosses its rows the other way.
    const QPointF half(0, (to.y() < from.y() ? -rowHeight : rowHeight) / 2);
    for (const QPointF &bend : bends) {
        bow(line.curve, bend - half);
        line.curve << bend + half;
        line.stops << bend - half << bend + half;
    }
    bow(line.curve, to);
    line.stops << to;
    return line;
}

QPolygonF partWithin(const QPolygonF &line, const QRectF &area)
{
    qsizetype first = -1;
    qsizetype last = -1;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QRectF box = QRectF(line[i], line[i + 1]).normalized().adjusted(-1, -1, 1, 1);
        if (!box.intersects(area))
            continue;
        if (first < 0)
            first = i;
        last = i + 1;
    }
    return first < 0 ? QPolygonF() : QPolygonF(line.mid(first, last - first + 1));
}

QPolygonF turned(QPolygonF line)
{
    for (QPointF &point : line)
        point = {point.y(), point.x()};
    return line;
}

} // namespace atelier::ui
