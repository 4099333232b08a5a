#include "ui/widgets/IconTile.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"

#include <QPainter>

namespace atelier::ui {

IconTile::IconTile(QStringView icon, Tone tone, int side, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon.toString())
    , m_tone(tone)
{
    setFixedSize(side, side);
}

void IconTile::setLook(QStringView icon, Tone tone)
{
    m_icon = icon.toString();
    m_tone = tone;
    update();
}

void IconTile::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawIconTile(painter, rect(), m_icon, m_tone);
}

void drawIconTile(QPainter &painter, const QRect &box, QStringView icon, Tone tone)
{
    constexpr int largestOfSmallIcon = 28;
    const int px = box.height() <= largestOfSmallIcon ? 16 : 20;
    QRectF middle(0, 0, px, px);
    middle.moveCenter(QRectF(box).center());
    drawTint(painter, box, controlRadius, fillColor(tone), textColor(tone));
    paintIcon(painter, icon, middle, textColor(tone));
}

} // namespace atelier::ui
