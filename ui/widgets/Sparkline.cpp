#include "ui/widgets/Sparkline.h"

#include "ui/theme/Draw.h"
#include "ui/widgets/AccessibleRole.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace atelier::ui {

namespace {

constexpr double lineWidth = 1.5;
constexpr double fillTop = 0.26;
constexpr double fillBottom = 0.02;

SparkRange rangeOf(const QList<double> &points)
{
    SparkRange range{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
    for (const double point : points) {
        if (!std::isfinite(point))
            continue;
        range.low = std::min(range.low, point);
        range.high = std::max(range.high, point);
    }
    return range;
}

// The finite stretches of the line, within a box.
QList<QPolygonF> stretches(const QRectF &box, const QList<double> &points, const SparkRange &range)
{
    const auto [low, high] = range;
    const double spread = high - low;
    QList<QPolygonF> found(1);
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (!std::isfinite(points[i])) {
            found.emplace_back();
            continue;
        }
        // What never changed runs along the middle.
        const double share = spread > 0 ? (points[i] - low) / spread : 0.5;
        const double x
            = box.x() + box.width() * static_cast<double>(i) / static_cast<double>(points.size() - 1);
        found.back() << QPointF(x, box.bottom() - lineWidth - (box.height() - 2 * lineWidth) * share);
    }
    return found;
}

void fillBelow(QPainter &painter, const QRectF &box, const QPolygonF &line, const QColor &color)
{
    QPolygonF area = line;
    area << QPointF(line.last().x(), box.bottom()) << QPointF(line.first().x(), box.bottom());
    QLinearGradient gradient(box.topLeft(), box.bottomLeft());
    gradient.setColorAt(0, withAlpha(color, fillTop));
    gradient.setColorAt(1, withAlpha(color, fillBottom));
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawPolygon(area);
}

} // namespace

Sparkline::Sparkline(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::Chart);
    setAccessibleName(name);
}

void Sparkline::setPoints(const QList<double> &points)
{
    m_points = points;
    update();
}

void Sparkline::setColor(ColorRole color)
{
    m_color = color;
    update();
}

void Sparkline::setRange(const SparkRange &range)
{
    m_range = range;
    update();
}

void Sparkline::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawSparkline(painter, rect(), m_points, colors().*m_color, layoutDirection(), m_range);
}

void drawSparkline(QPainter &painter, const QRectF &box, const QList<double> &points, const QColor &color,
    Qt::LayoutDirection direction, const std::optional<SparkRange> &range)
{
    if (points.size() < 2)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (direction == Qt::RightToLeft) {
        painter.translate(2 * box.center().x(), 0);
        painter.scale(-1, 1);
    }
    const QRectF inner = box.adjusted(1, 0, -1, 0);
    for (const QPolygonF &line : stretches(inner, points, range ? *range : rangeOf(points))) {
        if (line.size() < 2)
            continue;
        fillBelow(painter, inner, line, color);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
    }
    painter.restore();
}

} // namespace atelier::ui
