#include "ui/home/HeroCard.h"

#include "core/system/Clock.h"
#include "ui/graph/MiniGraph.h"
#include "ui/jobs/JobStages.h"
#include "ui/jobs/SecondLine.h"
#include "ui/jobs/StepGraphModel.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/ProgressBar.h"
#include "ui/widgets/WrapLabel.h"

#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr std::size_t mostMetrics = 2;

} // namespace

HeroCard::HeroCard(QWidget *parent)
    : Card(parent)
    , m_picture(new QWidget(this))
    , m_graph(new MiniGraph(m_steps, m_picture))
    , m_stack(new QStackedLayout)
    , m_samplePart(makeSample())
    , m_jobPart(makeJob())
{
    setObjectName(QStringLiteral("heroCard"));
    auto *row = makeRow(this, 0);
    row->addLayout(m_stack, 1);
    makeColumn(m_picture, 0, {0, 18, 20, 18})->addWidget(m_graph);
    row->addWidget(m_picture);
    m_stack->addWidget(m_samplePart);
    m_stack->addWidget(m_jobPart);
    m_picture->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

// The graph's picture observes the model, which is a member and would go before it.
HeroCard::~HeroCard()
{
    delete m_graph;
}

QWidget *HeroCard::makeSample()
{
    auto *part = new QWidget(this);
    auto *column = makeColumn(part, 10, {20, 18, 20, 18});
    column->addWidget(new TextLabel(tr("Run your first pipeline"), TextStyle::Title, &Colors::text, part));
    column->addWidget(
        new WrapLabel(tr("Four steps on the Wisconsin breast-cancer data: clean, split, train, evaluate. "
                         "You watch every step, and the result is yours to change."),
            TextStyle::Body, &Colors::text2, 0, part));
    auto *facts = new FlowLayout(nullptr, 18);
    facts->addWidget(makeFact(u"document_table", tr("569 rows, included"), part));
    facts->addWidget(makeFact(u"desktop", tr("on this machine"), part));
    column->addLayout(facts);
    column->addSpacing(10);
    m_run = new Button(tr("Run"), ButtonKind::Primary, u"play", ControlSize::Normal, part);
    m_run->setObjectName(QStringLiteral("runSample"));
    connect(m_run, &Button::clicked, this, &HeroCard::runRequested);
    m_runPart = new QWidget(part);
    makeRow(m_runPart, 0)->addWidget(m_run);
    column->addWidget(m_runPart, 0, Qt::AlignLeading);
    column->addStretch();
    return part;
}

QWidget *HeroCard::makeFact(QStringView icon, const QString &text, QWidget *parent)
{
    auto *fact = new QWidget(parent);
    auto *row = makeRow(fact, 6);
    row->addWidget(new IconLabel(icon, &Colors::text3, 16, fact));
    row->addWidget(new TextLabel(text, TextStyle::Caption, &Colors::text2, fact));
    return fact;
}

QWidget *HeroCard::makeJob()
{
    auto *part = new QWidget(this);
    auto *column = makeColumn(part, 10, {20, 18, 20, 18});
    auto *head = makeRow(nullptr, 10);
    m_title = new ElidedLabel({}, TextStyle::Title, &Colors::text, part);
    m_state = new Pill(stateLook(JobStatus::Running), part);
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    column->addLayout(head);
    m_step = new ElidedLabel({}, TextStyle::Body, &Colors::text2, part);
    column->addWidget(m_step);
    m_progress = new ProgressBar(tr("Steps that are done"), part);
    m_progress->setFixedHeight(6);
    column->addWidget(m_progress);
    auto *figures = makeRow(nullptr, 8);
    m_share = new TextLabel({}, TextStyle::Caption, &Colors::text2, part);
    m_time = new TextLabel({}, TextStyle::Caption, &Colors::text2, part);
    figures->addWidget(m_share);
    figures->addStretch();
    figures->addWidget(m_time);
    column->addLayout(figures);
    column->addStretch();
    auto *foot = makeRow(nullptr, 8);
    m_metrics = makeRow(nullptr, 24);
    foot->addLayout(m_metrics);
    foot->addStretch();
    m_cancel = new Button(tr("Cancel"), ButtonKind::Default, u"stop", ControlSize::Normal, part);
    auto *open = new Button(tr("Open"), ButtonKind::Default, u"open", ControlSize::Normal, part);
    m_cancel->setObjectName(QStringLiteral("heroCancel"));
    open->setObjectName(QStringLiteral("heroOpen"));
    connect(m_cancel, &Button::clicked, this, [this] { Q_EMIT cancelRequested(m_job); });
    connect(open, &Button::clicked, this, [this] { Q_EMIT openRequested(m_job); });
    m_cancelPart = new QWidget(part);
    makeRow(m_cancelPart, 0)->addWidget(m_cancel);
    foot->addWidget(m_cancelPart, 0, Qt::AlignBottom);
    foot->addWidget(open, 0, Qt::AlignBottom);
    column->addLayout(foot);
    return part;
}

void HeroCard::showSample(const JobDetail &sample)
{
    showSteps(sample);
    m_stack->setCurrentWidget(m_samplePart);
}

void HeroCard::showSteps(const JobDetail &job)
{
    ui::showSteps(m_steps, job);
    m_hasSteps = !job.steps.empty();
    showGraphWhereItFits();
}

void HeroCard::showGraphWhereItFits()
{
    m_picture->setVisible(m_hasSteps && width() >= minimumSizeHint().width() + m_picture->sizeHint().width());
}

QSize HeroCard::minimumSizeHint() const
{
    return {m_stack->minimumSize().width(), Card::minimumSizeHint().height()};
}

void HeroCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    showGraphWhereItFits();
}

void HeroCard::setBusy(bool busy)
{
    m_run->setBusy(busy);
}

void HeroCard::showJob(const JobSummary &job)
{
    m_job = textOf(job.name);
    m_title->setText(textOf(titleOf(job)));
    m_state->setLook(stateLook(job.status));
    m_step->setText(SecondLine().of(job, nowMs()));
    const auto share = shareDone(job);
    const bool isOver = isFinal(job.status);
    m_progress->setProgress(
        {isOver ? share.value_or(1) : share, isOver ? stateLook(job.status).tone : Tone::Accent, !isOver});
    m_share->setText(share ? percentText(*share) : QString());
    m_time->setText(durationText(durationOf(job, nowMs()).value_or(-1)));
    m_cancel->setVisible(!isFinal(job.status) && job.type != JobType::Interactive);
    m_cancel->setEnabled(job.status != JobStatus::CancelRequested);
    showMetrics(job);
    m_stack->setCurrentWidget(m_jobPart);
}

void HeroCard::showMetrics(const JobSummary &job)
{
    if (job.metrics == m_shownMetrics)
        return;
    m_shownMetrics = job.metrics;
    clearLayout(*m_metrics);
    std::vector<std::string> keys;
    for (const auto &[key, value] : job.metrics)
        keys.push_back(key);
    keys = rankedMetrics(std::move(keys));
    keys.resize(std::min(keys.size(), mostMetrics));
    for (const std::string &key : keys) {
        auto *figure = makeColumn(nullptr, 0);
        figure->addWidget(new TextLabel(textOf(key), TextStyle::Caption, &Colors::text2, this));
        figure->addWidget(
            new TextLabel(metricText(job.metrics.at(key)), TextStyle::Subtitle, &Colors::text, this));
        m_metrics->addLayout(figure);
    }
}

} // namespace atelier::ui
