#include "ui/graph/NodeItem.h"

#include "ui/graph/Canvas.h"
#include "ui/graph/Detail.h"
#include "ui/graph/NodeLook.h"
#include "ui/theme/Draw.h"
#include "ui/widgets/Focus.h"
#include "ui/widgets/ProgressBar.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr double reach = 8; // of ports, shadow and the ring of focus beyond the card
constexpr double ringGap = 3;
constexpr double textLeft = 54;
constexpr double nameTop = 12;
constexpr double detailTop = 31;
constexpr double textRight = 10;
constexpr double stateRoom = 34;
constexpr double portGrip = 9;
const QRectF card(0, 0, nodeWidth, nodeHeight);
const QRectF tile(12, 15, 32, 32);
const QRectF stateBox(nodeWidth - 28, 14, 16, 16);
const QRectF progressBox(12, nodeHeight - 7, nodeWidth - 24, 3);

QStaticText laidOut(const QString &text, const QFont &font, double width)
{
    // A line break in a name would become a second line.
    QStaticText result(QFontMetricsF(font).elidedText(text.simplified(), Qt::ElideRight, width));
    result.setTextFormat(Qt::PlainText);
    result.setPerformanceHint(QStaticText::AggressiveCaching);
    result.prepare({}, font);
    return result;
}

/// As large as the others' at their zoom, but never smaller than can be read.
QFont nameFont(const QPainter &painter)
{
    QFont font = canvasFont(TextStyle::BodyMedium);
    if (!isLegible(painter, TextStyle::BodyMedium))
        font.setPixelSize(static_cast<int>(std::ceil(leastText / painter.worldTransform().m11())));
    return font;
}

} // namespace

NodeItem::NodeItem(const GraphNode &node, int index)
    : m_node(node)
    , m_index(index)
{
    setZValue(2);
    layOutTexts();
}

void NodeItem::setNode(const GraphNode &node)
{
    m_node = node;
    layOutTexts();
    update();
}

void NodeItem::setChosen(bool chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    update();
}

QRectF NodeItem::boundingRect() const
{
    return card.adjusted(-reach, -reach, reach, reach);
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(card);
    return path;
}

QPointF NodeItem::inputAt(int port) const
{
    return {portOffset(nodeWidth, m_node.inputs.size(), port), 0};
}

QPointF NodeItem::outputAt(int port) const
{
    return {portOffset(nodeWidth, m_node.outputs.size(), port), nodeHeight};
}

QString NodeItem::toolTipAt(const QPointF &point) const
{
    const auto isNear = [&](const QPointF &port) { return (port - point).manhattanLength() < portGrip; };
    for (int i = 0; i < m_node.inputs.size(); ++i)
        if (isNear(inputAt(i)))
            return m_node.inputs[i].name;
    for (int i = 0; i < m_node.outputs.size(); ++i)
        if (isNear(outputAt(i)))
            return m_node.outputs[i].name;
    return spokenName(m_node);
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem * /*option*/, QWidget *widget)
{
    const Detail much = detail(*painter);
    painter->setRenderHint(QPainter::Antialiasing, much == Detail::Full);
    if (much == Detail::Box) {
        paintBox(*painter);
        return;
    }
    if (much == Detail::Title) {
        paintTitle(*painter);
        return;
    }
    paintCard(*painter, m_chosen && widget != nullptr && hasKeyboardFocus(*widget->parentWidget()));
    paintTexts(*painter);
    paintState(*painter, stateBox, m_node.state);
    if (m_node.isRunning() && m_node.progress)
        drawProgress(*painter, progressBox, {m_node.progress, m_node.state.tone, true}, Qt::LeftToRight);
    paintPorts(*painter);
}

void NodeItem::layOutTexts()
{
    m_nameFont = {}; // the name is laid out for the zoom at which it is painted
    m_detail = laidOut(m_node.detail, canvasFont(TextStyle::Caption), nodeWidth - textLeft - textRight);
}

void NodeItem::paintBox(QPainter &painter) const
{
    painter.fillRect(card, m_chosen ? colors().accent : stateSolid(m_node.state));
}

void NodeItem::paintTitle(QPainter &painter)
{
    painter.setPen(QPen(m_chosen ? colors().accentStroke : stateStroke(m_node.state), m_chosen ? 2 : 0));
    painter.setBrush(colors().surface);
    painter.drawRect(card);
    painter.fillRect(tile, fillColor(m_node.tone));
    paintName(painter, nodeWidth - textLeft - textRight, {});
}

void NodeItem::paintName(QPainter &painter, double room, std::optional<double> top)
{
    const QFont font = nameFont(painter);
    if (font != m_nameFont || room != m_nameRoom) {
        m_name = laidOut(m_node.title, font, room);
        m_nameFont = font;
        m_nameRoom = room;
    }
    painter.setFont(font);
    painter.setPen(colors().text);
    painter.drawStaticText(
        QPointF(textLeft, top.value_or((nodeHeight - m_name.size().height()) / 2)), m_name);
}

void NodeItem::paintCard(QPainter &painter, bool focused) const
{
    constexpr double glow = 0.22;
    const QColor stroke
        = m_chosen && m_node.state.tone == Tone::Neutral ? colors().accentStroke : stateStroke(m_node.state);
    if (m_chosen) {
        painter.setPen(QPen(withAlpha(colors().accentStroke, glow), 5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.adjusted(-2, -2, 2, 2), cardRadius + 2, cardRadius + 2);
    }
    painter.setPen(QPen(stroke, m_chosen ? 1.6 : 1.2));
    painter.setBrush(colors().surface);
    painter.drawRoundedRect(card, cardRadius, cardRadius);
    if (focused)
        drawFocusRing(painter, card.adjusted(-ringGap, -ringGap, ringGap, ringGap), cardRadius + ringGap);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fillColor(m_node.tone));
    painter.drawRoundedRect(tile, controlRadius + 1, controlRadius + 1);
    if (!m_node.icon.isEmpty())
        paintCanvasIcon(painter, m_node.icon, tile.adjusted(6, 6, -6, -6), textColor(m_node.tone));
}

void NodeItem::paintTexts(QPainter &painter)
{
    const bool hasDetail = isLegible(painter, TextStyle::Caption);
    paintName(painter, nodeWidth - textLeft - stateRoom, hasDetail ? std::optional(nameTop) : std::nullopt);
    if (!hasDetail)
        return;
    painter.setFont(canvasFont(TextStyle::Caption));
    painter.setPen(m_node.state.tone == Tone::Danger ? colors().dangerText : colors().text3);
    painter.drawStaticText(QPointF(textLeft, detailTop), m_detail);
}

void NodeItem::paintPorts(QPainter &painter) const
{
    for (int i = 0; i < m_node.inputs.size(); ++i)
        paintPort(painter, inputAt(i), m_node.inputs[i].type);
    for (int i = 0; i < m_node.outputs.size(); ++i)
        paintPort(painter, outputAt(i), m_node.outputs[i].type);
}

} // namespace atelier::ui
