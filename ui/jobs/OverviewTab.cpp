#include "ui/jobs/OverviewTab.h"

#include "core/system/Clock.h"
#include "ui/jobs/FactList.h"
#include "ui/jobs/FailureReport.h"
#include "ui/jobs/JobFactsCard.h"
#include "ui/jobs/JobLink.h"
#include "ui/jobs/JobStages.h"
#include "ui/jobs/MetricCards.h"
#include "ui/jobs/ReproduceCard.h"
#include "ui/text/Format.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/LinkChip.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/SideLayout.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/TitledCard.h"

#include <QVBoxLayout>

#include <algorithm>

namespace atelier::ui {

namespace {

// Of the page's width; between the two widths the rest is for what the job did.
constexpr double factsShare = 0.26;
constexpr int narrowestFacts = 260;
constexpr int widestFacts = 308;

/// Nothing had to run: what the job is made of had all run before.
bool isReusedWhole(const JobDetail &job)
{
    if (job.summary.status != JobStatus::Completed)
        return false;
    if (job.steps.empty())
        return !job.summary.reusedFrom.empty();
    return std::all_of(
        job.steps.begin(), job.steps.end(), [](const JobStep &step) { return !step.job.reusedFrom.empty(); });
}

} // namespace

OverviewTab::OverviewTab(const Studio &studio, QWidget *parent)
    : JobTab(parent)
    , m_facts(new JobFactsCard(this))
    , m_failure(new FailureReport(studio.connection.folder(), this))
    , m_metrics(new MetricCards(studio, this))
    , m_reproduce(new ReproduceCard(studio, this))
{
    auto *page = new ScrollPage(this);
    auto *body = new QWidget(page);
    auto *columns = new SideLayout(body, 12, {factsShare, narrowestFacts, widestFacts});
    auto *main = makeColumn(nullptr, 12);
    main->addWidget(makeFailure());
    main->addWidget(makeStages());
    main->addWidget(m_failure);
    main->addWidget(m_metrics);
    main->addWidget(makeTables());
    main->addWidget(m_reproduce);
    main->addStretch();
    columns->setMain(main);
    columns->setSide(m_facts, Qt::AlignTop);
    connect(m_failure, &FailureReport::logRequested, this, &OverviewTab::logRequested);
    connect(m_failure, &FailureReport::jobRequested, this, &OverviewTab::jobRequested);
    connect(m_metrics, &MetricCards::metricsRequested, this, &OverviewTab::metricsRequested);
    connect(m_metrics, &MetricCards::jobRequested, this, &OverviewTab::jobRequested);
    connect(m_facts, &JobFactsCard::edited, this, &OverviewTab::edited);
    connect(m_facts, &JobFactsCard::jobRequested, this, &OverviewTab::jobRequested);
    page->column()->addWidget(body);
    page->column()->addStretch();
    makeColumn(this, 0)->addWidget(page);
}

QWidget *OverviewTab::makeFailure()
{
    m_banner = new Banner(Tone::Danger, {}, {}, this);
    auto *log
        = new Button(tr("Open log"), ButtonKind::Default, u"document_text", ControlSize::Small, m_banner);
    connect(log, &Button::clicked, this, &OverviewTab::logRequested);
    m_banner->addAction(log);
    m_banner->hide();
    return m_banner;
}

QWidget *OverviewTab::makeStages()
{
    auto *card = new Card(this);
    auto *column = makeColumn(card, 14, {16, 14, 16, 12});
    m_stageTitle = new TextLabel({}, TextStyle::BodyStrong, &Colors::text, card);
    m_stages = new StageLine(card);
    column->addWidget(m_stageTitle);
    column->addWidget(m_stages);
    return card;
}

QWidget *OverviewTab::makeTables()
{
    auto *part = new QWidget(this);
    auto *row = makeRow(part, 12);
    m_parameterCard = new TitledCard(tr("Parameters"), part);
    m_parameters = new FactList(FactList::Values::Code, m_parameterCard);
    m_parameterCard->column()->addWidget(m_parameters);
    m_parameterCard->column()->addStretch();
    row->addWidget(m_parameterCard, 1);
    m_ports = new TitledCard(tr("Inputs and outputs"), part);
    m_reads = makeColumn(nullptr, 6);
    m_writes = makeColumn(nullptr, 6);
    m_ports->column()->addLayout(m_reads);
    m_ports->column()->addLayout(m_writes);
    m_ports->column()->addStretch();
    row->addWidget(m_ports, 1);
    return part;
}

void OverviewTab::setInFront(bool isInFront)
{
    m_metrics->setInFront(isInFront);
}

void OverviewTab::tick()
{
    showStages();
}

void OverviewTab::showJob(const JobDetail &job)
{
    m_job = job;
    showFailure(job);
    showStages();
    m_metrics->showJob(job);
    m_reproduce->showJob(job.summary);
    showPorts(job);
    m_facts->showJob(job);
}

void OverviewTab::showFailure(const JobDetail &job)
{
    const JobSummary &cause = causeOfFailure(job);
    const QString time = durationText(durationOf(cause, nowMs()).value_or(-1));
    m_banner->setVisible(job.summary.status == JobStatus::Failed);
    m_banner->setMessage(Tone::Danger,
        &cause == &job.summary ? tr("This job failed after %1").arg(time)
                               : tr("The step “%1” failed after %2").arg(textOf(cause.step), time),
        textOf(cause.errorSentence));
    m_failure->showJob(job);
}

void OverviewTab::showStages()
{
    const JobSummary &job = m_job.summary;
    if (job.steps && !job.steps->running.empty())
        m_stageTitle->setText(tr("Step %1 of %2: %3")
                                  .arg(job.steps->completed + 1)
                                  .arg(job.steps->total)
                                  .arg(textOf(job.steps->running)));
    else if (isReusedWhole(m_job))
        m_stageTitle->setText(tr("Completed: nothing had changed, all results were taken over"));
    else
        m_stageTitle->setText(stateLook(job.status).text);
    m_stages->setStages(stagesOf(job, nowMs()));
}

void OverviewTab::showPorts(const JobDetail &job)
{
    QList<FactList::Fact> parameters;
    for (const auto &[key, value] : job.summary.parameters)
        parameters << FactList::Fact{textOf(key), textOf(value)};
    const auto changed = [&](const std::string &input) {
        const auto found = job.was.find("inputs." + input);
        return found == job.was.end() ? QString() : tr("was %1").arg(textOf(found->second));
    };
    clearLayout(*m_reads);
    clearLayout(*m_writes);
    const auto add = [this](QBoxLayout *column, const QString &title, const JobPort &port, QStringView icon) {
        if (column->count() == 0)
            column->addWidget(new TextLabel(title, TextStyle::Caption, &Colors::text2, m_ports));
        const QString fact = textOf(port.source.empty() ? port.type : port.source);
        auto *chip = new LinkChip(icon, textOf(port.name), fact, m_ports);
        chip->setToolTip(textOf(port.value));
        connect(chip, &LinkChip::clicked, this, &OverviewTab::logRequested);
        column->addWidget(chip, 0, Qt::AlignLeading);
    };
    for (const JobPort &port : job.inputs) {
        if (isData(port))
            add(m_reads, tr("Reads"), port, u"document_table");
        else
            parameters << FactList::Fact{textOf(port.name), textOf(port.value), {}, changed(port.name)};
    }
    for (const JobPort &port : job.outputs)
        add(m_writes, tr("Writes"), port, u"cube");
    m_parameters->setFacts(parameters);
    m_parameterCard->setVisible(!parameters.isEmpty());
    m_ports->setVisible(m_reads->count() + m_writes->count() > 0);
}

} // namespace atelier::ui
