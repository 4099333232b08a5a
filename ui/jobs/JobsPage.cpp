#include "ui/jobs/JobsPage.h"

#include "ui/jobs/BulkBar.h"
#include "ui/jobs/JobActions.h"
#include "ui/jobs/NewJob.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorState.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Segmented.h"
#include "ui/widgets/TextSize.h"
#include "ui/widgets/table/TableCard.h"

#include <QBoxLayout>
#include <QShortcut>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int clockMs = 1000;
constexpr int typingMs = 150;
constexpr std::int64_t pageSize = 500;
constexpr int experimentsPauseMs = 1000;

} // namespace

std::vector<JobsPage::View> JobsPage::views()
{
    using Status = JobStatus;
    return {{QStringLiteral("all"), tr("All"), {}},
        {QStringLiteral("active"), tr("Active"),
            {Status::NotStarted, Status::Queued, Status::Starting, Status::Running, Status::CancelRequested}},
        {QStringLiteral("completed"), tr("Completed"), {Status::Completed}},
        {QStringLiteral("failed"), tr("Failed"), {Status::Failed}},
        {QStringLiteral("canceled"), tr("Canceled"), {Status::Canceled}}};
}

JobsPage::JobsPage(const Studio &studio, QWidget *parent)
    : Page(parent)
    , m_studio(studio)
    , m_lines(studio.connection)
    , m_model(m_lines, JobTableModel::Columns::All)
    , m_list(studio.connection, {{}, {}, {}, {}, pageSize, 0})
    , m_experimentsCall([this] { askExperiments(); }, experimentsPauseMs, this)
    , m_newJob(new NewJob(studio, *this))
    , m_actions(new JobActions(studio, this))
    , m_header(new PageHeader(tr("Jobs"), this))
    , m_search(new SearchField(tr("Filter by name or description"), this))
    , m_grouping(new Segmented(tr("Grouping"), {{tr("By experiment")}, {tr("One list")}}, this))
    , m_view(QStringLiteral("all"))
    , m_card(new TableCard(tr("Jobs"), this))
{
    setObjectName(QStringLiteral("jobsPage"));
    layOut();
    m_list.setPaused(true);
    m_experimentsCall.setPaused(true);
    m_clock.setInterval(clockMs);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_clock, &QTimer::timeout, &m_model, &JobTableModel::tick);
    connect(&m_typing, &QTimer::timeout, this, &JobsPage::ask);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_grouping, &Segmented::currentChanged, this, &JobsPage::fill);
    connect(&m_list, &JobListWatch::changed, this, [this] {
        m_experimentsCall.request();
        fill();
    });
    connect(&m_list, &JobListWatch::failed, this, [this](const Error &error) {
        if (!m_list.isLoaded())
            m_card->showInstead(
                new ErrorState(tr("The jobs cannot be listed"), textOf(error.sentence), m_card));
    });
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
    auto *column = makeColumn(this, 0);
    column->addWidget(m_header);
    auto *body = makeColumn(nullptr, 10, {24, 12, 24, 16});
    body->addWidget(m_tools = makeTools());
    body->addWidget(makeBulkBar());
    body->addWidget(makeViews());
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
    m_search->setObjectName(QStringLiteral("jobFilter"));
    m_search->setAccessibleName(tr("Filter jobs"));
    m_search->setKeyHint(QStringLiteral("/"));
    followTextSize(*tools, [this] { m_search->setMaximumWidth(scaled(420)); });
    m_grouping->setObjectName(QStringLiteral("jobGrouping"));
    connect(new QShortcut(QStringLiteral("/"), this), &QShortcut::activated, m_search,
        [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    row->addWidget(m_search, 1);
    row->addStretch();
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

QWidget *JobsPage::makeViews()
{
    auto *part = new QWidget(this);
    auto *row = makeRow(part, 6);
    for (const View &view : views()) {
        auto *chip = new Chip(view.name, {}, part);
        chip->setObjectName(QStringLiteral("view_") + view.id);
        chip->setCheckable(true);
        chip->setChecked(view.id == m_view);
        connect(chip, &Chip::clicked, this, [this, id = view.id] { chooseView(id); });
        row->addWidget(chip);
        m_chips.push_back(chip);
    }
    row->addStretch();
    return part;
}

void JobsPage::show(const Address &address)
{
    if (address.filter == QStringLiteral("status:running"))
        chooseView(QStringLiteral("active"));
}

void JobsPage::setInFront(bool isInFront)
{
    m_list.setPaused(!isInFront);
    m_experimentsCall.setPaused(!isInFront);
    if (isInFront)
        m_clock.start();
    else
        m_clock.stop();
}

void JobsPage::refresh()
{
    m_list.refresh();
}

void JobsPage::chooseView(const QString &id)
{
    m_view = id;
    const auto all = views();
    for (std::size_t i = 0; i < all.size(); ++i)
        m_chips[i]->setChecked(all[i].id == id);
    ask();
}

void JobsPage::ask()
{
    JobFilter filter;
    for (const View &view : views())
        if (view.id == m_view)
            filter.statuses = view.statuses;
    filter.text = m_search->text().trimmed().toStdString();
    filter.order = m_order.toStdString();
    filter.limit = pageSize;
    m_list.setFilter(filter);
}

void JobsPage::askExperiments()
{
    m_studio.connection.jobs().experiments(this, [this](Result<std::vector<ExperimentSummary>> experiments) {
        m_experimentsCall.answered();
        if (!experiments)
            return;
        m_experiments = std::move(*experiments);
        fill();
    });
}

bool JobsPage::isFiltered() const
{
    return !m_list.filter().text.empty() || !m_list.filter().statuses.empty();
}

void JobsPage::fill()
{
    if (!m_list.isLoaded())
        return;
    if (m_list.jobs().empty())
        return showNothing();
    const bool isGrouped = m_grouping->current() == 0 && !m_experiments.empty();
    m_model.setJobs(m_list.jobs(), m_experiments,
        isGrouped ? JobTableModel::Grouping::ByExperiment : JobTableModel::Grouping::None);
    m_card->showRows();
    showFooter();
}

void JobsPage::showNothing()
{
    m_model.setJobs({}, {}, JobTableModel::Grouping::None);
    if (isFiltered()) {
        auto *state = new EmptyState(
            u"search", tr("No jobs match"), tr("No job has this state and this text."), m_card);
        auto *clear = new Button(tr("Clear filters"), ButtonKind::Default, {}, ControlSize::Normal, state);
        connect(clear, &Button::clicked, this, [this] {
            m_search->clear();
            chooseView(QStringLiteral("all"));
        });
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
    const int shown = static_cast<int>(m_list.jobs().size());
    QString start = m_list.total() > shown
        ? tr("The newest %1 of %n job(s)", nullptr, static_cast<int>(m_list.total())).arg(shown)
        : tr("%n job(s)", nullptr, shown);
    if (selected > 1)
        start = tr("%1 of %2 jobs selected").arg(selected).arg(shown);
    QStringList counts;
    const auto all = views();
    for (std::size_t i = 1; i < all.size(); ++i) {
        const auto count
            = std::count_if(m_list.jobs().begin(), m_list.jobs().end(), [&](const JobSummary &job) {
                  const auto &statuses = all[i].statuses;
                  return std::find(statuses.begin(), statuses.end(), job.status) != statuses.end();
              });
        if (count > 0)
            counts << tr("%1 %2").arg(count).arg(all[i].name.toLower());
    }
    m_card->footer().setTexts(start, counts.join(QStringLiteral(" · ")));
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
