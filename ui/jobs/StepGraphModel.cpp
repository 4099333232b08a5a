#include "ui/jobs/StepGraphModel.h"

#include "core/system/Clock.h"
#include "ui/jobs/JobCells.h"
#include "ui/text/Format.h"

#include <QCoreApplication>

namespace atelier::ui {

namespace {

QString detailOf(const JobSummary &step)
{
    if (!step.reusedFrom.empty())
        return QCoreApplication::translate("StepGraph", "Reused from %1").arg(textOf(step.reusedFrom));
    if (step.status == JobStatus::Failed)
        return firstLine(step.errorSentence);
    if (!isFinal(step.status) && !step.statusReason.empty())
        return firstLine(step.statusReason);
    QString text = step.startedMs ? durationText(*durationOf(step, nowMs())) : stateLook(step.status).text;
    if (step.primary)
        text += QStringLiteral(" · %1 %2").arg(textOf(step.primary->key), metricText(step.primary->value));
    return text;
}

bool isReused(const JobSummary &step)
{
    return step.status == JobStatus::Completed && !step.reusedFrom.empty();
}

GraphNode nodeOf(const JobStep &step)
{
    GraphNode node;
    node.id = textOf(step.job.step);
    node.title = step.job.displayName.empty() ? node.id : textOf(step.job.displayName);
    node.detail = detailOf(step.job);
    node.icon = QStringLiteral("beaker");
    node.tone = toneOf(step.job);
    node.reused = isReused(step.job);
    node.state = node.reused ? reusedLook() : stateLook(step.job.status);
    return node;
}

std::optional<double> secondsSince(std::int64_t begin, const std::optional<std::int64_t> &moment)
{
    if (!moment)
        return std::nullopt;
    return static_cast<double>(*moment - begin) / 1000;
}

} // namespace

void showSteps(GraphModel &graph, const JobDetail &pipeline)
{
    QVector<GraphNode> nodes;
    QVector<GraphEdge> edges;
    for (const JobStep &step : pipeline.steps) {
        nodes << nodeOf(step);
        for (const std::string &before : step.dependsOn)
            edges << GraphEdge{textOf(before), 0, textOf(step.job.step), 0};
    }
    graph.setGraph(nodes, edges);
}

std::vector<StepTiming> timingsOf(const JobDetail &pipeline)
{
    const std::int64_t begin = pipeline.summary.startedMs.value_or(pipeline.summary.createdMs);
    std::vector<StepTiming> timings;
    for (const JobStep &step : pipeline.steps)
        timings.push_back(
            {secondsSince(begin, step.job.startedMs), secondsSince(begin, step.job.endedMs), {}});
    return timings;
}

} // namespace atelier::ui
