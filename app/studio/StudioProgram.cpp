#include "app/studio/StudioProgram.h"

#include "core/client/RecentWorkspaces.h"
#include "core/client/WorkspaceFolder.h"
#include "ui/home/HomePage.h"
#include "ui/jobs/ComparePage.h"
#include "ui/jobs/JobPage.h"
#include "ui/jobs/JobsPage.h"
#include "ui/jobs/NewJob.h"
#include "ui/settings/SettingsPage.h"
#include "ui/text/Format.h"

namespace atelier::studio {

namespace {

template<typename Page>
ui::StudioWindow::MakePage maker()
{
    return [](const ui::Studio &studio) { return new Page(studio); };
}

ui::StudioWindow::Pages allPages()
{
    return {{ui::PageKind::Home, maker<ui::HomePage>()}, {ui::PageKind::Jobs, maker<ui::JobsPage>()},
        {ui::PageKind::Job, maker<ui::JobPage>()}, {ui::PageKind::Compare, maker<ui::ComparePage>()},
        {ui::PageKind::Settings, maker<ui::SettingsPage>()}};
}

} // namespace

StudioProgram::StudioProgram(ui::Theme &theme, QSettings &settings, std::filesystem::path resources)
    : m_settings(settings)
    , m_theme(theme)
    , m_resources(std::move(resources))
{
}

Result<std::filesystem::path> StudioProgram::chooseWorkspace(const QString &named)
{
    if (!named.isEmpty())
        return openWorkspaceFolder(named.toStdString());
    if (const auto recent = RecentWorkspaces::ofUser())
        for (const RecentWorkspace &workspace : recent->list())
            if (auto folder = openWorkspaceFolder(workspace.folder))
                return folder;
    if (const auto sample = sampleWorkspaceFolder(); sample && isWorkspace(*sample))
        return *sample;
    return Error{ErrorKind::NotFound, "workspace.none",
        "There is no workspace yet: open the window to make one, or type atelier workspace init FOLDER.", {},
        {}};
}

Result<void> StudioProgram::open(const std::filesystem::path &folder)
{
    auto connection = WorkspaceConnection::open(folder);
    if (!connection)
        return connection.error();
    if (const auto recent = RecentWorkspaces::ofUser())
        if (auto added = recent->add((*connection)->folder()); !added)
            return added;
    auto window = std::make_unique<ui::StudioWindow>(ui::StudioWindow::Parts{
        std::move(*connection), m_theme, m_settings, m_resources, allPages(), ui::addJobActions});
    // Later: the window that asks is still in the middle of its menu.
    connect(window.get(), &ui::StudioWindow::workspaceRequested, this, &StudioProgram::openOrSay,
        Qt::QueuedConnection);
    if (m_window)
        window->show();
    m_window = std::move(window);
    m_window->go({});
    return {};
}

void StudioProgram::start()
{
    m_start = std::make_unique<ui::StartWindow>(m_resources);
    // Later: its chooser is still in the middle of telling.
    connect(m_start.get(), &ui::StartWindow::opened, this, &StudioProgram::openFirst, Qt::QueuedConnection);
}

void StudioProgram::openFirst(const std::filesystem::path &folder)
{
    const auto opened = open(folder);
    if (!opened)
        return m_start->showError(opened.error());
    m_window->show(); // before the other one goes, or the program would end with the last window
    m_start.reset();
}

void StudioProgram::openOrSay(const std::filesystem::path &folder)
{
    if (const auto opened = open(folder); !opened)
        m_window->notify({.tone = ui::Tone::Danger,
            .title = tr("The workspace was not opened"),
            .text = ui::textOf(opened.error().sentence),
            .matter = QStringLiteral("open workspace")});
}

} // namespace atelier::studio
