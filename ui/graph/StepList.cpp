#include "ui/graph/StepList.h"

#include <QtCore/qnamespace.h>

namespace atelier::ui {

int stepAfterKey(int key, int selected, int count)
{
    const bool none = selected < 0;
    const auto within = [count](int step) { return step < count ? step : -1; };
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Left:
    case Qt::Key_Backtab:
        return none ? count - 1 : selected - 1;
    case Qt::Key_Down:
    case Qt::Key_Right:
    case Qt::Key_Tab:
        return within(none ? 0 : selected + 1);
    case Qt::Key_Home:
        return within(0);
    case Qt::Key_End:
        return count - 1;
    default:
        return -1;
    }
}

} // namespace atelier::ui
