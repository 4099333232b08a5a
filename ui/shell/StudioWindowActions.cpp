#include "ui/shell/CommandPalette.h"
#include "ui/shell/NavigationRail.h"
#include "ui/shell/NotificationCentre.h"
#include "ui/shell/StudioWindow.h"
#include "ui/shell/WorkspaceChooser.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/Focus.h"

#include <QVBoxLayout>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

constexpr double textStep = 0.1;

} // namespace

void StudioWindow::addActions()
{
    addPlaceActions();
    addViewActions();
    addTextActions();
    using Group = Actions::Group;
    m_actions->add(Group::Workspace, QStringLiteral("openWorkspace"), tr("Open workspace…"), u"folder_open",
        {}, [this] { chooseWorkspace(tr("Open a workspace"), WorkspaceOpening::Kind::Existing); });
    m_actions->add(Group::Workspace, QStringLiteral("newWorkspace"), tr("New workspace…"), u"add", {},
        [this] { chooseWorkspace(tr("New workspace"), WorkspaceOpening::Kind::Empty); });
    m_actions->add(Group::View, QStringLiteral("help"), tr("Help"), u"question_circle", u"F1"_s,
        [this] { CommandPalette::open(*this, m_studio, *m_actions, u"?"_s); });
    m_actions->add(Group::Help, QStringLiteral("getStarted"), tr("Show the steps to get started"), u"rocket",
        {}, [this] {
            m_navigator.go({PageKind::Home, {}, u"start"_s});
        });
    m_actions->add(
        Group::Help, QStringLiteral("shortcuts"), tr("Keyboard shortcuts"), u"keyboard", {}, [this] {
            m_navigator.go({PageKind::Settings, {}, u"shortcuts"_s});
        });
}

void StudioWindow::addPlaceActions()
{
    using Group = Actions::Group;
    const auto goTo = [this](PageKind page) { return [this, page] { m_navigator.go({page}); }; };
    m_actions->add(
        Group::GoTo, QStringLiteral("home"), tr("Home"), u"home", u"Alt+1"_s, goTo(PageKind::Home));
    m_actions->add(
        Group::GoTo, QStringLiteral("jobs"), tr("Jobs"), u"beaker", u"Alt+2"_s, goTo(PageKind::Jobs));
    QAction *settings = m_actions->add(Group::GoTo, QStringLiteral("settings"), tr("Settings"), u"settings",
        u"Ctrl+,"_s, goTo(PageKind::Settings));
    settings->setShortcuts({QKeySequence(u"Ctrl+,"_s), QKeySequence(u"Alt+3"_s)});
    m_actions->add(Group::GoTo, QStringLiteral("back"), tr("Back"), u"arrow_left", u"Alt+Left"_s,
        [this] { m_navigator.goBack(); });
    m_actions->add(Group::GoTo, QStringLiteral("forward"), tr("Forward"), u"arrow_right", u"Alt+Right"_s,
        [this] { m_navigator.goForward(); });
}

void StudioWindow::addViewActions()
{
    using Group = Actions::Group;
    m_actions->add(Group::View, QStringLiteral("palette"), tr("Search jobs and commands"), u"search",
        u"Ctrl+K"_s, [this] { CommandPalette::open(*this, m_studio, *m_actions); });
    m_actions->add(Group::View, QStringLiteral("commands"), tr("Search commands"), u"prompt",
        u"Ctrl+Shift+P"_s, [this] { CommandPalette::open(*this, m_studio, *m_actions, u">"_s); });
    m_actions->add(Group::View, QStringLiteral("refresh"), tr("Refresh"), u"arrow_sync", u"F5"_s, [this] {
        if (m_front != nullptr)
            m_front->refresh();
    });
    m_actions->add(Group::View, QStringLiteral("notifications"), tr("Notifications"), u"alert",
        u"Ctrl+Shift+B"_s, [this] { NotificationCentre::open(*this, m_studio, *m_active, *m_notices); });
    m_actions->add(Group::View, QStringLiteral("nextRegion"), tr("Next part of the window"), u"arrow_next",
        u"F6"_s, [this] { m_regions.move(1); });
    m_actions->add(Group::View, QStringLiteral("previousRegion"), tr("Previous part of the window"),
        u"arrow_left", u"Shift+F6"_s, [this] { m_regions.move(-1); });
    m_actions->add(Group::View, QStringLiteral("contextMenu"), tr("Menu of what has the focus"),
        u"more_horizontal", u"Shift+F10"_s, openContextMenu);
    m_actions->add(Group::View, QStringLiteral("theme"), tr("Switch between light and dark"), u"weather_moon",
        u"Ctrl+Shift+L"_s, [this] { toggleTheme(); });
    m_actions->add(Group::View, QStringLiteral("navigation"), tr("Collapse or expand the navigation"),
        u"panel_left_contract", u"Ctrl+B"_s, [this] { m_rail->setCollapsed(!m_rail->isCollapsed()); });
}

void StudioWindow::addTextActions()
{
    const auto grow
        = [this](double by) { return [this, by] { m_appearance.setTextScale(m_theme.textScale() + by); }; };
    QAction *larger = m_actions->add(Actions::Group::View, QStringLiteral("largerText"), tr("Larger text"),
        u"zoom_in", u"Ctrl+="_s, grow(textStep));
    // Where + has a key of its own, = has none.
    larger->setShortcuts({QKeySequence(u"Ctrl+="_s), QKeySequence(u"Ctrl++"_s)});
    m_actions->add(Actions::Group::View, QStringLiteral("smallerText"), tr("Smaller text"), u"zoom_out",
        u"Ctrl+-"_s, grow(-textStep));
    m_actions->add(Actions::Group::View, QStringLiteral("normalText"), tr("Text in its normal size"),
        u"text_font_size", u"Ctrl+0"_s, [this] { m_appearance.setTextScale(1); });
}

void StudioWindow::toggleTheme()
{
    m_appearance.setScheme(counterpart(m_theme.schemeInForce()));
}

void StudioWindow::chooseWorkspace(const QString &title, WorkspaceOpening::Kind way)
{
    constexpr int width = 620;
    auto *dialog = new Dialog(*this, title, width);
    dialog->setObjectName(QStringLiteral("workspaceDialog"));
    auto *chooser = new WorkspaceChooser(m_studio.resources, {way}, dialog);
    dialog->body()->addWidget(chooser);
    connect(chooser, &WorkspaceChooser::opened, dialog, [this, dialog](const std::filesystem::path &folder) {
        dialog->accept();
        Q_EMIT workspaceRequested(folder);
    });
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Default, {}, ControlSize::Normal, dialog);
    connect(cancel, &Button::clicked, dialog, &Dialog::reject);
    dialog->addButton(cancel);
    dialog->setFirstFocus(chooser->firstField());
    dialog->open();
}

} // namespace atelier::ui
