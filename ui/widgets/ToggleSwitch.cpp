#include "ui/widgets/ToggleSwitch.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Focus.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int trackWidth = 36;
constexpr int trackHeight = 20;
constexpr int ringRoom = 2;
constexpr int gap = 8;

} // namespace

ToggleSwitch::ToggleSwitch(const QString &text, QWidget *parent)
    : QCheckBox(text, parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
}

QSize ToggleSwitch::sizeHint() const
{
    const int label = text().isEmpty() ? 0 : gap + fontMetrics().horizontalAdvance(text());
    return {trackWidth + 2 * ringRoom + label, std::max(trackHeight + 2 * ringRoom, fontMetrics().height())};
}

void ToggleSwitch::paintEvent(QPaintEvent * /*event*/)
{
    const Colors &c = colors();
    QPainter painter(this);
    const QRect placed(ringRoom, (height() - trackHeight) / 2, trackWidth, trackHeight);
    const QRectF track = QStyle::visualRect(layoutDirection(), rect(), placed);
    const bool on = isChecked();
    if (on)
        drawBox(painter, track, trackHeight / 2.0,
            !isEnabled()       ? c.stroke
                : underMouse() ? c.accentHover
                               : c.accent);
    else
        drawBox(painter, track, trackHeight / 2.0,
            underMouse() && isEnabled() ? QBrush(c.hover) : Qt::NoBrush,
            isEnabled() ? c.strokeStrong : c.stroke, 1.2);
    const double side = on ? 14 : 12;
    const bool atRight = on == (layoutDirection() == Qt::LeftToRight);
    const QPointF center(atRight ? track.right() - 10 : track.left() + 10, track.center().y());
    drawBox(painter, QRectF(center - QPointF(side / 2, side / 2), QSizeF(side, side)), side / 2,
        !isEnabled() ? c.disabled
            : on     ? c.onAccent
                     : c.text2);
    if (hasKeyboardFocus(*this))
        drawFocusRing(painter, track.adjusted(-2, -2, 2, 2), trackHeight / 2.0 + 2);
    painter.setPen(isEnabled() ? c.text : c.disabled);
    const QRect label = rect().adjusted(trackWidth + 2 * ringRoom + gap, 0, 0, 0);
    painter.drawText(
        QStyle::visualRect(layoutDirection(), rect(), label), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace atelier::ui
