#include "ui/jobs/OverviewTab.h"

#include "core/system/Clock.h"
#include "ui/jobs/FactList.h"
#include "ui/jobs/FailureReport.h"
#include "ui/jobs/JobFactsCard.h"
#include "ui/jobs/JobLink.h"
#include "ui/jobs/JobStages.h"
#include "ui/jobs/MetricCard.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/LinkChip.h"
#include "ui/widgets/ScrollPage.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int clockMs = 1000;
constexpr std::size_t mostCards = 8;
constexpr int cardsInRow = 4;
constexpr std::int64_t linePoints = 60;

Card *titledCard(const QString &title, QWidget *parent, QVBoxLayout **column)
{
    auto *card = new Card(parent);
    *column = makeColumn(card, 10, {16, 14, 16, 14});
    (*column)->addWidget(new TextLabel(title, TextStyle::BodyStrong, &Colors::text, card));
    return card;
}

/// The metrics that tell most.
std::vector<std::string> shownMetrics(const JobSummary &job)
{
    std::vector<std::string> keys;
    for (const auto &[key, value] : job.metrics)
        keys.push_back(key);
    std::vector<std::string> ranked = rankedMetrics(std::move(keys));
    ranked.resize(std::min(ranked.size(), mostCards));
    return ranked;
}

} // namespace

OverviewTab::OverviewTab(const Studio &studio, QWidget *parent)
    : JobTab(parent)
    , m_studio(studio)
    , m_facts(new JobFactsCard(this))
    , m_failure(new FailureReport(studio.connection.folder(), this))
{
    auto *page = new ScrollPage(this);
    auto *body = new QWidget(page);
    auto *columns = makeRow(body, 12);
    auto *main = makeColumn(nullptr, 12);
    main->addWidget(makeFailure());
    main->addWidget(makeStages());
    main->addWidget(m_failure);
    main->addWidget(makeMetrics());
    main->addWidget(makeTables());
    main->addStretch();
    columns->addLayout(main, 1);
    columns->addWidget(m_facts, 0, Qt::AlignTop);
    connect(m_failure, &FailureReport::logRequested, this, &OverviewTab::logRequested);
    connect(m_failure, &FailureReport::jobRequested, this, &OverviewTab::jobRequested);
    connect(m_facts, &JobFactsCard::edited, this, &OverviewTab::edited);
    connect(m_facts, &JobFactsCard::jobRequested, this, &OverviewTab::jobRequested);
    page->column()->addWidget(body);
    page->column()->addStretch();
    makeColumn(this, 0)->addWidget(page);
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, &OverviewTab::showStages);
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

QWidget *OverviewTab::makeMetrics()
{
    m_metricsPart = new QWidget(this);
    auto *column = makeColumn(m_metricsPart, 8);
    auto *head = makeRow(nullptr, 8);
    head->addWidget(new TextLabel(tr("Metrics"), TextStyle::BodyStrong, &Colors::text, m_metricsPart));
    m_bestNote = new ElidedLabel({}, TextStyle::Caption, &Colors::text2, m_metricsPart);
    m_bestLink = new JobLink({}, m_metricsPart);
    m_bestLink->setObjectName(QStringLiteral("bestJob"));
    connect(m_bestLink, &Button::clicked, this, [this] { Q_EMIT jobRequested(m_best->best()->name); });
    head->addWidget(m_bestNote);
    head->addWidget(m_bestLink);
    head->addStretch();
    auto *all = new Button(tr("All metrics"), ButtonKind::Link, {}, ControlSize::Small, m_metricsPart);
    connect(all, &Button::clicked, this, &OverviewTab::metricsRequested);
    head->addWidget(all);
    column->addLayout(head);
    m_metricGrid = new QGridLayout;
    m_metricGrid->setSpacing(12);
    for (int i = 0; i < cardsInRow; ++i)
        m_metricGrid->setColumnStretch(i, 1);
    column->addLayout(m_metricGrid);
    m_metricsPart->hide();
    return m_metricsPart;
}

QWidget *OverviewTab::makeTables()
{
    auto *part = new QWidget(this);
    auto *row = makeRow(part, 12);
    QVBoxLayout *column = nullptr;
    m_parameterCard = titledCard(tr("Parameters"), part, &column);
    m_parameters = new FactList(FactList::Values::Code, m_parameterCard);
    column->addWidget(m_parameters);
    column->addStretch();
    row->addWidget(m_parameterCard, 1);
    m_ports = titledCard(tr("Inputs and outputs"), part, &column);
    m_reads = makeColumn(nullptr, 6);
    m_writes = makeColumn(nullptr, 6);
    column->addLayout(m_reads);
    column->addLayout(m_writes);
    column->addStretch();
    row->addWidget(m_ports, 1);
    return part;
}

void OverviewTab::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    if (m_best)
        m_best->setPaused(!isInFront);
    if (isInFront)
        m_clock.start();
    else
        m_clock.stop();
}

void OverviewTab::showJob(const JobDetail &job)
{
    if (job.summary.name != m_job.summary.name) {
        clearLayout(*m_metricGrid);
        m_cards.clear();
    }
    m_job = job;
    watchBest(job.summary.experiment);
    showFailure(job);
    showStages();
    showMetrics(job);
    showBest();
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
                                  .arg(job.steps->finished + 1)
                                  .arg(job.steps->total)
                                  .arg(textOf(job.steps->running)));
    else
        m_stageTitle->setText(stateLook(job.status).text);
    m_stages->setStages(stagesOf(job, nowMs()));
}

void OverviewTab::showMetrics(const JobDetail &job)
{
    const auto keys = shownMetrics(job.summary);
    m_metricsPart->setVisible(!keys.empty());
    for (const std::string &key : keys) {
        MetricCard *&card = m_cards[key];
        if (card == nullptr) {
            card = new MetricCard(textOf(key), m_metricsPart);
            card->setObjectName(QStringLiteral("metric_") + textOf(key));
            const int place = static_cast<int>(m_cards.size()) - 1;
            m_metricGrid->addWidget(card, place / cardsInRow, place % cardsInRow);
        }
        const double value = job.summary.metrics.at(key);
        if (card->value() == value)
            continue; // its line is the one that was asked for
        card->setValue(value);
        showHistory(key);
    }
}

void OverviewTab::watchBest(const std::string &experiment)
{
    if (m_best && m_best->experiment() == experiment)
        return;
    m_best = std::make_unique<BestJobWatch>(m_studio.connection, experiment);
    m_best->setPaused(!m_isInFront);
    connect(m_best.get(), &BestJobWatch::changed, this, &OverviewTab::showBest);
}

void OverviewTab::showBest()
{
    const auto &best = m_best->best();
    const bool isOther = best && best->name != m_job.summary.name && best->name != m_job.parent;
    m_bestNote->setVisible(best.has_value());
    m_bestNote->setText(isOther ? tr("against the best of %1:").arg(textOf(m_job.summary.experiment))
                                : tr("the best of %1").arg(textOf(m_job.summary.experiment)));
    m_bestLink->setVisible(isOther);
    if (isOther)
        m_bestLink->setJob(QStringLiteral("%1"), textOf(titleOf(*best)));
    for (const auto &[key, card] : m_cards) {
        const bool isKnown = isOther && best->metrics.contains(key);
        card->setBest(isKnown ? std::optional(best->metrics.at(key)) : std::nullopt, goalOf(key));
    }
}

void OverviewTab::showHistory(const std::string &key)
{
    m_studio.connection.jobs().history(m_job.summary.name, key, linePoints, m_cards[key],
        [card = m_cards[key]](const Result<std::vector<series::Point>> &samples) {
            if (!samples)
                return;
            QList<double> points;
            for (const series::Point &sample : *samples)
                points << sample.value;
            card->setPoints(points);
        });
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
