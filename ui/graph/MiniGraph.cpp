#include "ui/graph/MiniGraph.h"

#include "ui/graph/Canvas.h"
#include "ui/graph/Detail.h"
#include "ui/graph/EdgeLine.h"
#include "ui/graph/GraphModel.h"
#include "ui/graph/NodeLook.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Motion.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/ProgressBar.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

constexpr QSize naturalSize(332, 176);
constexpr double innerMargin = 12;
constexpr QSizeF nodeSize(90, 36);
constexpr double rankPitch = 109;
constexpr double widePitch = 88; // of two nodes that have the height to themselves
constexpr double closePitch = 48;
constexpr double bendPitch = 12;
constexpr double iconSide = 16;
constexpr double titleLeft = 31;
constexpr double titleRight = 6;
constexpr double badgeSide = 13;
constexpr double badgeInset = 2; // of its centre from the corner
constexpr double linkWidth = 1.7;

/// As wide apart as the height allows.
double pitchFor(const GraphLayout &close)
{
    double height = 0;
    for (const LayoutPoint &node : close.nodes)
        height = std::max(height, node.y);
    const double room = naturalSize.height() - 2 * innerMargin - nodeSize.height();
    return height > 0 ? std::clamp(closePitch * room / height, closePitch, widePitch) : closePitch;
}

/// On the border, which it hides: some signs are outlines.
void paintBadge(QPainter &painter, const StateLook &state, const QPointF &center)
{
    const QRectF box(center.x() - badgeSide / 2, center.y() - badgeSide / 2, badgeSide, badgeSide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors().surface);
    painter.drawEllipse(box);
    paintState(painter, box, state);
}

} // namespace

MiniGraph::MiniGraph(GraphModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::Graphic);
    connect(&model, &GraphModel::structureChanged, this, &MiniGraph::layOut);
    connect(&model, &GraphModel::nodeChanged, this, &MiniGraph::describe);
    layOut();
}

QSize MiniGraph::sizeHint() const
{
    return {scaled(naturalSize.width()), scaled(naturalSize.height())};
}

void MiniGraph::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    drawBox(painter, rect(), cardRadius, colors().sunken, colors().strokeSubtle);
    paintDots(painter, rect().adjusted(2, 2, -2, -2), {}, canvasScale());
    const QSizeF room(width() - 2 * innerMargin, height() - 2 * innerMargin);
    const double scale
        = std::min({canvasScale(), room.width() / m_content.width(), room.height() / m_content.height()});
    painter.translate(QRectF(rect()).center());
    painter.scale(scale, scale);
    painter.translate(-m_content.center());
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_model.links().size(); ++i)
        paintLink(painter, m_model.links()[i], m_layout.bends[static_cast<std::size_t>(i)]);
    for (int i = 0; i < m_model.nodes().size(); ++i)
        paintNode(painter, i);
}

void MiniGraph::timerEvent(QTimerEvent * /*event*/)
{
    if (isVisible() && !reducedMotion())
        update();
}

void MiniGraph::layOut()
{
    const Digraph graph = m_model.digraph();
    const auto laidOut = [&](double nodePitch) {
        return layeredLayout(graph, {rankPitch, nodePitch, bendPitch}, FlowDirection::Right);
    };
    m_layout = laidOut(closePitch);
    if (const double pitch = pitchFor(m_layout); pitch > closePitch)
        m_layout = laidOut(pitch);
    m_content = QRectF(QPointF(), nodeSize);
    for (int i = 0; i < m_model.nodes().size(); ++i)
        m_content |= box(i);
    describe();
}

void MiniGraph::describe()
{
    QStringList steps;
    bool moving = false;
    for (const int index : m_model.order()) {
        steps.append(spokenName(m_model.nodes()[index]));
        moving = moving || m_model.nodes()[index].isRunning();
    }
    setAccessibleName(tr("Graph of the steps"));
    setAccessibleDescription(steps.join(u"; "_s));
    if (!moving)
        m_motion.stop();
    else if (!m_motion.isActive())
        m_motion.start(frameMs, this);
    update();
}

void MiniGraph::paintLink(
    QPainter &painter, const GraphLink &link, const std::vector<LayoutPoint> &bends) const
{
    QPolygonF passed;
    for (const LayoutPoint &bend : bends)
        passed << QPointF(bend.x + nodeSize.width() / 2, bend.y + nodeSize.height() / 2);
    const QRectF from = box(link.from);
    const QRectF to = box(link.to);
    const auto turn = [](const QPointF &point) { return QPointF(point.y(), point.x()); };
    // Edges are made for graphs that lead downwards.
    const EdgeLine line = edgeLine(turn({from.right(), from.center().y()}),
        turn({to.left(), to.center().y()}), turned(passed), nodeSize.width());
    const GraphNode &source = m_model.nodes()[link.from];
    painter.setPen(QPen(edgeColor(source.outputs.value(link.output, {{}, PortType::Any}).type), linkWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(turned(line.curve));
}

void MiniGraph::paintNode(QPainter &painter, int index) const
{
    const GraphNode &node = m_model.nodes()[index];
    const QRectF card = box(index);
    const bool quiet = node.state.tone == Tone::Neutral;
    drawBox(painter, card, controlRadius, colors().surface, stateStroke(node.state), quiet ? 1 : 1.4);
    if (detail(painter) != Detail::Full)
        return;
    paintContent(painter, node, card);
    if (node.isRunning())
        drawProgress(painter, QRectF(card.x() + 8, card.bottom() - 6, card.width() - 16, 3),
            {node.progress, node.state.tone, true}, Qt::LeftToRight);
    else if (!quiet || node.reused)
        paintBadge(painter, node.state, card.topRight() + QPointF(-badgeInset, badgeInset));
}

void MiniGraph::paintContent(QPainter &painter, const GraphNode &node, const QRectF &card) const
{
    const bool hasTitle = isLegible(painter, TextStyle::BodyMedium);
    const QPointF corner(
        hasTitle ? card.x() + 10 : card.center().x() - iconSide / 2, card.center().y() - iconSide / 2);
    if (!node.icon.isEmpty())
        paintCanvasIcon(painter, node.icon, QRectF(corner, QSizeF(iconSide, iconSide)),
            node.isRunning() ? colors().accentText : colors().text2);
    if (!hasTitle)
        return;
    painter.setFont(canvasFont(TextStyle::BodyMedium));
    painter.setPen(colors().text);
    const double room = card.width() - titleLeft - titleRight;
    painter.drawText(card.adjusted(titleLeft, 0, -titleRight, 0),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(node.title.simplified(), Qt::ElideRight, static_cast<int>(room)));
}

QRectF MiniGraph::box(int index) const
{
    const LayoutPoint &at = m_layout.nodes[static_cast<std::size_t>(index)];
    return {QPointF(at.x, at.y), nodeSize};
}

} // namespace atelier::ui
