#include "ui/jobs/StepsTab.h"

#include "core/system/Clock.h"
#include "ui/graph/GraphView.h"
#include "ui/graph/TimelineView.h"
#include "ui/jobs/StepGraphModel.h"
#include "ui/text/Format.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Pane.h"
#include "ui/widgets/Splitter.h"
#include "ui/widgets/TextLabel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int clockMs = 500;

} // namespace

StepsTab::StepsTab(const Studio &studio, QWidget *parent)
    : JobTab(parent)
    , m_studio(studio)
    , m_graph(new GraphView(m_model, m_selection, this))
    , m_timeline(new TimelineView(m_model, m_selection, this))
    , m_path(new TextLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_splitter(new Splitter(Qt::Vertical, studio.settings, QStringLiteral("job/steps"), this))
{
    m_graph->setObjectName(QStringLiteral("stepGraph"));
    m_timeline->setObjectName(QStringLiteral("stepTimeline"));
    m_splitter->addWidget(m_graph);
    m_splitter->addWidget(makeTimeline());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    makeColumn(this, 0)->addWidget(m_splitter);
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, &StepsTab::tick);
    connect(m_graph, &GraphView::nodeActivated, this, &StepsTab::openStep);
    connect(m_timeline, &TimelineView::stepActivated, this, &StepsTab::openStep);
    connect(m_timeline, &TimelineView::criticalPathChanged, this,
        [this] { m_path->setText(m_timeline->criticalPathText()); });
}

// The views observe the model, which is a member and would go before them.
StepsTab::~StepsTab()
{
    delete m_graph;
    delete m_timeline;
}

QWidget *StepsTab::makeTimeline()
{
    auto *pane = new Pane(&Colors::surface, Qt::TopEdge, this);
    auto *column = makeColumn(pane, 6, {16, 12, 16, 8});
    auto *head = makeRow(nullptr, 10);
    head->addWidget(new TextLabel(tr("Timeline"), TextStyle::BodyStrong, &Colors::text, pane));
    head->addWidget(m_path, 1);
    column->addLayout(head);
    column->addWidget(m_timeline, 1);
    return pane;
}

/// The timeline gets the height of its rows, up to half of the tab, until somebody chooses another.
void StepsTab::shareHeight()
{
    if (m_splitter->isChosen())
        return;
    const int room = m_splitter->height() - m_splitter->handleWidth();
    const int timeline = std::min(m_splitter->widget(1)->sizeHint().height(), room / 2);
    m_splitter->setSizes({room - timeline, timeline});
}

bool StepsTab::event(QEvent *event)
{
    const bool isHandled = JobTab::event(event);
    // After more steps or larger text: while these come the hints of some parts are still those of before.
    if (event->type() == QEvent::LayoutRequest)
        shareHeight();
    return isHandled;
}

void StepsTab::resizeEvent(QResizeEvent *event)
{
    JobTab::resizeEvent(event);
    shareHeight();
}

void StepsTab::showJob(const JobDetail &job)
{
    m_job = job;
    showSteps(m_model, m_job);
    tick();
}

void StepsTab::setInFront(bool isInFront)
{
    if (isInFront)
        m_clock.start();
    else
        m_clock.stop();
}

void StepsTab::tick()
{
    const bool isOver = isFinal(m_job.summary.status);
    if (isOver)
        m_clock.stop();
    const std::int64_t begin = m_job.summary.startedMs.value_or(m_job.summary.createdMs);
    const auto now = static_cast<double>(nowMs() - begin) / 1000;
    m_timeline->setTimings(timingsOf(m_job), isOver ? std::nullopt : std::optional(now));
}

void StepsTab::openStep(const QString &id)
{
    for (const JobStep &step : m_job.steps)
        if (textOf(step.job.step) == id)
            m_studio.navigator.go({PageKind::Job, {textOf(step.job.name)}});
}

} // namespace atelier::ui
