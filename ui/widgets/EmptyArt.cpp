#include "ui/widgets/EmptyArt.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"

#include <QPainter>

namespace atelier::ui {

namespace {

constexpr double barHeight = 5;

void drawBar(QPainter &painter, QPointF start, double width)
{
    drawBox(painter, QRectF(start, QSizeF(width, barHeight)), barHeight / 2, withAlpha(colors().text3, 0.35));
}

void drawBackCard(QPainter &painter, QPointF center, double degrees)
{
    painter.save();
    painter.setOpacity(0.8);
    painter.translate(center);
    painter.rotate(degrees);
    drawBox(painter, QRectF(-46, -36, 92, 72), cardRadius, colors().surface, colors().stroke);
    drawBar(painter, {-34, 8}, 68);
    drawBar(painter, {-34, 18}, 44);
    painter.restore();
}

void drawFrontCard(QPainter &painter, QPointF center, QStringView icon)
{
    painter.save();
    painter.translate(center);
    const QRectF card(-52, -46, 104, 88);
    drawShadow(painter, card, dialogRadius, Elevation::Menu);
    drawBox(painter, card, dialogRadius, colors().raised, colors().stroke);
    drawBox(painter, QRectF(-20, -32, 40, 40), 10, colors().accentSubtle);
    paintIcon(painter, icon, QRectF(-10, -22, 20, 20), colors().accentText, IconShape::Filled);
    drawBar(painter, {-34, 18}, 68);
    drawBar(painter, {-22, 28}, 44);
    painter.restore();
}

} // namespace

EmptyArt::EmptyArt(QStringView icon, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon.toString())
{
    setFixedSize(240, 128);
}

void EmptyArt::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QPointF center = QRectF(rect()).center();
    drawBackCard(painter, center + QPointF(-52, 8), -9);
    drawBackCard(painter, center + QPointF(52, 8), 9);
    drawFrontCard(painter, center, m_icon);
}

} // namespace atelier::ui
