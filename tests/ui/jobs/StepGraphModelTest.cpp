#include "ui/jobs/StepGraphModel.h"

#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::ui;

namespace {

JobStep completed(const std::string &step, const std::string &reusedFrom)
{
    JobStep one;
    one.job.step = step;
    one.job.status = JobStatus::Completed;
    one.job.startedMs = 1'000;
    one.job.endedMs = 3'000;
    one.job.reusedFrom = reusedFrom;
    return one;
}

} // namespace

TEST(StepGraph, AStepThatTookOverResultsDoesNotLookNewlyRun)
{
    JobDetail pipeline;
    pipeline.steps = {completed("clean", "calm_river_1"), completed("train", {})};
    GraphModel graph;
    showSteps(graph, pipeline);
    const GraphNode &reused = graph.nodes()[0];
    EXPECT_TRUE(reused.reused);
    EXPECT_EQ(reused.state.text, QStringLiteral("Reused"));
    EXPECT_EQ(reused.state.tone, Tone::Neutral);
    EXPECT_EQ(reused.state.icon, QStringLiteral("arrow_sync"));
    EXPECT_EQ(reused.detail, QStringLiteral("Reused from calm_river_1"));
    const GraphNode &ran = graph.nodes()[1];
    EXPECT_FALSE(ran.reused);
    EXPECT_EQ(ran.state.text, QStringLiteral("Completed"));
    EXPECT_EQ(ran.detail, QStringLiteral("2.0 s"));
}
