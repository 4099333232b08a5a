#include "ui/widgets/CardButton.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/widgets/Focus.h"

#include <QKeyEvent>
#include <QLayout>
#include <QPainter>

namespace atelier::ui {

namespace {

constexpr double chosenWidth = 1.6;

} // namespace

CardButton::CardButton(const QString &name, QWidget *parent)
    : QPushButton(parent)
{
    setAccessibleName(name);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize CardButton::sizeHint() const
{
    return layout() != nullptr ? layout()->totalSizeHint() : QPushButton::sizeHint();
}

QSize CardButton::minimumSizeHint() const
{
    return layout() != nullptr ? layout()->totalMinimumSize() : QPushButton::minimumSizeHint();
}

bool CardButton::hasHeightForWidth() const
{
    return layout() != nullptr && layout()->hasHeightForWidth();
}

int CardButton::heightForWidth(int width) const
{
    return hasHeightForWidth() ? layout()->totalHeightForWidth(width) : -1;
}

void CardButton::paintEvent(QPaintEvent * /*event*/)
{
    const Colors &c = colors();
    const bool hovered = underMouse() && isEnabled();
    QPainter painter(this);
    const QColor stroke = isChecked() ? c.accentStroke : hovered ? c.stroke : c.strokeSubtle;
    drawBox(painter, rect(), cardRadius, c.surface, stroke, isChecked() ? chosenWidth : 1);
    if (isChecked())
        drawBox(painter, rect(), cardRadius, c.accentSubtle);
    drawStateLayer(painter, rect(), cardRadius, {hovered && !isChecked(), isDown(), false});
    if (hasKeyboardFocus(*this))
        drawFocusRing(painter, rect(), cardRadius);
}

void CardButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace atelier::ui
