#include "core/execution/StepGraph.h"

#include <gtest/gtest.h>

using namespace atelier;

namespace {

constexpr JobId pipelineId = 1;

/// A pipeline of steps 2, 3, …; `edges` are (before, after).
StepGraph graphOf(int steps, const std::vector<std::pair<JobId, JobId>> &edges, bool continueOnFailure = true)
{
    StepGraph graph;
    StepGraph::Pipeline pipeline;
    pipeline.id = pipelineId;
    pipeline.name = "pipeline";
    pipeline.continueOnStepFailure = continueOnFailure;
    graph.addPipeline(pipeline);
    for (JobId id = 2; id < 2 + steps; ++id) {
        StepGraph::Node node;
        node.id = id;
        node.name = "step-" + std::to_string(id);
        node.pipeline = pipelineId;
        node.status = JobStatus::NotStarted;
        for (const auto &[before, after] : edges)
            if (after == id)
                node.waitsFor.insert(before);
        graph.add(node);
    }
    return graph;
}

std::vector<std::string> texts(const std::vector<StepGraph::Consequence> &consequences)
{
    std::vector<std::string> list;
    for (const auto &consequence : consequences)
        list.push_back(consequence.name + " " + std::string(name(consequence.status))
            + (consequence.reason.empty() ? "" : " " + consequence.reason));
    return list;
}

using Ids = std::vector<JobId>;
using Texts = std::vector<std::string>;

} // namespace

TEST(StepGraph, AStepIsReadyWhenAllBeforeItCompleted)
{
    StepGraph graph = graphOf(3, {{2, 4}, {3, 4}});
    EXPECT_EQ(graph.ready(), (Ids{2, 3}));
    EXPECT_TRUE(graph.finish(2, JobStatus::Completed).empty());
    EXPECT_EQ(graph.ready(), (Ids{3}));
    EXPECT_TRUE(graph.finish(3, JobStatus::Completed).empty());
    EXPECT_EQ(graph.ready(), (Ids{4}));
}

TEST(StepGraph, TheLastStepCompletesThePipeline)
{
    StepGraph graph = graphOf(1, {});
    EXPECT_EQ(texts(graph.finish(2, JobStatus::Completed)), (Texts{"pipeline Completed"}));
    EXPECT_EQ(graph.pipeline(pipelineId), nullptr);
}

TEST(StepGraph, AFailedStepSkipsAllThatDependsOnItAndNothingElse)
{
    StepGraph graph = graphOf(4, {{2, 3}, {3, 4}}); // 2 -> 3 -> 4, and 5 alone
    EXPECT_EQ(
        texts(graph.finish(2, JobStatus::Failed)), (Texts{"step-3 Skipped step-2", "step-4 Skipped step-2"}));
    EXPECT_EQ(graph.ready(), (Ids{5}));
    EXPECT_EQ(texts(graph.finish(5, JobStatus::Completed)), (Texts{"pipeline Failed"}));
}

TEST(StepGraph, AStepWithTwoFailedOnesBeforeItIsSkippedOnce)
{
    StepGraph graph = graphOf(3, {{2, 4}, {3, 4}});
    EXPECT_EQ(texts(graph.finish(2, JobStatus::Failed)), (Texts{"step-4 Skipped step-2"}));
    EXPECT_EQ(texts(graph.finish(3, JobStatus::Failed)), (Texts{"pipeline Failed"}));
}

TEST(StepGraph, WithoutContinueOnStepFailureEverythingThatWaitsIsSkipped)
{
    StepGraph graph = graphOf(3, {}, false);
    graph.setStatus(3, JobStatus::Running);
    EXPECT_EQ(texts(graph.finish(2, JobStatus::Failed)), (Texts{"step-4 Skipped step-2"}));
    EXPECT_EQ(texts(graph.finish(3, JobStatus::Completed)), (Texts{"pipeline Failed"}));
}

TEST(StepGraph, AStartedStepIsNoLongerReady)
{
    StepGraph graph = graphOf(2, {});
    graph.setStatus(2, JobStatus::Starting);
    EXPECT_EQ(graph.ready(), (Ids{3}));
}

TEST(StepGraph, ACanceledPipelineEndsAsCanceledEvenIfItsLastStepCompletes)
{
    StepGraph graph = graphOf(2, {});
    graph.requestCancel(pipelineId);
    EXPECT_TRUE(graph.finish(2, JobStatus::Canceled).empty());
    EXPECT_EQ(texts(graph.finish(3, JobStatus::Completed)), (Texts{"pipeline Canceled"}));
}

TEST(StepGraph, AFinishedStepThatIsUnknownChangesNothing)
{
    StepGraph graph = graphOf(1, {});
    EXPECT_TRUE(graph.finish(99, JobStatus::Failed).empty());
    EXPECT_EQ(graph.ready(), (Ids{2}));
}

TEST(StepGraph, AChainOfThirtyThousandStepsIsTakenApartFromItsStart)
{
    StepGraph graph;
    StepGraph::Pipeline pipeline;
    pipeline.id = pipelineId;
    graph.addPipeline(pipeline);
    constexpr JobId last = 30'001;
    for (JobId id = 2; id <= last; ++id) {
        StepGraph::Node node;
        node.id = id;
        node.pipeline = pipelineId;
        node.status = JobStatus::NotStarted;
        if (id > 2)
            node.waitsFor.insert(id - 1);
        graph.add(node);
    }
    for (JobId id = 2; id < last; ++id) {
        ASSERT_EQ(graph.ready(), (Ids{id}));
        ASSERT_TRUE(graph.finish(id, JobStatus::Completed).empty());
    }
    EXPECT_EQ(graph.finish(last, JobStatus::Completed).size(), 1U);
}

TEST(StepGraph, AFailureAtTheStartOfALongChainSkipsItAll)
{
    constexpr int steps = 30'000;
    std::vector<std::pair<JobId, JobId>> none;
    StepGraph graph;
    StepGraph::Pipeline pipeline;
    pipeline.id = pipelineId;
    graph.addPipeline(pipeline);
    for (JobId id = 2; id < 2 + steps; ++id) {
        StepGraph::Node node;
        node.id = id;
        node.name = std::to_string(id);
        node.pipeline = pipelineId;
        node.status = JobStatus::NotStarted;
        if (id > 2)
            node.waitsFor.insert(id - 1);
        graph.add(node);
    }
    EXPECT_EQ(graph.finish(2, JobStatus::Failed).size(), static_cast<std::size_t>(steps));
}
