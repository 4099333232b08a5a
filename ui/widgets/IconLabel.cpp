#include "ui/widgets/IconLabel.h"

#include "ui/theme/Icon.h"

#include <QPainter>

namespace atelier::ui {

IconLabel::IconLabel(QStringView icon, ColorRole color, int px, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon.toString())
    , m_color(color)
{
    setFixedSize(px, px);
}

void IconLabel::setLook(QStringView icon, ColorRole color)
{
    m_icon = icon.toString();
    m_color = color;
    update();
}

void IconLabel::setFilled(bool filled)
{
    m_filled = filled;
    update();
}

void IconLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintIcon(painter, m_icon, rect(), colors().*m_color, m_filled ? IconShape::Filled : IconShape::Outline);
}

} // namespace atelier::ui
