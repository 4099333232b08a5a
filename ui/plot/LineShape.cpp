#include "ui/plot/LineShape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace atelier::ui {

namespace {

/// The part of a line within a box. Done here because a painter computes with so few digits that it cannot
/// take a line that ends a million pixels away.
std::optional<QLineF> clipped(const QPointF &from, const QPointF &to, const QRectF &box)
{
    const double dx = to.x() - from.x();
    const double dy = to.y() - from.y();
    const std::array<std::pair<double, double>, 4> edges{std::pair{-dx, from.x() - box.left()},
        {dx, box.right() - from.x()}, {-dy, from.y() - box.top()}, {dy, box.bottom() - from.y()}};
    double begin = 0;
    double end = 1;
    for (const auto &[slope, distance] : edges) {
        if (slope == 0 && distance < 0)
            return std::nullopt;
        if (slope < 0)
            begin = std::max(begin, distance / slope);
        if (slope > 0)
            end = std::min(end, distance / slope);
    }
    if (begin > end)
        return std::nullopt;
    const QPointF first = begin > 0 ? from + begin * QPointF(dx, dy) : from;
    const QPointF last = end < 1 ? from + end * QPointF(dx, dy) : to;
    return QLineF(first, last);
}

/// Strings points together to a shape.
class Pencil
{
public:
    Pencil(const PlotGeometry &geometry, qsizetype columns)
        : m_geometry(geometry)
        , m_marksAll(static_cast<double>(columns) * roomForDots < geometry.area().width())
    {
        constexpr double around = 8;
        m_box = geometry.area().adjusted(-around, -around, around, around);
        m_shape.pieces.reserve(columns * 3);
    }

    void lineTo(double x, double y)
    {
        const auto point = placeOf(x, y);
        if (!point)
            return lift();
        if (m_last && *m_last != *point) {
            draw(*m_last, *point);
            m_alone = false;
        }
        m_last = point;
        m_bar.reset();
        if (m_marksAll)
            mark();
    }

    /// A column of many points that ends at another place than it starts. Where it meets the bar beside it
    /// there is nothing to draw between them.
    void bar(double x, const series::Extremes &extremes, const QPointF &first, const QPointF &last)
    {
        const auto low = placeOf(x, extremes.least);
        const auto high = placeOf(x, extremes.greatest);
        if (!low || !high)
            return;
        const bool isFlat = low->y() - high->y() < smallestBar;
        if (isFlat && std::isfinite(first.y()) && std::isfinite(last.y()))
            return lineTo(last.x(), last.y());
        const Bar next{low->x(), high->y(), low->y()};
        if (!m_last || !m_bar || !meet(*m_bar, next))
            lineTo(first.x(), first.y());
        draw(*high, *low);
        if (isFlat)
            m_shape.dots.append(*low);
        m_alone = false;
        m_last = placeOf(last.x(), last.y());
        m_bar = m_last ? std::optional(next) : std::nullopt;
    }

    [[nodiscard]] LineShape shape()
    {
        lift();
        return std::move(m_shape);
    }

private:
    static constexpr double roomForDots = 24; // pixels a point
    static constexpr double smallestBar = 1; // pixels; a lower one is a piece of the line

    struct Bar
    {
        double left;
        double top;
        double bottom;
    };

    [[nodiscard]] bool meet(const Bar &a, const Bar &b) const
    {
        constexpr double nextColumn = 1.6; // device pixels
        return (b.left - a.left) * m_geometry.pixelRatio() < nextColumn && a.top <= b.bottom
            && b.top <= a.bottom;
    }

    [[nodiscard]] std::optional<QPointF> placeOf(double x, double y) const
    {
        const QPointF point(m_geometry.left(x), m_geometry.top(y));
        if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
            return std::nullopt;
        return point;
    }

    void draw(const QPointF &from, const QPointF &to)
    {
        if (const auto piece = clipped(from, to, m_box))
            m_shape.pieces.append(*piece);
    }

    void mark()
    {
        if (m_box.contains(*m_last))
            m_shape.dots.append(*m_last);
    }

    void lift()
    {
        if (m_last && m_alone && !m_marksAll)
            mark();
        m_last.reset();
        m_bar.reset();
        m_alone = true;
    }

    const PlotGeometry &m_geometry;
    bool m_marksAll;
    QRectF m_box;
    LineShape m_shape;
    std::optional<QPointF> m_last;
    std::optional<Bar> m_bar; ///< the last thing drawn
    bool m_alone = true;
};

void goThereAndBack(Pencil &pencil, double x, const series::Extremes &extremes, double first)
{
    const bool downFirst = !(first - extremes.least > extremes.greatest - first);
    pencil.lineTo(x, downFirst ? extremes.least : extremes.greatest);
    pencil.lineTo(x, downFirst ? extremes.greatest : extremes.least);
}

void drawColumn(Pencil &pencil, const series::Curve &curve, series::Line line, const series::Column &column,
    Stroke stroke)
{
    const QPointF first(curve.x(column.begin), curve.shown(column.begin, line));
    const QPointF last(curve.x(column.end - 1), curve.shown(column.end - 1, line));
    const std::size_t count = column.end - column.begin;
    const double middle = first.x() / 2 + last.x() / 2;
    if (count > 2 && !column.extremes.isEmpty() && stroke == Stroke::Separate)
        return pencil.bar(middle, column.extremes, first, last);
    pencil.lineTo(first.x(), first.y());
    if (count > 2 && !column.extremes.isEmpty())
        goThereAndBack(pencil, middle, column.extremes, first.y());
    if (count > 1)
        pencil.lineTo(last.x(), last.y());
}

const std::vector<double> &patternOf(Dash dash)
{
    static const std::vector<double> dashedPattern{4, 3};
    static const std::vector<double> dashDotPattern{5, 2.5, 1, 2.5};
    return dash == Dash::Dashed ? dashedPattern : dashDotPattern;
}

} // namespace

LineShape shapeOf(const series::Curve &curve, series::Line line, const PlotGeometry &geometry, Stroke stroke)
{
    const std::vector<series::Column> columns = curve.columns(line, geometry.x(), geometry.columns());
    Pencil pencil(geometry, static_cast<qsizetype>(columns.size()));
    for (const series::Column &column : columns)
        drawColumn(pencil, curve, line, column, stroke);
    return pencil.shape();
}

QList<QLineF> dashed(const QList<QLineF> &pieces, Dash dash, double width)
{
    if (dash == Dash::Solid)
        return pieces;
    const std::vector<double> &pattern = patternOf(dash);
    constexpr double speck = 1e-6; // pixels: less would not move `done` on
    QList<QLineF> dashes;
    std::size_t part = 0; // even: ink
    double left = pattern[0] * width;
    for (const QLineF &piece : pieces) {
        const double length = piece.length();
        for (double done = 0; done < length;) {
            const double next = std::min(length, done + left);
            if (part % 2 == 0)
                dashes.append({piece.pointAt(done / length), piece.pointAt(next / length)});
            left -= next - done;
            done = next;
            if (left <= speck) {
                part = (part + 1) % pattern.size();
                left = pattern[part] * width;
            }
        }
    }
    return dashes;
}

QList<QPolygonF> joined(const QList<QLineF> &pieces)
{
    QList<QPolygonF> lines;
    for (const QLineF &piece : pieces) {
        if (lines.isEmpty() || lines.last().last() != piece.p1())
            lines.append(QPolygonF{piece.p1()});
        lines.last().append(piece.p2());
    }
    return lines;
}

} // namespace atelier::ui
