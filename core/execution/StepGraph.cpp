#include "core/execution/StepGraph.h"

namespace atelier {

namespace {

bool isWaiting(JobStatus status)
{
    return status == JobStatus::NotStarted || status == JobStatus::Queued;
}

} // namespace

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
    const auto found = m_nodes.find(id);
    if (found == m_nodes.end())
        return consequences;
    Node node = std::move(found->second);
    m_nodes.erase(found);
    m_ready.erase(id);
    node.status = status;
    for (const JobId after : node.feeds) {
        const auto next = m_nodes.find(after);
        if (next == m_nodes.end())
            continue;
        next->second.waitsFor.erase(id);
        if (status != JobStatus::Completed)
            skip(after, node.name, consequences);
        else if (next->second.waitsFor.empty() && isWaiting(next->second.status))
            m_ready.insert(after);
    }
    leavePipeline(node, consequences);
    return consequences;
}

void StepGraph::skip(JobId id, const std::string &reason, std::vector<Consequence> &consequences)
{
    if (const auto found = m_nodes.find(id); found == m_nodes.end() || !isWaiting(found->second.status))
        return;
    consequences.push_back({id, m_nodes[id].name, JobStatus::Skipped, reason});
    for (Consequence &further : finish(id, JobStatus::Skipped)) {
        if (further.status == JobStatus::Skipped)
            further.reason = reason; // the step that failed, not the one between
        consequences.push_back(std::move(further));
    }
}

void StepGraph::leavePipeline(const Node &node, std::vector<Consequence> &consequences)
{
    const auto found = m_pipelines.find(node.pipeline);
    if (found == m_pipelines.end())
        return;
    Pipeline &pipeline = found->second;
    pipeline.unfinished.erase(node.id);
    pipeline.anyFailed = pipeline.anyFailed || node.status == JobStatus::Failed;
    pipeline.anyCanceled = pipeline.anyCanceled || node.status == JobStatus::Canceled;
    if (node.status == JobStatus::Failed && !pipeline.continueOnStepFailure) {
        const std::set<JobId> rest = pipeline.unfinished; // skip() changes the original
        for (const JobId other : rest)
            skip(other, node.name, consequences);
        if (m_pipelines.find(node.pipeline) == m_pipelines.end())
            return; // the last skip finished it
    }
    if (!pipeline.unfinished.empty())
        return;
    JobStatus status = JobStatus::Completed;
    if (pipeline.anyFailed)
        status = JobStatus::Failed;
    else if (pipeline.cancelRequested || pipeline.anyCanceled)
        status = JobStatus::Canceled;
    consequences.push_back({pipeline.id, pipeline.name, status, {}});
    m_pipelines.erase(found);
}

} // namespace atelier
