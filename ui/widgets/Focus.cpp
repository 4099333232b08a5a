#include "ui/widgets/Focus.h"

#include <QApplication>
#include <QContextMenuEvent>

namespace atelier::ui {

void openContextMenu()
{
    QWidget *const focused = QApplication::focusWidget();
    if (focused == nullptr)
        return;
    const QPoint place = focused->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, focused->mapToGlobal(place));
    QCoreApplication::sendEvent(focused, &event);
}

QWidget *firstControl(QWidget &area)
{
    for (QWidget *each = area.nextInFocusChain(); each != &area; each = each->nextInFocusChain())
        if (area.isAncestorOf(each) && each->isVisibleTo(&area) && takesTab(*each))
            return each;
    return nullptr;
}

bool moveFocusWithin(QWidget &area, bool next)
{
    QWidget *const focused = QApplication::focusWidget();
    QWidget *const start = focused != nullptr && area.isAncestorOf(focused) ? focused : &area;
    QWidget *widget = start;
    do {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
        if (!area.isAncestorOf(widget) || !widget->isVisibleTo(&area) || !takesTab(*widget))
            continue;
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    } while (widget != start);
    return true;
}

} // namespace atelier::ui
