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

/// For focusNextPrevChild() of what covers the window: Tab goes around within an area. Always true.
bool moveFocusWithin(QWidget &area, bool next);

} // namespace atelier::ui
