#include "ui/widgets/MenuPlace.h"

#include <QMenu>

#include <algorithm>

namespace atelier::ui {

void openInside(QMenu &menu, const QWidget &opener, const QPoint &place)
{
    const QWidget &window = *opener.window();
    const int start = window.mapToGlobal(QPoint()).x();
    const QPoint wanted = opener.mapToGlobal(place);
    const int last = start + window.width() - menu.sizeHint().width();
    menu.popup(QPoint(std::max(start, std::min(wanted.x(), last)), wanted.y()));
}

} // namespace atelier::ui
