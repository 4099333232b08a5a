#include "ui/plot/PlotPainter.h"

#include "ui/text/Format.h"
#include "ui/theme/Draw.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr double lineWidth = 2;
constexpr double plainLineWidth = 1.5;
constexpr double rawStrength = 0.4;
constexpr double dotRadius = 2.5;
constexpr double clipMargin = 3; // for half a line or dot on the edge
constexpr double tickLength = 4;

QPen penFor(const QColor &color, double width, PlotTarget target)
{
    // Square ends let short pieces meet without a notch; the painter has a fast path for them.
    const bool pixels = target == PlotTarget::Pixels;
    return {color, width, Qt::SolidLine, pixels ? Qt::SquareCap : Qt::FlatCap,
        pixels ? Qt::BevelJoin : Qt::RoundJoin};
}

} // namespace

PlotPainter::PlotPainter(
    QPainter &painter, const PlotLook &look, const PlotGeometry &geometry, PlotTarget target)
    : m_painter(painter)
    , m_look(look)
    , m_geometry(geometry)
    , m_target(target)
    , m_hairline(std::max(1.0, std::floor(geometry.pixelRatio())) / geometry.pixelRatio())
{
    m_painter.setLayoutDirection(Qt::LeftToRight);
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void PlotPainter::drawAxes()
{
    m_painter.setFont(m_look.axisFont);
    for (const series::Tick &tick : m_geometry.yTicks())
        drawYTick(tick);
    const QRectF &area = m_geometry.area();
    m_painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), m_hairline), m_look.grid);
    for (const series::Tick &tick : m_geometry.xTicks())
        drawXTick(tick);
}

void PlotPainter::drawLines(const std::vector<DrawnLine> &lines, double smoothing)
{
    m_painter.save();
    m_painter.setClipRect(m_geometry.area().adjusted(-clipMargin, -clipMargin, clipMargin, clipMargin));
    // Translucent bars of one device pixel side by side cover nothing twice.
    const double rawWidth = 1 / m_geometry.pixelRatio();
    for (const DrawnLine &line : lines) {
        LineLook look = lineLook(m_look, line.color);
        if (smoothing > 0) {
            look.color = withAlpha(look.color, rawStrength);
            look.dash = Dash::Solid;
        }
        drawCurve(*line.curve, series::Line::Raw, look, smoothing > 0 ? rawWidth : plainLineWidth);
    }
    if (smoothing > 0)
        for (const DrawnLine &line : lines)
            drawCurve(*line.curve, series::Line::Smoothed, lineLook(m_look, line.color), lineWidth);
    m_painter.restore();
}

void PlotPainter::drawLeftOut(const std::vector<DrawnLine> &lines)
{
    constexpr int markWidth = 6;
    const int columns = std::max(1, static_cast<int>(m_geometry.area().width() / markWidth));
    for (const DrawnLine &line : lines) {
        m_painter.setPen(QPen(lineLook(m_look, line.color).color, plainLineWidth));
        m_painter.setBrush(lineLook(m_look, line.color).color);
        for (const series::LeftOut kind : series::leftOutKinds)
            for (const double x : line.curve->leftOutColumns(kind, m_geometry.x(), columns))
                drawMark(kind, m_geometry.left(x));
    }
}

void PlotPainter::drawYTick(const series::Tick &tick)
{
    constexpr double gap = 5;
    const QRectF &area = m_geometry.area();
    const double top = m_geometry.top(tick.at);
    m_painter.fillRect(QRectF(area.left(), m_geometry.onPixel(top), area.width(), m_hairline), m_look.grid);
    const double height = QFontMetricsF(m_look.axisFont).height();
    m_painter.setPen(m_look.axis);
    m_painter.drawText(QRectF(0, top - height / 2, area.left() - gap, height),
        Qt::AlignRight | Qt::AlignVCenter, numberText(tick.label));
}

void PlotPainter::drawXTick(const series::Tick &tick)
{
    constexpr double gap = 6;
    const QRectF &area = m_geometry.area();
    const double left = m_geometry.left(tick.at);
    const double edge = std::min(m_geometry.onPixel(left), area.right() - m_hairline);
    m_painter.fillRect(QRectF(edge, area.bottom(), m_hairline, tickLength), m_look.grid);
    const QFontMetricsF metrics(m_look.axisFont);
    const QString label = numberText(tick.label);
    const double width = metrics.horizontalAdvance(label);
    m_painter.setPen(m_look.axis);
    m_painter.drawText(QRectF(left - width, area.bottom() + gap, 2 * width, metrics.height()),
        Qt::AlignHCenter | Qt::AlignTop, label);
}

void PlotPainter::drawCurve(const series::Curve &curve, series::Line line, const LineLook &look, double width)
{
    const Stroke stroke = m_target == PlotTarget::Pixels ? Stroke::Separate : Stroke::Continuous;
    const LineShape shape = shapeOf(curve, line, m_geometry, stroke);
    const QList<QLineF> pieces = dashed(shape.pieces, look.dash, width);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(penFor(look.color, width, m_target));
    if (look.dash != Dash::Solid)
        m_painter.setPen(QPen(look.color, width, Qt::SolidLine, Qt::FlatCap));
    if (m_target == PlotTarget::Pixels)
        m_painter.drawLines(pieces);
    else
        for (const QPolygonF &polyline : joined(pieces))
            m_painter.drawPolyline(polyline);
    m_painter.setPen(QPen(look.color, 2 * dotRadius, Qt::SolidLine, Qt::RoundCap));
    m_painter.drawPoints(shape.dots.constData(), static_cast<int>(shape.dots.size()));
}

void PlotPainter::drawMark(series::LeftOut kind, double left)
{
    constexpr double reach = 3;
    const double top = m_geometry.area().top();
    const double bottom = m_geometry.area().bottom();
    switch (kind) {
    case series::LeftOut::PlusInfinity:
        m_painter.drawPolygon(QPolygonF{
            {left, top + 1}, {left - reach, top + 1 + 2 * reach}, {left + reach, top + 1 + 2 * reach}});
        break;
    case series::LeftOut::MinusInfinity:
        m_painter.drawPolygon(QPolygonF{{left, bottom - 1}, {left - reach, bottom - 1 - 2 * reach},
            {left + reach, bottom - 1 - 2 * reach}});
        break;
    case series::LeftOut::NotANumber:
        m_painter.drawLine(QLineF(left - reach, bottom - 1 - 2 * reach, left + reach, bottom - 1));
        m_painter.drawLine(QLineF(left - reach, bottom - 1, left + reach, bottom - 1 - 2 * reach));
        break;
    case series::LeftOut::NotPositive:
        m_painter.drawLine(QLineF(left, bottom - 1, left, bottom - 1 - 2 * reach));
        break;
    }
}

void drawSwatch(QPainter &painter, const QRectF &box, const LineLook &look)
{
    constexpr double radius = 2;
    constexpr double gap = 1.5;
    const int parts = static_cast<int>(look.dash) + 1;
    const double width = (box.width() - gap * (parts - 1)) / parts;
    for (int i = 0; i < parts; ++i)
        drawBox(painter, {box.left() + i * (width + gap), box.top(), width, box.height()}, radius / parts,
            look.color);
}

} // namespace atelier::ui
