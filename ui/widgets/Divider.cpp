#include "ui/widgets/Divider.h"

#include "ui/theme/Colors.h"

#include <QPainter>

namespace atelier::ui {

Divider::Divider(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Divider::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), colors().strokeSubtle);
}

} // namespace atelier::ui
