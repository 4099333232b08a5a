#pragma once

#include "core/client/WorkspaceConnection.h"
#include "ui/shell/Actions.h"
#include "ui/shell/Navigator.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Toast.h"

#include <QSettings>

#include <filesystem>
#include <functional>

namespace atelier::ui {

/// What pages are given: the workspace that is open, and the window around them. All of it outlives them.
struct Studio
{
    WorkspaceConnection &connection;
    Navigator &navigator;
    Theme &theme;
    QSettings &settings;
    const Actions &actions;
    std::filesystem::path resources; ///< the program's own: the sample
    std::function<Toast *(const ToastMessage &)> notify; ///< the toast goes by itself: hold it in a QPointer

    /// Puts a text on the clipboard and says so by `done`.
    void copy(const QString &text, const QString &done) const;
};

} // namespace atelier::ui
