#include "ui/jobs/JobsPage.h"

#include "ui/jobs/BulkBar.h"
#include "ui/jobs/FilterField.h"
#include "ui/jobs/JobActions.h"
#include "ui/jobs/JobViews.h"
#include "ui/jobs/NewJob.h"
#include "ui/shell/NeedsService.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorState.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Segmented.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/table/TableCard.h"

#include <QBoxLayout>
#include <QLocale>
#include <QShortcut>

namespace atelier::ui {

namespace {

constexpr int clockMs = 1000;
constexpr std::int64_t pageSize = 200;

std::vector<std::string> namesOf(const std::vector<ExperimentSummary> &experiments)
{
    std::vector<std::string> names;
    for (const ExperimentSummary &experiment : experiments)
        names.push_back(experiment.name);
    return names;
}

JobFilter firstPage(bool isGrouped)
{
    JobFilter filter;
    filter.isGrouped = isGrouped;
    filter.limit = pageSize;
    return filter;
}

} // namespace

JobsPage::JobsPage(const Studio &studio, QWidget *parent)
    : Page(parent)
    , m_studio(studio)
    , m_lines(studio.connection)
    , m_model(m_lines, JobTableModel::Columns::All)
    , m_pages(studio.connection, firstPage(true))
    , m_experiments(studio.connection)
    , m_newJob(new NewJob(studio, *this))
    , m_actions(new JobActions(studio, this))
    , m_header(new PageHeader(tr("Jobs"), this))
    , m_filter(new FilterField(studio.connection, this))
    , m_problem(new TextLabel({}, TextStyle::Caption, &Colors::dangerText, this))
    , m_grouping(new Segmented(tr("Grouping"), {{tr("By experiment")}, {tr("One list")}}, this))
    , m_views(new JobViews(studio.connection, this))
    , m_card(new TableCard(tr("Jobs"), this))
{
    setObjectName(QStringLiteral("jobsPage"));
    layOut();
    connectParts();
    m_clock.setInterval(clockMs);
    JobsPage::setInFront(false);
}

void JobsPage::connectParts()
{
    connect(&m_clock, &QTimer::timeout, &m_model, &JobTableModel::tick);
    connect(m_filter, &FilterField::filterChanged, this, &JobsPage::ask);
    connect(m_filter, &FilterField::problemChanged, this, [this](const QString &sentence) {
        m_problem->setText(sentence);
        m_problem->setVisible(!sentence.isEmpty());
    });
    connect(m_views, &JobViews::chosen, this, &JobsPage::filterBy);
    connect(m_grouping, &Segmented::currentChanged, this, &JobsPage::ask);
    connect(&m_pages, &JobPages::changed, this, [this] {
        m_views->recount();
        fill();
    });
    connect(&m_pages, &JobPages::failed, this, &JobsPage::showUnlisted);
    connect(&m_experiments, &ExperimentListWatch::changed, this, &JobsPage::showExperiments);
    connect(&m_model, &JobTableModel::moreRequested, &m_pages, &JobPages::fetchMore);
    connect(&m_model, &JobTableModel::orderRequested, this, [this](const QString &order) {
        m_order = order;
        ask();
    });
    connect(
        m_header, &PageHeader::breadcrumbClicked, this, [this] { m_studio.navigator.go({PageKind::Home}); });
}

void JobsPage::layOut()
{
    m_header->setBreadcrumb({workspaceName(m_studio.connection.folder()), tr("Jobs")});
    auto *add = new Button(tr("New job"), ButtonKind::Primary, u"add", ControlSize::Normal, m_header);
    add->setObjectName(QStringLiteral("newJob"));
    connect(add, &Button::clicked, m_newJob, &NewJob::chooseFile);
    connect(m_newJob, &NewJob::busyChanged, add, &Button::setBusy);
    m_header->addAction(add);
    needsService(*add, m_studio.connection);
    auto *column = makeColumn(this, 0);
    column->addWidget(m_header);
    auto *body = makeColumn(nullptr, 10, {24, 12, 24, 16});
    body->addWidget(m_tools = makeTools());
    body->addWidget(makeBulkBar());
    body->addWidget(m_problem);
    m_problem->hide();
    body->addWidget(m_views);
    body->addWidget(m_card, 1);
    column->addLayout(body, 1);
    DataTable &table = m_card->table();
    table.setTableModel(m_model);
    table.setRowActions([this](int row) { return actionsOf(row); });
    connect(&table, &DataTable::rowOpened, this, &JobsPage::openRow);
    connect(&table, &DataTable::groupToggled, &m_model, &JobTableModel::toggleGroup);
    connect(&table, &DataTable::selectedRowsChanged, this, &JobsPage::showSelection);
    m_card->showLoading();
}

QWidget *JobsPage::makeTools()
{
    auto *tools = new QWidget(this);
    auto *row = makeRow(tools, 10);
    m_grouping->setObjectName(QStringLiteral("jobGrouping"));
    connect(
        new QShortcut(QStringLiteral("/"), this), &QShortcut::activated, m_filter, &FilterField::focusText);
    row->addWidget(m_filter, 1);
    row->addWidget(m_grouping);
    return tools;
}

QWidget *JobsPage::makeBulkBar()
{
    m_bulk = new BulkBar(this);
    m_bulk->hide();
    connect(m_bulk, &BulkBar::compareRequested, m_actions, &JobActions::compare);
    connect(m_bulk, &BulkBar::cancelRequested, m_actions, &JobActions::cancel);
    connect(m_bulk, &BulkBar::deleteRequested, m_actions, &JobActions::remove);
    connect(m_bulk, &BulkBar::clearRequested, &m_card->table(), &DataTable::clearSelection);
    return m_bulk;
}

void JobsPage::show(const Address &address)
{
    if (address.filter == QStringLiteral("status:running"))
        filterBy(QStringLiteral("state:active"));
    else if (!address.filter.isEmpty())
        filterBy(address.filter);
}

void JobsPage::setInFront(bool isInFront)
{
    m_pages.setPaused(!isInFront);
    m_experiments.setPaused(!isInFront);
    m_views->setPaused(!isInFront);
    if (isInFront)
        m_clock.start();
    else
        m_clock.stop();
}

void JobsPage::refresh()
{
    m_pages.refresh();
}

void JobsPage::filterBy(const QString &filter)
{
    m_filter->setFilter(filter);
    ask();
}

bool JobsPage::isGrouped() const
{
    return m_grouping->current() == 0;
}

JobFilter JobsPage::wanted() const
{
    JobFilter filter = firstPage(isGrouped());
    filter.filter = m_filter->filter().toStdString();
    filter.order = m_order.toStdString();
    return filter;
}

void JobsPage::ask()
{
    m_views->setCurrent(m_filter->filter());
    m_groups = namesOf(m_experiments.experiments());
    m_pages.setFilter(wanted());
}

/// Groups follow the experiment that was used last. What is not read yet would be missed where that has
/// changed.
void JobsPage::showExperiments()
{
    const auto groups = namesOf(m_experiments.experiments());
    if (isGrouped() && m_pages.hasMore() && !m_groups.empty() && groups != m_groups)
        m_pages.refresh();
    m_groups = groups;
    fill();
}

void JobsPage::showUnlisted(const Error &error)
{
    if (!m_pages.isLoaded())
        m_card->showInstead(new ErrorState(tr("The jobs cannot be listed"), textOf(error.sentence), m_card));
}

void JobsPage::fill()
{
    if (!m_pages.isLoaded())
        return;
    if (m_pages.jobs().empty())
        return showNothing();
    const bool groups = isGrouped() && !m_experiments.experiments().empty();
    m_model.setHasMore(m_pages.hasMore());
    m_model.setJobs(m_pages.jobs(), m_experiments.experiments(),
        groups ? JobTableModel::Grouping::ByExperiment : JobTableModel::Grouping::None);
    m_card->showRows();
    showFooter();
}

void JobsPage::showNothing()
{
    m_model.setJobs({}, {}, JobTableModel::Grouping::None);
    m_model.setHasMore(false);
    if (!m_pages.filter().filter.empty()) {
        auto *state = new EmptyState(u"search", tr("No jobs match"),
            tr("No job fits “%1”.").arg(textOf(m_pages.filter().filter)), m_card);
        auto *clear = new Button(tr("Clear filters"), ButtonKind::Default, {}, ControlSize::Normal, state);
        connect(clear, &Button::clicked, this, [this] { filterBy({}); });
        state->addAction(clear);
        return m_card->showInstead(state);
    }
    auto *state = new EmptyState(u"beaker", tr("Nothing has run yet"),
        tr("A job is one run of your code. It keeps its data, parameters, metrics and logs, so you can come "
           "back to it."),
        m_card);
    auto *add = new Button(tr("New job"), ButtonKind::Default, u"add", ControlSize::Normal, state);
    connect(add, &Button::clicked, m_newJob, &NewJob::chooseFile);
    state->addAction(add);
    m_card->showInstead(state);
}

void JobsPage::showSelection()
{
    std::vector<JobSummary> jobs;
    for (const int row : m_card->table().selectedRows())
        if (const JobSummary *job = m_model.job(row))
            jobs.push_back(*job);
    const bool isPicking = jobs.size() > 1;
    m_bulk->showJobs(jobs);
    m_bulk->setVisible(isPicking);
    m_tools->setVisible(!isPicking);
    showFooter();
}

void JobsPage::showFooter()
{
    const auto selected = m_card->table().selectedRows().size();
    const auto shown = static_cast<qsizetype>(m_pages.jobs().size());
    const QString all = QLocale().toString(m_pages.total());
    QString text = m_pages.hasMore() ? tr("1–%1 of %2").arg(QLocale().toString(shown), all)
                                     : tr("%n job(s)", nullptr, static_cast<int>(m_pages.total()));
    if (selected > 1)
        text = tr("%1 of %2 jobs selected").arg(QLocale().toString(selected), all);
    m_card->footer().setTexts(text);
}

void JobsPage::openRow(int row)
{
    if (const JobSummary *job = m_model.job(row))
        m_studio.navigator.go({PageKind::Job, {textOf(job->name)}});
}

QList<RowAction> JobsPage::actionsOf(int row)
{
    const JobSummary *job = m_model.job(row);
    if (job == nullptr)
        return {};
    const std::string name = job->name;
    QList<RowAction> actions{{QStringLiteral("open"), tr("Open"), [this, name] { m_actions->open(name); }}};
    if (JobActions::canRunAgain(*job))
        actions << RowAction{QStringLiteral("options"), tr("Run with changes…"),
            [this, name] { m_actions->runWithChanges(name, *window()); }};
    if (JobActions::canCancel(*job))
        actions << RowAction{
            QStringLiteral("stop"), tr("Cancel"), [this, name] { m_actions->cancel({name}); }};
    if (JobActions::canRemove(*job))
        actions << RowAction{
            QStringLiteral("delete"), tr("Delete"), [this, name] { m_actions->remove({name}); }};
    return actions;
}

} // namespace atelier::ui
