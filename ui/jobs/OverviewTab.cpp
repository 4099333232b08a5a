#include "ui/jobs/OverviewTab.h"

#include "core/system/Clock.h"
#include "ui/jobs/FactList.h"
#include "ui/jobs/JobStages.h"
#include "ui/jobs/MetricCard.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Divider.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/LinkChip.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/Tag.h"
#include "ui/widgets/TextSize.h"
#include "ui/widgets/WrapLabel.h"

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

QString typeText(const JobSummary &job)
{
    switch (job.type) {
    case JobType::Pipeline:
        return OverviewTab::tr(
            "Pipeline, %n step(s)", nullptr, job.steps ? static_cast<int>(job.steps->total) : 0);
    case JobType::Command:
        return OverviewTab::tr("Command");
    case JobType::Interactive:
        return OverviewTab::tr("Run of a script");
    }
    return {};
}

} // namespace

OverviewTab::OverviewTab(const Studio &studio, QWidget *parent)
    : JobTab(parent)
    , m_studio(studio)
{
    auto *page = new ScrollPage(this);
    auto *body = new QWidget(page);
    auto *columns = makeRow(body, 12);
    auto *main = makeColumn(nullptr, 12);
    main->addWidget(makeFailure());
    main->addWidget(makeStages());
    main->addWidget(makeMetrics());
    main->addWidget(makeTables());
    main->addStretch();
    columns->addLayout(main, 1);
    columns->addWidget(makeFacts(), 0, Qt::AlignTop);
    page->column()->addWidget(body);
    page->column()->addStretch();
    makeColumn(this, 0)->addWidget(page);
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, &OverviewTab::showStages);
}

QWidget *OverviewTab::makeFailure()
{
    m_failure = new QWidget(this);
    m_banner = new Banner(Tone::Danger, {}, {}, m_failure);
    auto *log
        = new Button(tr("Open log"), ButtonKind::Default, u"document_text", ControlSize::Small, m_banner);
    connect(log, &Button::clicked, this, &OverviewTab::logRequested);
    m_banner->addAction(log);
    makeColumn(m_failure, 0)->addWidget(m_banner);
    m_failure->hide();
    return m_failure;
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

QWidget *OverviewTab::makeFacts()
{
    QVBoxLayout *column = nullptr;
    auto *card = titledCard(tr("Description"), this, &column);
    followTextSize(*card, [card] { card->setFixedWidth(scaled(308)); });
    m_description = new WrapLabel({}, TextStyle::Body, &Colors::text2, 0, card);
    column->addWidget(m_description);
    m_tags = makeRow(nullptr, 6);
    column->addLayout(m_tags);
    column->addWidget(new Divider(Qt::Horizontal, card));
    column->addWidget(new TextLabel(tr("Properties"), TextStyle::BodyStrong, &Colors::text, card));
    m_properties = new FactList(FactList::Values::Text, card);
    column->addWidget(m_properties);
    return card;
}

void OverviewTab::setInFront(bool isInFront)
{
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
    showFailure(job);
    showStages();
    showMetrics(job);
    showPorts(job);
    showFacts(job);
}

void OverviewTab::showFailure(const JobDetail &job)
{
    m_failure->setVisible(job.summary.status == JobStatus::Failed);
    m_banner->setMessage(Tone::Danger, tr("This job failed"), textOf(job.summary.errorSentence));
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

void OverviewTab::showHistory(const std::string &key)
{
    m_studio.connection.jobs().history(m_job.summary.name, key, linePoints, m_cards[key],
        [card = m_cards[key]](const Result<std::vector<MetricSample>> &samples) {
            if (!samples)
                return;
            QList<double> points;
            for (const MetricSample &sample : *samples)
                points << sample.value;
            card->setPoints(points);
        });
}

void OverviewTab::showPorts(const JobDetail &job)
{
    QList<FactList::Fact> parameters;
    for (const auto &[key, value] : job.summary.parameters)
        parameters << FactList::Fact{textOf(key), textOf(value)};
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
            parameters << FactList::Fact{textOf(port.name), textOf(port.value)};
    }
    for (const JobPort &port : job.outputs)
        add(m_writes, tr("Writes"), port, u"cube");
    m_parameters->setFacts(parameters);
    m_parameterCard->setVisible(!parameters.isEmpty());
    m_ports->setVisible(m_reads->count() + m_writes->count() > 0);
}

void OverviewTab::showFacts(const JobDetail &job)
{
    const JobSummary &summary = job.summary;
    m_description->setText(summary.description.empty() ? tr("No description.") : textOf(summary.description));
    clearLayout(*m_tags);
    for (const auto &[key, value] : summary.tags)
        if (key.rfind("mlflow.", 0) != 0)
            m_tags->addWidget(new Tag(
                value.empty() ? textOf(key) : textOf(key) + u' ' + textOf(value), Tag::Removal::Fixed, this));
    m_tags->addStretch();
    QString memory;
    QString processor;
    if (!job.attempts.empty()) {
        const JobAttempt &attempt = job.attempts.back();
        if (attempt.peakMemoryKib)
            memory = bytesText(static_cast<std::uint64_t>(*attempt.peakMemoryKib) * 1024);
        if (attempt.processorMs)
            processor = durationText(*attempt.processorMs);
    }
    m_properties->setFacts({{tr("Job"), textOf(summary.name)}, {tr("Experiment"), textOf(summary.experiment)},
        {tr("Kind"), typeText(summary)},
        {tr("Compute"), summary.compute == "local" ? tr("This machine") : textOf(summary.compute)},
        {tr("User"), textOf(summary.user)},
        {tr("Created"), ageText(summary.createdMs, nowMs()), momentText(summary.createdMs)},
        {tr("Duration"), durationText(durationOf(summary, nowMs()).value_or(-1))},
        {tr("CPU time"), processor}, {tr("Peak memory"), memory},
        {tr("Reused from"), textOf(summary.reusedFrom)}, {tr("Step of"), textOf(job.parent)}});
}

} // namespace atelier::ui
