#include "ui/widgets/Focus.h"

#include <QApplication>

namespace atelier::ui {

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
