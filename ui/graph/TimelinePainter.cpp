#include "ui/graph/TimelinePainter.h"

#include "ui/graph/NodeLook.h"
#include "ui/graph/TimeText.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr int edge = 8; // between the selected row's fill and the view's sides
constexpr int signLeft = 18;
constexpr int signSide = 14;
constexpr int nameLeft = 38;
constexpr int timeRight = 16;
constexpr double barRadius = 3;
constexpr double leastBar = 4;
constexpr double tickDistance = 66;
constexpr double pathBelowBar = 2.5;
constexpr double expectedFill = 0.18;

QColor barColor(const GraphNode &node)
{
    return solidColor(node.reused ? Tone::Neutral : node.state.tone);
}

} // namespace

TimelineMeasures TimelineMeasures::forWidth(int width)
{
    return {scaled(26), scaled(25), scaled(12), std::min(scaled(186), width / 3), scaled(112)};
}

TimelinePainter::TimelinePainter(QPainter &painter, int width, double end)
    : m_painter(painter)
    , m_width(width)
    , m_measures(TimelineMeasures::forWidth(width))
    , m_axis{static_cast<double>(m_measures.label),
          std::max(1.0, static_cast<double>(width - m_measures.label - m_measures.time)), end}
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setLayoutDirection(Qt::LeftToRight);
}

void TimelinePainter::paintRow(const TimelineRow &row, double y)
{
    const QRectF box(edge, y, m_width - 2 * edge, m_measures.row);
    if (row.chosen)
        drawBox(m_painter, box, controlRadius - 1, colors().selected);
    if (row.focused)
        drawFocusRing(m_painter, box, controlRadius - 1);
    paintLabel(row, box);
    paintBars(row, box.center().y());
    m_painter.setFont(font(TextStyle::Caption));
    m_painter.setPen(row.node.state.tone == Tone::Danger ? colors().dangerText : colors().text2);
    const QRectF time(m_width - m_measures.time, y, m_measures.time - scaled(timeRight), m_measures.row);
    m_painter.drawText(time, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
        m_painter.fontMetrics().elidedText(row.time, Qt::ElideRight, static_cast<int>(time.width())));
}

void TimelinePainter::paintGrid(double top, double bottom)
{
    for (const double tick : m_axis.ticks(scaled(tickDistance)))
        m_painter.fillRect(QRectF(std::round(m_axis.x(tick)), top, 1, bottom - top), colors().strokeSubtle);
}

void TimelinePainter::paintAxis(std::optional<double> now, double bottom)
{
    m_painter.setFont(font(TextStyle::MicroStrong));
    const QString nowText = now ? TimeText::now(*now) : QString();
    const double pillWidth = m_painter.fontMetrics().horizontalAdvance(nowText) + scaled(8);
    const double nowX = now ? m_axis.x(*now) : 0;
    const QRectF pill(nowX - pillWidth / 2, scaled(3), pillWidth, scaled(18));
    m_painter.setFont(font(TextStyle::Micro));
    m_painter.setPen(colors().text3);
    for (const double tick : m_axis.ticks(scaled(tickDistance))) {
        const QString text = TimeText::clock(tick);
        const double width = m_painter.fontMetrics().horizontalAdvance(text) + 2;
        const QRectF box(m_axis.x(tick) - width / 2, scaled(4), width, scaled(16));
        if (!now || !box.adjusted(-4, 0, 4, 0).intersects(pill))
            m_painter.drawText(box, Qt::AlignCenter, text);
    }
    if (!now)
        return;
    m_painter.fillRect(QRectF(std::floor(nowX), pill.bottom(), 1.5, bottom - pill.bottom()), colors().text2);
    drawBox(m_painter, pill, pill.height() / 2, colors().text2);
    m_painter.setFont(font(TextStyle::MicroStrong));
    m_painter.setPen(colors().surface);
    m_painter.drawText(pill, Qt::AlignCenter, nowText);
}

void TimelinePainter::paintPath(const std::vector<StepSpan> &path, const std::vector<double> &y)
{
    const double below = m_measures.row / 2.0 + m_measures.bar / 2.0 + pathBelowBar;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const double begin = m_axis.x(*path[i].begin);
        const double end = std::max(m_axis.x(*path[i].finish()), begin + leastBar);
        m_painter.setPen(QPen(colors().warningText, 2, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(QPointF(begin, y[i] + below), QPointF(end, y[i] + below));
        if (i + 1 == path.size())
            continue;
        m_painter.setPen(QPen(colors().warningText, 1.4));
        const QPointF corner(end, y[i + 1] + below);
        m_painter.drawPolyline(
            QPolygonF{{end, y[i] + below}, corner, {m_axis.x(*path[i + 1].begin), corner.y()}});
    }
}

void TimelinePainter::paintLabel(const TimelineRow &row, const QRectF &box)
{
    const int side = scaled(signSide);
    paintState(
        m_painter, QRectF(scaled(signLeft), box.center().y() - side / 2.0, side, side), row.node.state);
    m_painter.setFont(font(row.critical ? TextStyle::CaptionStrong : TextStyle::Caption));
    m_painter.setPen(row.critical ? colors().text : colors().text2);
    const int room = m_measures.label - scaled(nameLeft) - edge;
    m_painter.drawText(QRectF(scaled(nameLeft), box.y(), room, box.height()),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        m_painter.fontMetrics().elidedText(row.node.title.simplified(), Qt::ElideRight, room));
}

void TimelinePainter::paintBars(const TimelineRow &row, double middle)
{
    const StepSpan &span = row.span;
    if (span.ready && row.waitsUntil)
        paintWait(*span.ready, *row.waitsUntil, middle);
    if (!span.begin)
        return;
    const QColor color = barColor(row.node);
    if (span.expectedEnd)
        paintExpected(bar(span.reached.value_or(*span.begin), *span.expectedEnd, middle), color);
    if (span.reached)
        drawBox(m_painter, bar(*span.begin, *span.reached, middle), barRadius, color);
}

void TimelinePainter::paintWait(double from, double to, double middle)
{
    constexpr double worthALine = 10;
    constexpr double gap = 2;
    if (m_axis.x(to) - m_axis.x(from) < worthALine)
        return;
    QPen pen(colors().strokeStrong, 1.2, Qt::CustomDashLine);
    pen.setDashPattern({2, 3});
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(m_axis.x(from), middle), QPointF(m_axis.x(to) - gap, middle));
}

void TimelinePainter::paintExpected(const QRectF &bar, const QColor &color)
{
    m_painter.setPen(QPen(color, 1, Qt::DashLine));
    m_painter.setBrush(withAlpha(color, expectedFill));
    m_painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), barRadius, barRadius);
}

QRectF TimelinePainter::bar(double from, double to, double middle) const
{
    const double height = m_measures.bar;
    return {m_axis.x(from), middle - height / 2, std::max(leastBar, m_axis.x(to) - m_axis.x(from)), height};
}

} // namespace atelier::ui
