#pragma once

#include "core/client/WorkspaceOpening.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/Page.h"
#include "ui/shell/Regions.h"
#include "ui/shell/Studio.h"

#include <QMainWindow>

#include <functional>
#include <map>
#include <memory>

namespace atelier::ui {

class ActiveJobs;
class CommandBar;
class NavigationRail;
class Notices;
class PageStack;
class ServiceStrip;
class StatusStrip;
class ToastArea;

/// The window of one open workspace: command bar, navigation, the page in front, status.
class StudioWindow : public QMainWindow
{
    Q_OBJECT

public:
    using MakePage = std::function<Page *(const Studio &)>;
    using Pages = std::map<PageKind, MakePage>;
    using AddActions = std::function<void(const Studio &, Actions &, QWidget &window)>;

    struct Parts
    {
        std::unique_ptr<WorkspaceConnection> connection;
        Theme &theme;
        QSettings &settings;
        std::filesystem::path resources;
        Pages pages; ///< how to make each page when it is first gone to
        AddActions addActions = {}; ///< what the pages' areas offer from anywhere
    };
    explicit StudioWindow(Parts parts);
    ~StudioWindow() override;

    void go(const Address &address) { m_navigator.go(address); }
    /// A failure is kept in the notification centre too.
    Toast *notify(const ToastMessage &message);
    [[nodiscard]] WorkspaceConnection &connection() { return *m_connection; }
    [[nodiscard]] Navigator &navigator() { return m_navigator; }

Q_SIGNALS:
    /// Another workspace is wanted, in the place of this window.
    void workspaceRequested(const std::filesystem::path &folder);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void connectParts();
    void addActions();
    void addPlaceActions();
    void addViewActions();
    void show(const Address &address);
    void focusFront();
    void focusFirst();
    [[nodiscard]] Page *pageOf(PageKind kind);
    void showJobs();
    void tellEnd(const JobSummary &job);
    void addTextActions();
    void toggleTheme();
    void chooseWorkspace(const QString &title, WorkspaceOpening::Kind way);
    void restore();

    std::unique_ptr<WorkspaceConnection> m_connection;
    Theme &m_theme;
    QSettings &m_settings;
    Appearance m_appearance;
    Navigator m_navigator;
    Actions *m_actions;
    Studio m_studio;
    Pages m_makers;
    std::map<PageKind, Page *> m_pages;
    Page *m_front = nullptr;
    std::map<const Page *, QPointer<QWidget>> m_focused; ///< what had the focus when a page was left
    ActiveJobs *m_active;
    Notices *m_notices;
    CommandBar *m_bar;
    NavigationRail *m_rail;
    ServiceStrip *m_strip;
    PageStack *m_stack;
    StatusStrip *m_status;
    ToastArea *m_toasts;
    Regions m_regions;

public:
    using QMainWindow::show;
};

} // namespace atelier::ui
