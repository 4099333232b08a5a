#pragma once

#include <QWidget>

namespace atelier::ui {

/// True where a focus ring belongs: the widget has the focus, and it came by the keyboard.
[[nodiscard]] inline bool hasKeyboardFocus(const QWidget &widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

} // namespace atelier::ui
