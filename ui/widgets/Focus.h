#pragma once

#include <QWidget>

namespace atelier::ui {

/// True where a focus ring belongs: the widget has the focus, and it came by the keyboard.
[[nodiscard]] inline bool hasKeyboardFocus(const QWidget &widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

[[nodiscard]] inline bool takesTab(const QWidget &widget)
{
    return widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

/// The first control of an area in the order of Tab; none where it has none.
[[nodiscard]] QWidget *firstControl(QWidget &area);

/// As the menu key does; X11 has no other key for it by itself. Nothing happens where nothing has a menu.
void openContextMenu();

/// For focusNextPrevChild() of what covers the window: Tab goes around within an area. Always true.
bool moveFocusWithin(QWidget &area, bool next);

} // namespace atelier::ui
