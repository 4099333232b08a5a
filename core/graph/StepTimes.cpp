#include "core/graph/StepTimes.h"

#include <algorithm>
#include <limits>

namespace atelier {

namespace {

std::optional<double> readyTime(
    const std::vector<std::size_t> &predecessors, const std::vector<StepSpan> &spans)
{
    double latest = 0;
    for (const std::size_t step : predecessors) {
        const std::optional<double> finish = spans[step].finish();
        if (!finish)
            return std::nullopt;
        latest = std::max(latest, *finish);
    }
    return latest;
}

StepSpan spanOf(const StepTiming &timing, std::optional<double> ready, double now)
{
    StepSpan span{ready, timing.begin, timing.end, std::nullopt};
    if (timing.end)
        return span;
    if (timing.begin)
        span.reached = std::max(now, *timing.begin);
    else if (ready && timing.typical)
        span.begin = std::max(now, *ready);
    if (span.begin && timing.typical)
        span.expectedEnd = std::max(now, *span.begin + *timing.typical);
    return span;
}

/// Of some steps the one that is over last, but not after `limit`; among equals the first.
class LastOver
{
public:
    LastOver(const std::vector<StepSpan> &spans, double limit)
        : m_spans(spans)
        , m_limit(limit)
    {
    }

    void consider(std::size_t step)
    {
        const std::optional<double> finish = m_spans[step].finish();
        if (!finish || !m_spans[step].begin || *finish > m_limit || (m_step && *finish <= m_finish))
            return;
        m_step = step;
        m_finish = *finish;
    }

    [[nodiscard]] std::optional<std::size_t> step() const { return m_step; }

private:
    const std::vector<StepSpan> &m_spans;
    double m_limit;
    std::optional<std::size_t> m_step;
    double m_finish = 0;
};

std::optional<std::size_t> waitedFor(
    std::size_t step, const AcyclicGraph &graph, const std::vector<StepSpan> &spans, double patience)
{
    const double begin = *spans[step].begin;
    LastOver last(spans, begin);
    for (const std::size_t predecessor : graph.predecessors[step])
        last.consider(predecessor);
    if (begin - spans[step].ready.value_or(begin) <= patience)
        return last.step();
    // Steps of no length end where they begin: they cannot have kept themselves or each other waiting.
    for (std::size_t other = 0; other < spans.size(); ++other)
        if (spans[other].begin && *spans[other].begin < begin)
            last.consider(other);
    return last.step();
}

} // namespace

std::vector<StepSpan> stepSpans(const AcyclicGraph &graph, const std::vector<StepTiming> &timings, double now)
{
    std::vector<StepSpan> spans(graph.size());
    for (const std::size_t step : topologicalOrder(graph))
        spans[step] = spanOf(timings[step], readyTime(graph.predecessors[step], spans), now);
    return spans;
}

std::vector<std::size_t> criticalPath(
    const AcyclicGraph &graph, const std::vector<StepSpan> &spans, double patience)
{
    LastOver last(spans, std::numeric_limits<double>::infinity());
    for (std::size_t step = 0; step < spans.size(); ++step)
        last.consider(step);
    std::vector<std::size_t> path;
    // A clock that was put back could lead round in a circle.
    for (auto step = last.step(); step && path.size() < spans.size();
         step = waitedFor(*step, graph, spans, patience))
        path.push_back(*step);
    std::reverse(path.begin(), path.end());
    return path;
}

} // namespace atelier
