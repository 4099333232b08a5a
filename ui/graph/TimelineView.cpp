#include "ui/graph/TimelineView.h"

#include "ui/graph/AccessibleSteps.h"
#include "ui/graph/Canvas.h"
#include "ui/graph/GraphModel.h"
#include "ui/graph/GraphSelection.h"
#include "ui/graph/NodeLook.h"
#include "ui/graph/TimelinePainter.h"
#include "ui/text/Format.h"
#include "ui/theme/Motion.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Focus.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

constexpr int mostRowsWished = 40; // more than half of a screen
constexpr int fewestRows = 3;
constexpr double roomBehind = 1.05; // of the run's length, so that the last bar does not touch the text
constexpr double shortestRun = 1; // seconds
constexpr std::size_t namedSteps = 2;

double endOf(const std::vector<StepSpan> &spans, std::optional<double> now)
{
    double end = std::max(shortestRun, now.value_or(0));
    for (const StepSpan &span : spans)
        end = std::max(end, span.finish().value_or(0));
    return end * roomBehind;
}

QString lengthText(double seconds)
{
    return durationText(std::llround(seconds * 1000));
}

double lengthOf(const StepSpan &span)
{
    return *span.finish() - *span.begin;
}

} // namespace

TimelineView::TimelineView(GraphModel &model, GraphSelection &selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_selection(selection)
{
    installAccessibleSteps();
    setAccessibleName(tr("Timeline of the steps"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(&model, &GraphModel::structureChanged, this, &TimelineView::recalculate);
    connect(&model, &GraphModel::nodeChanged, this, [this](int index) {
        announceChange(*this, index);
        updateMotion();
        viewport()->update();
    });
    connect(&selection, &GraphSelection::selectionChanged, this, &TimelineView::showSelection);
    recalculate();
}

void TimelineView::setTimings(std::vector<StepTiming> timings, std::optional<double> now)
{
    m_timings = std::move(timings);
    m_now = now;
    recalculate();
}

QString TimelineView::criticalPathText() const
{
    if (m_path.empty())
        return {};
    std::vector<std::size_t> longest = m_path;
    std::stable_sort(longest.begin(), longest.end(),
        [this](std::size_t a, std::size_t b) { return lengthOf(m_spans[a]) > lengthOf(m_spans[b]); });
    longest.resize(std::min(longest.size(), namedSteps));
    std::sort(longest.begin(), longest.end(),
        [this](std::size_t a, std::size_t b) { return *m_spans[a].begin < *m_spans[b].begin; });
    const auto title = [this](std::size_t step) { return m_model.nodes()[static_cast<int>(step)].title; };
    const QString length = lengthText(*m_spans[m_path.back()].finish());
    if (longest.size() == 1)
        return tr("Critical path: %1, through %2").arg(length, title(longest[0]));
    if (longest.size() == m_path.size())
        return tr("Critical path: %1, through %2 and %3").arg(length, title(longest[0]), title(longest[1]));
    return tr(
        "Critical path: %1 through %n step(s), longest %2 and %3", nullptr, static_cast<int>(m_path.size()))
        .arg(length, title(longest[0]), title(longest[1]));
}

void TimelineView::selectStep(int step)
{
    if (step >= 0 && step < stepCount())
        m_selection.select(m_model.nodes()[step].id);
}

void TimelineView::openStep(int step)
{
    if (step >= 0 && step < stepCount())
        Q_EMIT stepActivated(m_model.nodes()[step].id);
}

int TimelineView::stepCount() const
{
    return static_cast<int>(m_model.nodes().size());
}

int TimelineView::selectedStep() const
{
    return m_model.indexOf(m_selection.selected());
}

QString TimelineView::stepName(int step) const
{
    const QString time = timeText(step);
    const QString name = spokenName(m_model.nodes()[step]);
    return time.isEmpty() ? name : u"%1, %2"_s.arg(name, time);
}

QRect TimelineView::stepRect(int step) const
{
    const TimelineMeasures measures = TimelineMeasures::forWidth(viewport()->width());
    return {0, measures.axis + step * measures.row - verticalScrollBar()->value(), viewport()->width(),
        measures.row};
}

QSize TimelineView::sizeHint() const
{
    const int rows = std::clamp(stepCount(), fewestRows, mostRowsWished);
    return {scaled(600), scaled(28) + scaled(25) * rows};
}

QSize TimelineView::minimumSizeHint() const
{
    return {scaled(320), scaled(28) + scaled(25) * fewestRows};
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateScrollBar();
}

void TimelineView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    TimelinePainter timeline(painter, viewport()->width(), endOf(m_spans, m_now));
    const TimelineMeasures measures = TimelineMeasures::forWidth(viewport()->width());
    const int bottom = std::min(viewport()->height(), stepRect(stepCount()).top());
    painter.setClipRect(0, measures.axis - 2, viewport()->width(), viewport()->height());
    timeline.paintGrid(measures.axis - 2, bottom);
    for (int step = stepAt(measures.axis); step >= 0 && step < stepCount(); ++step) {
        if (stepRect(step).top() > viewport()->height())
            break;
        timeline.paintRow(row(step), stepRect(step).top());
    }
    paintPath(timeline);
    painter.setClipping(false);
    timeline.paintAxis(m_now, bottom);
}

void TimelineView::paintPath(TimelinePainter &timeline) const
{
    std::vector<StepSpan> path;
    std::vector<double> rows;
    for (const std::size_t step : m_path) {
        path.push_back(m_spans[step]);
        rows.push_back(stepRect(static_cast<int>(step)).top());
    }
    timeline.paintPath(path, rows);
}

TimelineRow TimelineView::row(int step) const
{
    const auto index = static_cast<std::size_t>(step);
    const StepSpan &span = m_spans[index];
    const bool chosen = step == selectedStep();
    const std::optional<double> waitsUntil = span.begin || span.reached ? span.begin : m_now;
    const bool critical = std::find(m_path.begin(), m_path.end(), index) != m_path.end();
    return {m_model.nodes()[step], span, waitsUntil, timeText(step), critical, chosen,
        chosen && hasKeyboardFocus(*this)};
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void TimelineView::timerEvent(QTimerEvent * /*event*/)
{
    if (!isVisible() || reducedMotion())
        return;
    const int side = TimelineMeasures::forWidth(viewport()->width()).label;
    for (int step = 0; step < stepCount(); ++step)
        if (m_model.nodes()[step].isRunning())
            viewport()->update(stepRect(step).intersected(QRect(0, 0, side, viewport()->height())));
}

void TimelineView::recalculate()
{
    m_timings.resize(static_cast<std::size_t>(stepCount()));
    const AcyclicGraph graph = acyclic(m_model.digraph());
    m_spans = stepSpans(graph, m_timings, m_now.value_or(0));
    m_path = criticalPath(graph, m_spans);
    updateMotion();
    updateScrollBar();
    updateGeometry();
    viewport()->update();
    Q_EMIT criticalPathChanged();
}

void TimelineView::updateMotion()
{
    const auto &nodes = m_model.nodes();
    const bool moving
        = std::any_of(nodes.begin(), nodes.end(), [](const GraphNode &node) { return node.isRunning(); });
    if (!moving)
        m_motion.stop();
    else if (!m_motion.isActive())
        m_motion.start(frameMs, this);
}

void TimelineView::updateScrollBar()
{
    const TimelineMeasures measures = TimelineMeasures::forWidth(viewport()->width());
    const int room = viewport()->height() - measures.axis;
    verticalScrollBar()->setRange(0, std::max(0, stepCount() * measures.row - room));
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(measures.row);
}

void TimelineView::showSelection()
{
    viewport()->update();
    const int step = selectedStep();
    announceSelection(*this, step);
    if (step < 0)
        return;
    const int axis = TimelineMeasures::forWidth(viewport()->width()).axis;
    const QRect row = stepRect(step);
    if (row.top() < axis)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + row.top() - axis);
    else if (const int beyond = row.bottom() + 1 - viewport()->height(); beyond > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond);
}

int TimelineView::stepAt(int y) const
{
    const TimelineMeasures measures = TimelineMeasures::forWidth(viewport()->width());
    const int step = (y - measures.axis + verticalScrollBar()->value()) / measures.row;
    return y < measures.axis || step >= stepCount() ? -1 : step;
}

QString TimelineView::timeText(int step) const
{
    const GraphNode &node = m_model.nodes()[step];
    const StepSpan &span = m_spans[static_cast<std::size_t>(step)];
    if (node.reused || (span.reached && !span.begin))
        return locale().toLower(node.state.text);
    if (span.begin && !span.reached)
        return tr("about %1").arg(lengthText(*span.expectedEnd - *span.begin));
    if (!span.begin)
        return {};
    const QString length = lengthText(*span.reached - *span.begin);
    if (node.state.tone == Tone::Danger)
        return tr("%1, %2", "state and duration").arg(locale().toLower(node.state.text), length);
    return length;
}

} // namespace atelier::ui
