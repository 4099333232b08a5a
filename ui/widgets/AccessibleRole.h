#pragma once

#include <QAccessible>

class QWidget;

namespace atelier::ui {

/// What a widget that Qt knows nothing of is for a screen reader; without it, it is "filler".
void setAccessibleRole(QWidget &widget, QAccessible::Role role);

} // namespace atelier::ui
