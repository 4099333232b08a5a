#include "ui/widgets/Card.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"

#include <QPainter>

namespace atelier::ui {

Card::Card(QWidget *parent)
    : QWidget(parent)
{
}

void Card::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawBox(painter, rect(), cardRadius, colors().surface, colors().strokeSubtle);
}

} // namespace atelier::ui
