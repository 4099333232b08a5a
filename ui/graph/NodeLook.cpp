#include "ui/graph/NodeLook.h"

#include "ui/graph/Canvas.h"
#include "ui/theme/Draw.h"
#include "ui/widgets/Spinner.h"

#include <QPainter>
#include <QStringList>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

constexpr double dotRadius = 5.5;
constexpr double diamondReach = 6.5;
constexpr double squareHalf = 5;
constexpr double portOutline = 2.4;
constexpr double typeShare = 0.45; // of the port's colour in its edges

} // namespace

QColor stateStroke(const StateLook &state)
{
    if (state.tone == Tone::Neutral)
        return colors().stroke;
    return state.tone == Tone::Danger ? colors().dangerText : solidColor(state.tone);
}

QColor stateSolid(const StateLook &state)
{
    return state.tone == Tone::Neutral ? colors().strokeStrong : stateStroke(state);
}

QColor portColor(PortType type)
{
    switch (type) {
    case PortType::Data:
        return colors().portData;
    case PortType::Model:
        return colors().portModel;
    case PortType::Metrics:
        return colors().portMetrics;
    case PortType::Transform:
        return colors().portTransform;
    case PortType::Any:
        return colors().portAny;
    }
    Q_UNREACHABLE();
}

QColor edgeColor(PortType type)
{
    return over(withAlpha(portColor(type), typeShare), colors().strokeStrong);
}

void paintState(QPainter &painter, const QRectF &box, const StateLook &state)
{
    const bool neutral = state.tone == Tone::Neutral;
    const QColor color = neutral ? colors().text3 : textColor(state.tone);
    if (state.mark == Mark::Spinner)
        drawSpinner(painter, box, color);
    else if (state.mark == Mark::Icon)
        paintCanvasIcon(painter, state.icon, box, color, neutral ? IconShape::Outline : IconShape::Filled);
    else
        drawMark(painter, box, state, color);
}

void paintPort(QPainter &painter, const QPointF &center, PortType type)
{
    painter.setPen(QPen(colors().canvas, portOutline));
    painter.setBrush(portColor(type));
    if (type == PortType::Model)
        painter.drawPolygon(QPolygonF{center + QPointF(0, -diamondReach), center + QPointF(diamondReach, 0),
            center + QPointF(0, diamondReach), center + QPointF(-diamondReach, 0)});
    else if (type == PortType::Metrics)
        painter.drawRect(
            QRectF(center.x() - squareHalf, center.y() - squareHalf, 2 * squareHalf, 2 * squareHalf));
    else
        painter.drawEllipse(center, dotRadius, dotRadius);
}

double portOffset(double side, qsizetype ports, int port)
{
    if (port < 0 || port >= ports)
        return side / 2;
    return side * (port + 1) / static_cast<double>(ports + 1);
}

QString spokenName(const GraphNode &node)
{
    QStringList parts{node.state.text, node.detail};
    parts.removeAll(QString());
    return parts.isEmpty() ? node.title : u"%1: %2"_s.arg(node.title, parts.join(u", "_s));
}

} // namespace atelier::ui
