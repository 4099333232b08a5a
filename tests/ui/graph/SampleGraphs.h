#pragma once

#include "core/graph/StepTimes.h"
#include "ui/graph/GraphModel.h"

#include <vector>

namespace atelier::test {

struct SampleGraph
{
    QVector<ui::GraphNode> nodes;
    QVector<ui::GraphEdge> edges;
    std::vector<StepTiming> timings;
    std::optional<double> now;
};

/// Seven steps amid a run: reused, completed, failed, running and queued ones.
[[nodiscard]] SampleGraph runningPipeline();

/// The first steps of it with short names, for the small graph.
[[nodiscard]] SampleGraph smallPipeline();

/// Steps that each lead on to some of the next ones; a tenth of them runs.
[[nodiscard]] SampleGraph largeGraph(int nodes, int edges);

} // namespace atelier::test
