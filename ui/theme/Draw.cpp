#include "ui/theme/Draw.h"

#include "ui/theme/InForce.h"

#include <QPainterPath>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr double markWidth = 1.8;

struct Reach
{
    int blur;
    int below;
};

Reach reachOf(Elevation elevation)
{
    switch (elevation) {
    case Elevation::Toast:
        return {10, 4};
    case Elevation::Menu:
        return {24, 6};
    case Elevation::Sheet:
        return {40, 12};
    }
    Q_UNREACHABLE();
}

void drawMark(QPainter &painter, const QRectF &box, CheckMark mark, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, markWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF origin = box.topLeft();
    if (mark == CheckMark::Dash)
        painter.drawLine(origin + QPointF(4.5, 8), origin + QPointF(11.5, 8));
    else
        painter.drawPolyline(
            QPolygonF{origin + QPointF(4, 8.3), origin + QPointF(6.9, 11.2), origin + QPointF(12, 5.2)});
}

} // namespace

void drawBox(QPainter &painter, const QRectF &box, double radius, const QBrush &fill, const QColor &stroke,
    double width)
{
    const bool stroked = stroke.alpha() > 0 && width > 0;
    const double inset = stroked ? width / 2 : 0;
    const double inner = std::max(0.0, radius - inset);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(stroked ? QPen(stroke, width) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), inner, inner);
    painter.restore();
}

void drawShadow(QPainter &painter, const QRectF &box, double radius, Elevation elevation)
{
    // Many faint boxes, each a little smaller: their sum falls off like a blur.
    constexpr double strength = 0.16;
    const auto [blur, below] = reachOf(elevation);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int reach = blur; reach > 0; reach -= 2) {
        const double nearness = 1.0 - static_cast<double>(reach) / blur;
        const QColor &shadow = colors().shadow;
        painter.setBrush(withAlpha(shadow, shadow.alphaF() * nearness * nearness * strength));
        painter.drawRoundedRect(
            box.adjusted(-reach, below - reach, reach, below + reach), radius + reach, radius + reach);
    }
    painter.restore();
}

void drawTint(QPainter &painter, const QRectF &box, double radius, const QColor &fill, const QColor &outline)
{
    drawBox(painter, box, radius, fill, inForce().outlined ? outline : QColor(Qt::transparent));
}

void drawFocusRing(QPainter &painter, const QRectF &box, double radius)
{
    drawBox(painter, box, radius, Qt::NoBrush, colors().strokeFocus, 2);
}

void drawStateLayer(QPainter &painter, const QRectF &box, double radius, State state)
{
    if (state.pressed)
        drawBox(painter, box, radius, colors().pressed);
    else if (state.on)
        drawBox(painter, box, radius, state.hovered ? colors().selectedHover : colors().selected);
    else if (state.hovered)
        drawBox(painter, box, radius, colors().hover);
}

void drawCheckBox(QPainter &painter, const QRectF &box, CheckMark mark, State state, bool enabled)
{
    const Colors &c = colors();
    painter.save();
    if (mark == CheckMark::None) {
        const QColor stroke = !enabled ? c.stroke : state.hovered ? c.accentStroke : c.strokeStrong;
        drawBox(painter, box, tagRadius, enabled ? c.field : c.canvas, stroke, 1.2);
    } else {
        const QColor fill = !enabled ? c.stroke : state.hovered ? c.accentHover : c.accent;
        drawBox(painter, box, tagRadius, fill);
        drawMark(painter, box, mark, enabled ? c.onAccent : c.disabled);
    }
    painter.restore();
}

QColor over(const QColor &layer, const QColor &base)
{
    const double share = layer.alphaF();
    const auto blend = [share](double above, double below) { return above * share + below * (1 - share); };
    return QColor::fromRgbF(static_cast<float>(blend(layer.redF(), base.redF())),
        static_cast<float>(blend(layer.greenF(), base.greenF())),
        static_cast<float>(blend(layer.blueF(), base.blueF())));
}

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

} // namespace atelier::ui
