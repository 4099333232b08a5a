#pragma once

class QMenu;
class QPoint;
class QWidget;

namespace atelier::ui {

/// Opens a menu at a place of a widget, moved sideways as far as it takes to stay inside the window.
void openInside(QMenu &menu, const QWidget &opener, const QPoint &place);

} // namespace atelier::ui
