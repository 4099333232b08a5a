#include "ui/widgets/SideScroll.h"

#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace atelier::ui {

SideScroll::SideScroll(const QString &name, QWidget *contents, QWidget *parent)
    : QScrollArea(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWidgetResizable(true);
    setWidget(contents);
    contents->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    contents->installEventFilter(this);
}

QSize SideScroll::sizeHint() const
{
    const QSize size = widget()->sizeHint();
    return {size.width(), size.height() + horizontalScrollBar()->sizeHint().height()};
}

bool SideScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void SideScroll::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    if (std::abs(turn.x()) > std::abs(turn.y()) || event->modifiers().testFlag(Qt::ShiftModifier))
        QScrollArea::wheelEvent(event);
    else
        event->ignore(); // the page's
}

} // namespace atelier::ui
