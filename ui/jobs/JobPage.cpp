#include "ui/jobs/JobPage.h"

#include "core/system/Clock.h"
#include "ui/jobs/FilesTab.h"
#include "ui/jobs/JobActions.h"
#include "ui/jobs/MetricsTab.h"
#include "ui/jobs/Obstacle.h"
#include "ui/jobs/OverviewTab.h"
#include "ui/jobs/StepsTab.h"
#include "ui/shell/NeedsService.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/PageStack.h"
#include "ui/widgets/Skeleton.h"
#include "ui/widgets/TabStrip.h"

#include <QShortcut>

namespace atelier::ui {

namespace {

constexpr int skeletonRow = 44;
constexpr int clockMs = 1000;

} // namespace

JobPage::JobPage(const Studio &studio, QWidget *parent)
    : Page(parent)
    , m_studio(studio)
    , m_actions(new JobActions(studio, this))
    , m_header(new PageHeader({}, this))
    , m_cancel(new Button(tr("Cancel"), ButtonKind::Default, u"stop", ControlSize::Normal, this))
    , m_again(new Button(tr("Run again"), ButtonKind::Default, u"arrow_clockwise", ControlSize::Normal, this))
    , m_change(
          new Button(tr("Run with changes…"), ButtonKind::Default, u"options", ControlSize::Normal, this))
    , m_delete(new Button(tr("Delete"), ButtonKind::Default, u"delete", ControlSize::Normal, this))
    , m_tabs(new TabStrip(this))
    , m_stack(new PageStack(this))
    , m_loading(new Skeleton(skeletonRow, this))
    , m_obstacle(new Obstacle(this))
{
    setObjectName(QStringLiteral("jobPage"));
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    m_again->setObjectName(QStringLiteral("runAgain"));
    auto *cancel = new QWidget(this);
    makeRow(cancel, 0)->addWidget(m_cancel);
    needsService(*cancel, studio.connection);
    m_header->addAction(cancel, true);
    m_header->addAction(m_again);
    m_change->setObjectName(QStringLiteral("runWithChanges"));
    m_header->addAction(m_change);
    m_header->makeTitleEditable(tr("Rename (F2)"));
    m_delete->setObjectName(QStringLiteral("deleteJob"));
    m_header->addAction(m_delete, true);
    needsService(*m_again, studio.connection);
    needsService(*m_delete, studio.connection);
    makeTabs();
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_obstacle);
    layOut();
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        showTime();
        frontTab()->tick();
    });
    connect(m_tabs, &TabStrip::currentChanged, this, &JobPage::chooseTab);
    connect(m_cancel, &Button::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_actions->cancel({m_watch->job()});
    });
    connect(m_again, &Button::clicked, this, [this] {
        m_again->setBusy(true);
        m_actions->runAgain(m_watch->job(), [this] { m_again->setBusy(false); });
    });
    connect(m_change, &Button::clicked, this,
        [this] { m_actions->runWithChanges(*m_watch->detail(), *window()); });
    connect(m_header, &PageHeader::titleEdited, this, &JobPage::rename);
    auto *renaming = new QShortcut(Qt::Key_F2, this);
    renaming->setContext(Qt::WidgetWithChildrenShortcut);
    connect(renaming, &QShortcut::activated, this, [this] {
        if (m_stack->currentWidget() == frontTab())
            m_header->editTitle();
    });
    connect(m_delete, &Button::clicked, this, [this] { m_actions->remove({m_watch->job()}); });
    connect(m_header, &PageHeader::breadcrumbClicked, this, [this](int index) {
        m_studio.navigator.go(index == 0 ? Address{PageKind::Home} : Address{PageKind::Jobs});
    });
}

void JobPage::makeTabs()
{
    auto *overview = new OverviewTab(m_studio, this);
    connect(overview, &OverviewTab::edited, this,
        [this](const JobEdit &edit, const JobEdit &before, const QString &title) {
            m_actions->edit(m_watch->job(), edit, before, title);
        });
    connect(overview, &OverviewTab::jobRequested, m_actions, &JobActions::open);
    connect(overview, &OverviewTab::logRequested, this, [this] { openTab(QStringLiteral("logs")); });
    connect(overview, &OverviewTab::metricsRequested, this, [this] { openTab(QStringLiteral("metrics")); });
    addTab(QStringLiteral("overview"), tr("Overview"), overview);
    addTab(QStringLiteral("metrics"), tr("Metrics"), new MetricsTab(m_studio, this));
    addTab(QStringLiteral("logs"), tr("Outputs + logs"),
        new FilesTab(m_studio, FilesTab::Content::OutputsAndLogs, this));
    addTab(QStringLiteral("code"), tr("Code"), new FilesTab(m_studio, FilesTab::Content::Code, this));
    m_stepsTab = static_cast<int>(m_ids.size());
    addTab(QStringLiteral("steps"), tr("Child jobs"), new StepsTab(m_studio, this));
}

void JobPage::layOut()
{
    auto *column = makeColumn(this, 0);
    column->addWidget(m_header);
    auto *tabs = makeRow(nullptr, 0, {24, 0, 24, 0});
    tabs->addWidget(m_tabs);
    column->addLayout(tabs);
    column->addWidget(m_stack, 1);
}

void JobPage::addTab(const QString &id, const QString &name, JobTab *tab)
{
    m_ids << id;
    m_tabs->addTab(name);
    m_stack->addWidget(tab);
}

JobTab *JobPage::frontTab() const
{
    return qobject_cast<JobTab *>(m_stack->widget(m_tabs->currentIndex()));
}

void JobPage::show(const Address &address)
{
    const std::string name = address.jobs.value(0).toStdString();
    const bool isOther = !m_watch || m_watch->job() != name;
    if (isOther)
        openJob(name);
    // Another job's last tab would hide why this one failed.
    if (isOther || !address.tab.isEmpty())
        openTab(address.tab.isEmpty() ? m_ids.first() : address.tab);
    if (!address.file.isEmpty())
        openFile(address.file, address.filter);
}

void JobPage::openJob(const std::string &name)
{
    m_header->setTitle(textOf(name));
    m_header->setBreadcrumb({workspaceName(m_studio.connection.folder()), tr("Jobs"), textOf(name)});
    m_tabs->setCount(m_stepsTab, -1);
    hideActions();
    m_stack->setCurrentWidget(m_loading);
    m_watch = std::make_unique<JobWatch>(m_studio.connection, name);
    m_watch->setPaused(!m_isInFront);
    connect(m_watch.get(), &JobWatch::changed, this, &JobPage::showJob);
    connect(m_watch.get(), &JobWatch::removed, this, &JobPage::showRemoved);
    connect(m_watch.get(), &JobWatch::failed, this, &JobPage::showFailed);
}

void JobPage::openTab(const QString &id)
{
    if (const auto index = m_ids.indexOf(id); index >= 0)
        m_tabs->setCurrentIndex(static_cast<int>(index));
}

void JobPage::openFile(const QString &name, const QString &filter)
{
    const QString tab
        = name.startsWith(QLatin1StringView("snapshot/")) ? QStringLiteral("code") : QStringLiteral("logs");
    static_cast<FilesTab *>(m_stack->widget(static_cast<int>(m_ids.indexOf(tab))))->openFile(name, filter);
    openTab(tab);
}

void JobPage::chooseTab(int index)
{
    for (int i = 0; i < m_ids.size(); ++i)
        static_cast<JobTab *>(m_stack->widget(i))->setInFront(m_isInFront && i == index);
    if (m_watch && m_watch->detail())
        showJob();
    Address here = m_studio.navigator.current();
    here.tab = m_ids.value(index);
    here.file.clear(); // coming back shall not leave a tab that was chosen since
    here.filter.clear();
    m_studio.navigator.replace(here);
}

void JobPage::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    if (m_watch)
        m_watch->setPaused(!isInFront);
    if (JobTab *tab = frontTab())
        tab->setInFront(isInFront);
    if (m_watch && m_watch->detail())
        showTime();
}

void JobPage::refresh()
{
    if (m_watch)
        m_watch->refresh();
}

void JobPage::showJob()
{
    const JobDetail &job = *m_watch->detail();
    showHeader(job);
    JobTab *tab = frontTab();
    m_stack->setCurrentWidget(tab);
    tab->showJob(job);
}

void JobPage::rename(const QString &title, const QString &before)
{
    m_actions->edit(m_watch->job(), {title.toStdString(), {}, {}}, {before.toStdString(), {}, {}},
        title.isEmpty() ? tr("Name removed") : tr("Renamed to %1").arg(title));
}

void JobPage::showHeader(const JobDetail &job)
{
    const JobSummary &summary = job.summary;
    m_header->setTitle(textOf(titleOf(summary)));
    m_header->setBreadcrumb({workspaceName(m_studio.connection.folder()), tr("Jobs"),
        textOf(summary.experiment), textOf(titleOf(summary))});
    m_header->setState(stateLook(summary.status));
    showTime();
    m_cancel->setVisible(!isFinal(summary.status) && summary.type != JobType::Interactive);
    m_cancel->setEnabled(JobActions::canCancel(summary));
    m_delete->setVisible(JobActions::canRemove(summary));
    m_again->setVisible(JobActions::canRunAgain(summary));
    m_change->setVisible(m_again->isVisibleTo(this));
    m_header->setTitleEditable(true);
    m_tabs->setTabVisible(m_stepsTab, !job.steps.empty());
    m_tabs->setCount(m_stepsTab, static_cast<int>(job.steps.size()));
}

/// The one clock of the page: two would disagree.
void JobPage::showTime()
{
    const JobDetail &job = *m_watch->detail();
    m_header->setFacts(durationText(durationOf(job.summary, nowMs()).value_or(-1)));
    if (m_isInFront && !isFinal(job.summary.status))
        m_clock.start();
    else
        m_clock.stop();
}

void JobPage::showRemoved()
{
    m_obstacle->say(tr("This job is not there any more"),
        tr("It was deleted. Deleted jobs can be restored for 30 days."),
        {{QStringLiteral("restoreJob"), tr("Restore"), [this] { m_actions->restore({m_watch->job()}); }},
            {QStringLiteral("allJobs"), tr("All jobs"),
                [this] { m_studio.navigator.go({PageKind::Jobs}); }}});
    showObstacle();
}

// What was seen stays in sight: the window says by itself that the service is away.
void JobPage::showFailed(const Error &error)
{
    if (m_watch->detail())
        return;
    m_obstacle->say(tr("This job cannot be shown"), textOf(error.sentence),
        {{QStringLiteral("askAgain"), tr("Try again"), [this] {
              m_stack->setCurrentWidget(m_loading);
              refresh();
          }}});
    showObstacle();
}

void JobPage::showObstacle()
{
    hideActions();
    m_stack->setCurrentWidget(m_obstacle);
}

void JobPage::hideActions()
{
    for (Button *action : {m_cancel, m_again, m_change, m_delete})
        action->hide();
    m_header->setTitleEditable(false);
    m_header->setState({});
    m_header->setFacts({});
    m_clock.stop();
}

} // namespace atelier::ui
