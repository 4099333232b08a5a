#include "ui/home/HomePage.h"

#include "core/system/Clock.h"
#include "ui/home/BestCard.h"
#include "ui/home/GetStartedCard.h"
#include "ui/home/HeroCard.h"
#include "ui/home/HomeHead.h"
#include "ui/home/MachineCard.h"
#include "ui/home/SampleSteps.h"
#include "ui/jobs/JobActions.h"
#include "ui/jobs/NewJob.h"
#include "ui/shell/NeedsService.h"
#include "ui/text/Format.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/SideLayout.h"
#include "ui/widgets/TextSize.h"
#include "ui/widgets/table/TableCard.h"

#include <QFutureWatcher>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int clockMs = 1000;
const QString hiddenKey = QStringLiteral("home/getStartedHidden");
constexpr int widestSide = 404;
constexpr int narrowestSide = 240;
constexpr int lowestSide = 120;
constexpr double sideShare = 0.36;

JobFilter newest()
{
    constexpr std::int64_t recentJobs = 9;
    JobFilter filter;
    filter.limit = recentJobs;
    return filter;
}

} // namespace

HomePage::HomePage(const Studio &studio, QWidget *parent)
    : Page(parent)
    , m_studio(studio)
    , m_lines(studio.connection)
    , m_model(m_lines, JobTableModel::Columns::Few)
    , m_recent(studio.connection, newest())
    , m_newJob(new NewJob(studio, *this))
    , m_actions(new JobActions(studio, this))
    , m_head(new HomeHead(this))
    , m_hero(new HeroCard(this))
    , m_machine(new MachineCard(this))
    , m_steps(studio)
    , m_start(new GetStartedCard(m_steps, this))
    , m_best(new BestCard(this))
    , m_experiments(studio.connection)
    , m_card(new TableCard(tr("Recent jobs"), this))
    , m_all(new Button(tr("All jobs"), ButtonKind::Link, {}, ControlSize::Small, this))
{
    setObjectName(QStringLiteral("homePage"));
    auto *column = makeColumn(this, 14, {28, 18, 28, 16});
    column->addWidget(m_head);
    auto *body = new SideLayout(nullptr, 14, {sideShare, narrowestSide, widestSide});
    auto *main = makeColumn(nullptr, 14);
    main->addWidget(m_hero);
    main->addWidget(makeRecent(), 1);
    body->setMain(main);
    body->setSide(makeSide());
    column->addLayout(body, 1);
    m_recent.setPaused(true);
    m_steps.setPaused(true);
    showSteps(
        !studio.settings.value(hiddenKey).toBool() && m_steps.doneCount() < int(GetStarted::steps.size()));
    m_experiments.setPaused(true);
    m_clock.setInterval(clockMs);
    needsService(m_head->newJob(), studio.connection);
    for (QWidget *part : m_hero->changes())
        needsService(*part, studio.connection);
    connectParts();
}

QWidget *HomePage::makeSide()
{
    auto *side = new ScrollPage(this);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setMinimumHeight(lowestSide);
    side->column()->setContentsMargins({});
    side->column()->setSpacing(14);
    for (Card *card :
        {static_cast<Card *>(m_machine), static_cast<Card *>(m_start), static_cast<Card *>(m_best)})
        side->column()->addWidget(card);
    side->column()->addStretch();
    return side;
}

void HomePage::connectParts()
{
    connect(&m_head->newJob(), &Button::clicked, m_newJob, &NewJob::chooseFile);
    connect(m_start, &GetStartedCard::chosen, this, &HomePage::act);
    connect(m_start, &GetStartedCard::hideRequested, this, [this] { showSteps(false); });
    connect(&m_clock, &QTimer::timeout, this, &HomePage::tick);
    connect(&m_recent, &JobListWatch::changed, this, &HomePage::showJobs);
    connect(&m_experiments, &ExperimentListWatch::changed, this, &HomePage::showExperiments);
    connect(m_best, &BestCard::openRequested, m_actions,
        [this](const QString &job) { m_actions->open(job.toStdString()); });
    connect(&m_studio.connection.feed(), &EventFeed::loadMeasured, m_machine, &MachineCard::showLoad);
    connect(m_machine, &MachineCard::checkRequested, this, &HomePage::checkMachine);
    connect(&m_studio.connection, &WorkspaceConnection::stateChanged, this, [this](ServiceState state) {
        if (state == ServiceState::Answers && m_isInFront && !m_isChecked)
            checkMachine();
    });
    connect(m_hero, &HeroCard::runRequested, m_newJob, &NewJob::runSample);
    connect(m_newJob, &NewJob::busyChanged, m_hero, &HeroCard::setBusy);
    connect(m_hero, &HeroCard::openRequested, m_actions,
        [this](const QString &job) { m_actions->open(job.toStdString()); });
    connect(m_hero, &HeroCard::cancelRequested, m_actions,
        [this](const QString &job) { m_actions->cancel({job.toStdString()}); });
}

QWidget *HomePage::makeRecent()
{
    DataTable &table = m_card->table();
    table.setTableModel(m_model);
    connect(&table, &DataTable::rowOpened, this, [this](int row) {
        if (const JobSummary *job = m_model.job(row))
            m_actions->open(job->name);
    });
    m_all->setObjectName(QStringLiteral("allJobs"));
    QSizePolicy policy = m_all->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the line of the title keeps its height
    m_all->setSizePolicy(policy);
    m_all->hide();
    connect(m_all, &Button::clicked, this, [this] { m_studio.navigator.go({PageKind::Jobs}); });
    m_card->setHead(tr("Recent jobs"), m_all);
    m_card->showLoading();
    return m_card;
}

void HomePage::show(const Address &address)
{
    if (address.tab == QStringLiteral("start"))
        showSteps(true);
}

void HomePage::showSteps(bool isShown)
{
    m_start->setVisible(isShown);
    m_studio.settings.setValue(hiddenKey, !isShown);
}

void HomePage::act(GetStarted::Step step)
{
    switch (step) {
    case GetStarted::Step::CheckMachine:
        return checkMachine();
    case GetStarted::Step::RunPipeline:
        return m_newJob->runSample();
    case GetStarted::Step::SeeMetrics:
        if (const QString job = m_steps.measuredJob(); !job.isEmpty())
            m_studio.navigator.go({PageKind::Job, {job}, QStringLiteral("metrics")});
        return;
    case GetStarted::Step::CompareJobs:
        if (const QStringList jobs = m_steps.comparableJobs(); !jobs.isEmpty())
            m_studio.navigator.go({PageKind::Compare, jobs});
        return;
    case GetStarted::Step::RunOwn:
        return m_newJob->chooseFile();
    }
}

void HomePage::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    m_recent.setPaused(!isInFront);
    m_experiments.setPaused(!isInFront);
    m_steps.setPaused(!isInFront);
    if (m_heroWatch)
        m_heroWatch->setPaused(!isInFront);
    if (!isInFront)
        return m_clock.stop();
    m_clock.start();
    if (m_isChecked)
        return;
    checkMachine();
    readSample();
}

void HomePage::refresh()
{
    m_recent.refresh();
    checkMachine();
}

void HomePage::checkMachine()
{
    m_isChecked = true;
    m_studio.connection.machine(this, [this](const Result<MachineDescription> &machine) {
        m_isChecked = bool(machine);
        if (!machine)
            return m_machine->showFailure(textOf(machine.error().sentence));
        m_machine->showMachine(*machine);
        m_steps.takeMachine(*machine);
    });
}

void HomePage::showJobs()
{
    const auto &jobs = m_recent.jobs();
    m_model.setJobs(rowsOf(jobs), m_experiments.experiments(), JobTableModel::Grouping::None);
    m_head->showJobs(jobs);
    m_all->setVisible(!jobs.empty());
    m_machine->setJobs(countOf(jobs, JobStatus::Running), countOf(jobs, JobStatus::Queued));
    if (jobs.empty()) {
        m_hero->showSample(m_sample);
        m_card->showInstead(new EmptyState(u"beaker", tr("Nothing has run yet"),
            tr("A job is one run of your code. It keeps its data, parameters, metrics and logs, so you can "
               "come back to it."),
            m_card));
        return;
    }
    m_card->showRows();
    m_card->footer().hide();
    const auto running
        = std::find_if(jobs.begin(), jobs.end(), [](const JobSummary &job) { return !isFinal(job.status); });
    showHero(running == jobs.end() ? jobs.front() : *running);
}

void HomePage::showHero(const JobSummary &job)
{
    m_heroJob = job;
    m_hero->showJob(job);
    if (m_heroWatch && m_heroWatch->job() == job.name)
        return;
    m_heroWatch = std::make_unique<JobWatch>(m_studio.connection, job.name);
    m_heroWatch->setPaused(!m_isInFront);
    connect(
        m_heroWatch.get(), &JobWatch::changed, this, [this] { m_hero->showSteps(*m_heroWatch->detail()); });
}

void HomePage::showExperiments()
{
    m_best->showExperiments(m_experiments.experiments());
    m_model.setJobs(rowsOf(m_recent.jobs()), m_experiments.experiments(), JobTableModel::Grouping::None);
}

void HomePage::readSample()
{
    auto *reading = new QFutureWatcher<JobDetail>(this);
    connect(reading, &QFutureWatcher<JobDetail>::finished, this, [this, reading] {
        reading->deleteLater();
        m_sample = reading->result();
        m_steps.setSampleExperiment(m_sample.summary.experiment);
        if (m_recent.isLoaded() && m_recent.jobs().empty())
            m_hero->showSample(m_sample);
    });
    reading->setFuture(QtConcurrent::run(stepsOfDocument, m_studio.resources / "sample/pipeline.yml"));
}

void HomePage::tick()
{
    m_model.tick();
    if (m_heroWatch && !isFinal(m_heroJob.status))
        m_hero->showJob(m_heroJob);
}

} // namespace atelier::ui
