#pragma once

#include "app/studio/Arguments.h"
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
    /// The workspace that was named, or was open last, or the sample.
    [[nodiscard]] static Result<std::filesystem::path> chooseWorkspace(const QString &named);

    [[nodiscard]] ui::StudioWindow &window() { return *m_window; }

private:
    void openOrSay(const std::filesystem::path &folder);

    QSettings &m_settings;
    ui::Theme &m_theme;
    const std::filesystem::path m_resources;
    std::unique_ptr<ui::StudioWindow> m_window;
};

} // namespace atelier::studio
