#include "ui/jobs/JobsPage.h"

#include "core/document/JobFilterGrammar.h"
#include "ui/jobs/ExperimentsTab.h"
#include "ui/jobs/JobListTab.h"
#include "ui/jobs/NewJob.h"
#include "ui/shell/NeedsService.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/text/Format.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/PageStack.h"
#include "ui/widgets/TabStrip.h"

#include <QBoxLayout>

namespace atelier::ui {

JobsPage::JobsPage(const Studio &studio, QWidget *parent)
    : Page(parent)
    , m_studio(studio)
    , m_experimentList(studio.connection)
    , m_newJob(new NewJob(studio, *this))
    , m_header(new PageHeader(tr("Jobs"), this))
    , m_tabs(new TabStrip(this))
    , m_jobs(new JobListTab(studio, m_experimentList, *m_newJob, this))
    , m_experiments(new ExperimentsTab(m_experimentList, this))
    , m_stack(new PageStack(this))
{
    setObjectName(QStringLiteral("jobsPage"));
    layOut();
    addActions();
    connect(m_tabs, &TabStrip::currentChanged, this, &JobsPage::showTab);
    connect(m_jobs, &JobListTab::allCounted, this, [this](int jobs) { m_tabs->setCount(JobsTab, jobs); });
    connect(m_experiments, &ExperimentsTab::opened, this, &JobsPage::showJobsOf);
    connect(&m_experimentList, &ExperimentListWatch::changed, this, [this] {
        m_tabs->setCount(ExperimentsListTab, static_cast<int>(m_experimentList.experiments().size()));
    });
    connect(
        m_header, &PageHeader::breadcrumbClicked, this, [this] { m_studio.navigator.go({PageKind::Home}); });
    JobsPage::setInFront(false);
}

void JobsPage::layOut()
{
    m_header->setBreadcrumb({workspaceName(m_studio.connection.folder()), tr("Jobs")});
    m_tabs->setObjectName(QStringLiteral("jobsTabs"));
    m_tabs->setAccessibleName(tr("Jobs and experiments"));
    m_tabs->addTab(tr("All jobs"));
    m_tabs->addTab(tr("Experiments"));
    m_stack->addWidget(m_jobs);
    m_stack->addWidget(m_experiments);
    auto *column = makeColumn(this, 0);
    column->addWidget(m_header);
    auto *strip = makeRow(nullptr, 0, {24, 0, 24, 0});
    strip->addWidget(m_tabs);
    strip->addStretch();
    column->addLayout(strip);
    column->addWidget(m_stack, 1);
}

void JobsPage::addActions()
{
    auto *add = new Button(tr("New job"), ButtonKind::Primary, u"add", ControlSize::Normal, m_header);
    add->setObjectName(QStringLiteral("newJob"));
    connect(add, &Button::clicked, m_newJob, &NewJob::chooseFile);
    connect(m_newJob, &NewJob::busyChanged, add, &Button::setBusy);
    m_header->addAction(add);
    needsService(*add, m_studio.connection);
}

void JobsPage::show(const Address &address)
{
    if (address.tab == QStringLiteral("experiments"))
        return m_tabs->setCurrentIndex(ExperimentsListTab);
    if (address.filter.isEmpty())
        return;
    m_tabs->setCurrentIndex(JobsTab);
    m_jobs->filterBy(
        address.filter == QStringLiteral("status:running") ? QStringLiteral("state:active") : address.filter);
}

void JobsPage::showTab(int tab)
{
    m_stack->setCurrentIndex(tab);
    setInFront(m_isInFront);
}

void JobsPage::showJobsOf(const QString &experiment)
{
    m_tabs->setCurrentIndex(JobsTab);
    m_jobs->filterBy(QStringLiteral("experiment:") + textOf(jobFilterValue(experiment.toStdString())));
    m_jobs->setFocus();
}

void JobsPage::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    m_experimentList.setPaused(!isInFront);
    m_jobs->setInFront(isInFront && m_tabs->currentIndex() == JobsTab);
    m_experiments->setInFront(isInFront && m_tabs->currentIndex() == ExperimentsListTab);
}

void JobsPage::refresh()
{
    m_experimentList.refresh();
    m_jobs->refresh();
}

} // namespace atelier::ui
