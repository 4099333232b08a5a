#include "ui/graph/EdgeItem.h"

#include "ui/graph/Detail.h"
#include "ui/graph/NodeLook.h"
#include "ui/theme/Motion.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace atelier::ui {

namespace {

constexpr double margin = 4; // half of the widest pen and some more
constexpr double lineWidth = 1.7;
constexpr double thinBelow = 0.75; // where the line is hardly wider than a pixel
constexpr double activeWidth = 2.2;
constexpr double dash = 3; // in widths of the pen
constexpr std::chrono::milliseconds dashTime{600};

} // namespace

EdgeItem::EdgeItem(EdgeLine line, PortType type, EdgeWeight weight)
    : m_line(std::move(line))
    , m_box(m_line.curve.boundingRect().adjusted(-margin, -margin, margin, margin))
    , m_type(type)
    , m_weight(weight)
{
    setZValue(1);
    // Without it the exposed rectangle is always the whole item.
    setFlag(ItemUsesExtendedStyleOption);
}

void EdgeItem::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    update();
}

void EdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget * /*widget*/)
{
    const bool far = detail(*painter) != Detail::Full;
    QPen stroke = pen(painter->worldTransform().m11());
    if (far)
        stroke = QPen(stroke.color(), 0);
    painter->setRenderHint(QPainter::Antialiasing, !far);
    painter->setPen(stroke);
    painter->setBrush(Qt::NoBrush);
    // Stroking what leaves the view costs more than everything that is seen.
    const QRectF exposed = option->exposedRect.adjusted(-margin, -margin, margin, margin);
    const QPolygonF part = partWithin(far ? m_line.stops : m_line.curve, exposed);
    painter->drawPolyline(part);
}

// Lines of one pixel have a path of their own in the raster engine, three times as fast as any other.
QPen EdgeItem::pen(double scale) const
{
    if (!m_active && (m_weight == EdgeWeight::Thin || scale < thinBelow))
        return {edgeColor(m_type), 0};
    if (!m_active)
        return {edgeColor(m_type), lineWidth, Qt::SolidLine, Qt::RoundCap};
    QPen pen(colors().accentStroke, activeWidth, Qt::CustomDashLine, Qt::RoundCap);
    pen.setDashPattern({dash, dash});
    pen.setDashOffset(-motionPhase(dashTime) * 2 * dash);
    return pen;
}

} // namespace atelier::ui
