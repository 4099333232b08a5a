#include "ui/jobs/JobListTab.h"

#include "ui/jobs/FilterField.h"
#include "ui/jobs/JobCells.h"
#include "ui/jobs/JobColumnChoice.h"
#include "ui/jobs/JobListSaving.h"
#include "ui/jobs/JobListTools.h"
#include "ui/jobs/JobViews.h"
#include "ui/jobs/NoJobs.h"
#include "ui/shell/WorkspaceSetting.h"
#include "ui/text/Format.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorState.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/table/BulkBar.h"
#include "ui/widgets/table/TableCard.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSettings>

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

QStringList listOf(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list << textOf(text);
    return list;
}

QString orderKey(const WorkspaceConnection &connection)
{
    return workspaceSetting(connection.folder(), QStringLiteral("jobs/order"));
}

JobFilter firstPage(bool isGrouped)
{
    JobFilter filter;
    filter.isGrouped = isGrouped;
    filter.limit = pageSize;
    return filter;
}

} // namespace

JobListTab::JobListTab(
    const Studio &studio, ExperimentListWatch &experiments, NewJob &newJob, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_lines(studio.connection)
    , m_model(m_lines, JobTableModel::Columns::All)
    , m_pages(studio.connection, firstPage(true))
    , m_experiments(experiments)
    , m_newJob(newJob)
    , m_actions(new JobActions(studio, this))
    , m_saving(new JobListSaving(studio, this))
    , m_tools(new JobListTools(studio.connection, this))
    , m_views(new JobViews(studio, this))
    , m_bulk(new BulkBar(this))
    , m_card(new TableCard(tr("Jobs"), this))
{
    m_card->table().setTableModel(m_model);
    m_columns = new JobColumnChoice({studio.connection, studio.settings, m_model, m_card->table()}, this);
    layOut();
    connectParts();
    m_clock.setInterval(clockMs);
    setOrder(studio.settings.value(orderKey(studio.connection)).toString());
    m_views->setCurrent(shown());
}

void JobListTab::connectParts()
{
    connect(&m_clock, &QTimer::timeout, &m_model, &JobTableModel::tick);
    connect(&m_tools->filter(), &FilterField::filterChanged, this, &JobListTab::ask);
    connect(m_views, &JobViews::chosen, this, &JobListTab::show);
    connect(m_views, &JobViews::allCounted, this, &JobListTab::allCounted);
    connect(m_tools, &JobListTools::groupingChanged, this, &JobListTab::ask);
    connect(m_tools, &JobListTools::columnMenuRequested, m_columns, &JobColumnChoice::fill);
    connect(m_tools, &JobListTools::exportRequested, this,
        [this] { m_saving->askWhere(wanted(), m_columns->shown()); });
    connect(&m_pages, &JobPages::changed, this, [this] {
        m_views->recount();
        fill();
    });
    connect(&m_pages, &JobPages::failed, this, &JobListTab::showUnlisted);
    connect(&m_experiments, &ExperimentListWatch::changed, this, &JobListTab::showExperiments);
    connect(&m_model, &JobTableModel::moreRequested, &m_pages, &JobPages::fetchMore);
    connect(&m_model, &JobTableModel::orderRequested, this, &JobListTab::takeOrder);
    connect(m_columns, &JobColumnChoice::changed, this, [this] { m_views->setCurrent(shown()); });
    connect(&m_studio.connection, &WorkspaceConnection::stateChanged, this, [this] {
        m_card->table().refreshActions();
        showSelection();
    });
}

void JobListTab::layOut()
{
    auto *body = makeColumn(this, 10, {24, 12, 24, 16});
    body->addWidget(m_tools);
    body->addWidget(m_bulk);
    m_bulk->hide();
    body->addWidget(m_views);
    body->addWidget(m_card, 1);
    DataTable &table = m_card->table();
    table.setRowActions([this](const QList<int> &rows) { return actionsOf(rows); }, JobActions::keys());
    connect(m_bulk, &BulkBar::clearRequested, &table, &DataTable::clearSelection);
    connect(&table, &DataTable::rowOpened, this, &JobListTab::openRow);
    connect(&table, &DataTable::groupToggled, &m_model, &JobTableModel::toggleGroup);
    connect(&table, &DataTable::selectedRowsChanged, this, &JobListTab::showSelection);
    m_card->showLoading();
}

void JobListTab::setInFront(bool isInFront)
{
    m_pages.setPaused(!isInFront);
    m_views->setPaused(!isInFront);
    if (isInFront)
        m_clock.start();
    else
        m_clock.stop();
}

void JobListTab::refresh()
{
    m_pages.refresh();
}

void JobListTab::filterBy(const QString &filter)
{
    m_tools->filter().setFilter(filter);
    ask();
}

/// One that is always there leaves grouping, order and columns as the user has them.
void JobListTab::show(const JobView &view)
{
    {
        const QScopedValueRollback applying(m_isApplying, true);
        if (view.columns.empty())
            m_columns->showKept();
        else
            m_columns->show(listOf(view.columns));
        if (!view.id.empty()) {
            m_tools->setGrouped(view.isGrouped);
            setOrder(textOf(view.order));
        }
    }
    filterBy(textOf(view.filter));
}

/// The header shows it where a column stands for it.
void JobListTab::setOrder(const QString &order)
{
    const bool isDescending = order.endsWith(QStringLiteral(" desc"));
    const int column = order.isEmpty() ? -1 : m_model.columnOf(order.section(u' ', 0, -2));
    m_card->table().horizontalHeader()->setSortIndicator(
        column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    takeOrder(order);
}

void JobListTab::takeOrder(const QString &order)
{
    if (order == m_order)
        return;
    m_order = order;
    if (m_isApplying)
        return;
    m_studio.settings.setValue(orderKey(m_studio.connection), order);
    ask();
}

JobFilter JobListTab::wanted() const
{
    JobFilter filter = firstPage(m_tools->isGrouped());
    filter.filter = m_tools->filter().filter().toStdString();
    filter.order = m_order.toStdString();
    return filter;
}

JobView JobListTab::shown() const
{
    JobView view{
        {}, {}, m_tools->filter().filter().toStdString(), m_order.toStdString(), m_tools->isGrouped(), {}};
    for (const QString &column : m_columns->arrangement())
        view.columns.push_back(column.toStdString());
    return view;
}

void JobListTab::ask()
{
    if (m_isApplying)
        return;
    m_views->setCurrent(shown());
    m_groups = namesOf(m_experiments.experiments());
    m_pages.setFilter(wanted());
}

/// Groups follow the experiment that was used last. What is not read yet would be missed where that has
/// changed.
void JobListTab::showExperiments()
{
    const auto groups = namesOf(m_experiments.experiments());
    if (m_tools->isGrouped() && m_pages.hasMore() && !m_groups.empty() && groups != m_groups)
        m_pages.refresh();
    m_groups = groups;
    fill();
}

void JobListTab::showUnlisted(const Error &error)
{
    if (!m_pages.isLoaded())
        m_card->showInstead(new ErrorState(tr("The jobs cannot be listed"), textOf(error.sentence), m_card));
}

void JobListTab::fill()
{
    if (!m_pages.isLoaded())
        return;
    if (m_pages.jobs().empty())
        return showNothing();
    const bool groups = m_tools->isGrouped() && !m_experiments.experiments().empty();
    m_model.setHasMore(m_pages.hasMore());
    m_model.setJobs(m_pages.jobs(), m_experiments.experiments(),
        groups ? JobTableModel::Grouping::ByExperiment : JobTableModel::Grouping::None);
    m_card->showRows();
    showSelection();
}

void JobListTab::showNothing()
{
    m_model.setJobs({}, {}, JobTableModel::Grouping::None);
    m_model.setHasMore(false);
    const QString filter = textOf(m_pages.filter().filter);
    EmptyState *state = filter.isEmpty() ? nothingHasRun(m_newJob, m_card)
                                         : noJobMatches(
                                             filter, [this] { filterBy({}); }, m_card);
    m_card->showInstead(state);
}

void JobListTab::showSelection()
{
    DataTable &table = m_card->table();
    const QList<int> rows = table.selectedRows();
    const bool isPicking = rows.size() > 1;
    if (isPicking)
        m_bulk->showActions(static_cast<int>(rows.size()), table.actionsOf(rows));
    m_bulk->setVisible(isPicking);
    m_tools->setVisible(!isPicking);
    showFooter();
}

void JobListTab::showFooter()
{
    const auto selected = m_card->table().selectedRows().size();
    const auto shown = static_cast<qsizetype>(m_pages.jobs().size());
    const QString all = QLocale().toString(m_pages.total());
    QString text = m_pages.hasMore() ? tr("1–%1 of %2").arg(QLocale().toString(shown), all)
                                     : tr("%n job(s)", nullptr, static_cast<int>(m_pages.total()));
    if (selected > 1)
        text = tr("%1 of %2 jobs selected").arg(QLocale().toString(selected), all);
    const bool isAll = m_pages.filter().filter.empty();
    m_card->footer().setTexts(text, isAll ? statesText(m_experiments.experiments()) : QString());
}

void JobListTab::openRow(int row)
{
    if (const JobSummary *job = m_model.job(row))
        m_studio.navigator.go({PageKind::Job, {textOf(job->name)}});
}

QList<RowAction> JobListTab::actionsOf(const QList<int> &rows)
{
    const auto jobs = std::make_shared<const JobRows>(m_model.jobs(rows));
    QList<RowAction> actions = m_actions->of(jobs, *window());
    if (jobs->size() > 1)
        actions << RowAction{QStringLiteral("arrow_download"), tr("Export…"),
            [this, jobs] { m_saving->askWhere(*jobs, m_columns->shown()); }};
    return actions;
}

} // namespace atelier::ui
