#pragma once

#include "ui/widgets/Pane.h"

#include <filesystem>

namespace atelier::ui {

class ActiveJobs;
class BellButton;
class Button;
class IconButton;
class WorkspaceButton;

/// The window's head: workspace, search, what runs, and the theme.
class CommandBar : public Pane
{
    Q_OBJECT

public:
    explicit CommandBar(const std::filesystem::path &workspace, QWidget *parent = nullptr);

    void showJobs(const ActiveJobs &jobs);
    void setUnread(int count);
    void setDark(bool dark);
    [[nodiscard]] WorkspaceButton &workspace() { return *m_workspace; }

Q_SIGNALS:
    void searchRequested();
    void runningRequested();
    void notificationsRequested();
    void themeRequested();

private:
    [[nodiscard]] int widthOfRunning() const;

    WorkspaceButton *m_workspace;
    Button *m_running;
    BellButton *m_bell;
    IconButton *m_theme;
};

} // namespace atelier::ui
