#pragma once

#include "app/studio/Arguments.h"
#include "ui/shell/StartWindow.h"
#include "ui/shell/StudioWindow.h"

#include <QSettings>

#include <filesystem>
#include <memory>

namespace atelier::studio {

/// Opens workspaces in windows, one at a time.
class StudioProgram : public QObject
{
    Q_OBJECT

public:
    StudioProgram(ui::Theme &theme, QSettings &settings, std::filesystem::path resources);

    /// The workspace in the place of the one that was open.
    [[nodiscard]] Result<void> open(const std::filesystem::path &folder);
    /// Offers to make or open a workspace, and opens it.
    void start();
    /// The workspace that was named, or was open last, or the sample; NotFound where there is none.
    [[nodiscard]] static Result<std::filesystem::path> chooseWorkspace(const QString &named);

    /// After open().
    [[nodiscard]] ui::StudioWindow &window() { return *m_window; }
    /// After start().
    [[nodiscard]] ui::StartWindow &startWindow() { return *m_start; }

private:
    void openFirst(const std::filesystem::path &folder);
    void openOrSay(const std::filesystem::path &folder);

    QSettings &m_settings;
    ui::Theme &m_theme;
    const std::filesystem::path m_resources;
    std::unique_ptr<ui::StudioWindow> m_window;
    std::unique_ptr<ui::StartWindow> m_start;
};

} // namespace atelier::studio
