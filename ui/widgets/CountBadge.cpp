#include "ui/widgets/CountBadge.h"

#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/AccessibleRole.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace atelier::ui {

CountBadge::CountBadge(int count, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    setCount(count);
}

void CountBadge::setCount(int count)
{
    m_text = locale().toString(count);
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

void CountBadge::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize CountBadge::sizeHint() const
{
    return badgeSize(m_text);
}

void CountBadge::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawBadge(painter, rect(), m_text, m_tone);
}

void CountBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

QSize badgeSize(const QString &text)
{
    const int height = scaled(18);
    return {std::max(height, QFontMetrics(font(TextStyle::MicroStrong)).horizontalAdvance(text) + scaled(12)),
        height};
}

void drawBadge(QPainter &painter, const QRect &box, const QString &text, Tone tone)
{
    drawTint(painter, box, box.height() / 2.0, fillColor(tone), textColor(tone));
    painter.setFont(font(TextStyle::MicroStrong));
    painter.setPen(textColor(tone));
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace atelier::ui
