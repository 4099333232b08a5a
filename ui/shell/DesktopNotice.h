#pragma once

#include <QString>

namespace atelier::ui {

/// Has the desktop show a notice, where it has a service for that; nobody waits for it.
void showOnDesktop(const QString &title, const QString &text);

} // namespace atelier::ui
