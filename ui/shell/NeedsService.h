#pragma once

#include "core/client/WorkspaceConnection.h"

#include <QString>

class QAction;
class QWidget;

namespace atelier::ui {

/// Disables a control, or all that is in an area, while calls of the service would have no outcome, and lets
/// its tool tip say why. Nobody else may enable or disable it: what has a reason of its own goes into an
/// area.
void needsService(QWidget &area, WorkspaceConnection &connection);
/// The same for what can be done from anywhere.
void needsService(QAction &action, WorkspaceConnection &connection);

/// Why calls would have no outcome; "" where they have.
[[nodiscard]] QString whyNoService(ServiceState state);

} // namespace atelier::ui
