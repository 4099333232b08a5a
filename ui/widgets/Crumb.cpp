#include "ui/widgets/Crumb.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Focus.h"

#include <QPainter>

namespace atelier::ui {

Crumb::Crumb(const QString &name, QWidget *parent)
    : QPushButton(name, parent)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Crumb::sizeHint() const
{
    const QFontMetrics metrics(ui::font(TextStyle::Caption));
    return {metrics.horizontalAdvance(text()) + 1, metrics.height() + 2};
}

void Crumb::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    QFont caption = ui::font(TextStyle::Caption);
    caption.setUnderline(underMouse());
    painter.setFont(caption);
    painter.setPen(underMouse() ? colors().text : colors().text2);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (hasKeyboardFocus(*this))
        drawFocusRing(painter, rect(), 2);
}

} // namespace atelier::ui
