#include "ui/graph/TimelineView.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QTextDocument>
#include <QToolTip>

namespace atelier::ui {

// Who comes by Tab goes on with a step that is chosen already.
void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byTab && selectedStep() < 0)
        selectStep(0);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int step = stepAfterKey(event->key(), selectedStep(), stepCount());
    if (step >= 0)
        selectStep(step);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && selectedStep() >= 0)
        openStep(selectedStep());
    else
        event->ignore();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        selectStep(stepAt(event->pos().y()));
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        openStep(stepAt(event->pos().y()));
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int step = stepAt(help->pos().y());
    QToolTip::showText(help->globalPos(), step < 0 ? QString() : Qt::convertFromPlainText(stepName(step)),
        viewport(), step < 0 ? QRect() : stepRect(step));
    return true;
}

} // namespace atelier::ui
