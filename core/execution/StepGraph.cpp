#include "core/execution/StepGraph.h"

namespace atelier {

void StepGraph::addPipeline(Pipeline pipeline)
{
    const JobId id = pipeline.id;
    m_pipelines[id] = std::move(pipeline);
}

void StepGraph::add(Node node)
{
    for (const JobId before : node.waitsFor)
        if (const auto found = m_nodes.find(before); found != m_nodes.end())
            found->second.feeds.insert(node.id);
    if (const auto found = m_pipelines.find(node.pipeline); found != m_pipelines.end())
        found->second.unfinished.insert(node.id);
    if (node.waitsFor.empty() && isWaiting(node.status))
        m_ready.insert(node.id);
    const JobId id = node.id;
    m_nodes[id] = std::move(node);
}

const StepGraph::Node *StepGraph::find(JobId id) const
{
    const auto found = m_nodes.find(id);
    return found == m_nodes.end() ? nullptr : &found->second;
}

const StepGraph::Pipeline *StepGraph::pipeline(JobId id) const
{
    const auto found = m_pipelines.find(id);
    return found == m_pipelines.end() ? nullptr : &found->second;
}

std::vector<JobId> StepGraph::ready() const
{
    return {m_ready.begin(), m_ready.end()};
}

void StepGraph::setStatus(JobId id, JobStatus status)
{
    const auto found = m_nodes.find(id);
    if (found == m_nodes.end())
        return;
    found->second.status = status;
    if (!isWaiting(status))
        m_ready.erase(id);
}

void StepGraph::requestCancel(JobId pipeline)
{
    if (const auto found = m_pipelines.find(pipeline); found != m_pipelines.end())
        found->second.cancelRequested = true;
}

std::vector<StepGraph::Consequence> StepGraph::finish(JobId id, JobStatus status)
{
    std::vector<Consequence> consequences;
    std::vector<Ending> endings{{id, status, {}}};
    // A list instead of recursion: a chain of 30,000 steps would need as deep a stack.
    for (std::size_t i = 0; i < endings.size(); ++i) {
        const Ending ending = endings[i];
        const auto found = m_nodes.find(ending.id);
        if (found == m_nodes.end())
            continue;
        const Node node = std::move(found->second);
        m_nodes.erase(found);
        m_ready.erase(ending.id);
        if (i > 0)
            consequences.push_back({node.id, node.name, ending.status, ending.reason});
        const std::string &cause = ending.reason.empty() ? node.name : ending.reason;
        release(node, ending.status, cause, endings);
        leavePipeline(node, ending.status, cause, endings, consequences);
    }
    return consequences;
}

void StepGraph::release(
    const Node &node, JobStatus status, const std::string &cause, std::vector<Ending> &endings)
{
    for (const JobId after : node.feeds) {
        const auto next = m_nodes.find(after);
        if (next == m_nodes.end())
            continue;
        next->second.waitsFor.erase(node.id);
        if (!isWaiting(next->second.status))
            continue;
        if (status != JobStatus::Completed)
            endings.push_back({after, JobStatus::Skipped, cause});
        else if (next->second.waitsFor.empty())
            m_ready.insert(after);
    }
}

void StepGraph::leavePipeline(const Node &node, JobStatus status, const std::string &cause,
    std::vector<Ending> &endings, std::vector<Consequence> &consequences)
{
    const auto found = m_pipelines.find(node.pipeline);
    if (found == m_pipelines.end())
        return;
    Pipeline &pipeline = found->second;
    pipeline.unfinished.erase(node.id);
    pipeline.anyFailed = pipeline.anyFailed || status == JobStatus::Failed;
    pipeline.anyCanceled = pipeline.anyCanceled || status == JobStatus::Canceled;
    if (status == JobStatus::Failed && !pipeline.continueOnStepFailure)
        for (const JobId other : pipeline.unfinished)
            if (isWaiting(m_nodes[other].status))
                endings.push_back({other, JobStatus::Skipped, cause});
    if (!pipeline.unfinished.empty())
        return;
    JobStatus end = JobStatus::Completed;
    if (pipeline.anyFailed)
        end = JobStatus::Failed;
    else if (pipeline.cancelRequested || pipeline.anyCanceled)
        end = JobStatus::Canceled;
    consequences.push_back({pipeline.id, pipeline.name, end, {}});
    m_pipelines.erase(found);
}

} // namespace atelier
