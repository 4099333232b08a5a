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

/// The cause of messages that go once the workspace's service answers again.
extern const QString missingService;

/// What is done with something, such as a job, as the matter of messages.
[[nodiscard]] QString matterOf(const char *verb, const std::string &name);

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

    std::function<void(const QString &what)> settle; ///< takes back messages of this matter or cause

    /// Says in red that something failed and why. It goes when its matter is settled and, where the service
    /// was missing, once that is back.
    void fail(const QString &title, const Error &error, const QString &matter) const;
    /// The same where it failed; else its matter is settled. Answers whether it succeeded.
    bool tell(const Result<void> &outcome, const QString &title, const QString &matter) const;

    /// Puts a text on the clipboard and says so by `done`.
    void copy(const QString &text, const QString &done) const;
};

} // namespace atelier::ui
