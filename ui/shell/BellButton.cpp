#include "ui/shell/BellButton.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"

#include <QPainter>
#include <QStyle>

namespace atelier::ui {

BellButton::BellButton(QWidget *parent)
    : IconButton(u"alert", tr("Notifications"), ControlSize::Normal, parent)
{
    setObjectName(QStringLiteral("bell"));
}

void BellButton::setUnread(int count)
{
    m_unread = count;
    setName(count == 0 ? tr("Notifications") : tr("Notifications, %n new", nullptr, count));
    update();
}

void BellButton::paintEvent(QPaintEvent *event)
{
    IconButton::paintEvent(event);
    if (m_unread == 0)
        return;
    constexpr int dot = 8;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect box
        = QStyle::visualRect(layoutDirection(), rect(), {width() / 2 + 3, height() / 2 - 11, dot, dot});
    drawBox(painter, box, dot / 2.0, colors().accentStroke, colors().chrome);
}

} // namespace atelier::ui
