#include "core/execution/UnfinishedJobs.h"

#include "core/base/Json.h"
#include "core/document/JobDocument.h"
#include "core/storage/Database.h"

namespace atelier {

Result<void> UnfinishedJobs::loadAll(Database &database)
{
    m_graph = {};
    m_rows.clear();
    const auto rows = JobRepository::unfinished(database);
    if (!rows)
        return rows.error();
    // Oldest first, so a pipeline comes before its steps and a step before those that wait for it.
    for (const JobRow &row : *rows) {
        if (row.type == JobType::Interactive)
            continue;
        if (auto added = row.type == JobType::Pipeline ? addPipeline(database, row) : addStep(database, row);
            !added)
            return added;
    }
    return {};
}

Result<void> UnfinishedJobs::load(Database &database, JobId id)
{
    const auto row = JobRepository::find(database, id);
    if (!row)
        return row.error();
    if (!*row || isFinal((*row)->status) || m_rows.count(id) != 0)
        return {};
    if ((*row)->type != JobType::Pipeline)
        return addStep(database, **row);
    if (auto added = addPipeline(database, **row); !added)
        return added;
    const auto children = JobRepository::children(database, id);
    if (!children)
        return children.error();
    for (const JobRow &child : *children)
        if (!isFinal(child.status) && child.type == JobType::Command)
            if (auto added = addStep(database, child); !added)
                return added;
    return {};
}

Result<void> UnfinishedJobs::addPipeline(Database &database, const JobRow &row)
{
    StepGraph::Pipeline pipeline;
    pipeline.id = row.id;
    pipeline.name = row.name;
    pipeline.cancelRequested = row.status == JobStatus::CancelRequested;
    const auto whole = JobRepository::find(database, row.id);
    if (!whole)
        return whole.error();
    const auto json = parseJson(*whole ? (*whole)->document : std::string());
    const auto loaded = json ? jobFromJson(*json) : Loaded<JobDocument>{};
    if (loaded.value) {
        if (const auto *document = std::get_if<PipelineJob>(&*loaded.value)) {
            pipeline.continueOnStepFailure = document->continueOnStepFailure;
            pipeline.forceRerun = document->forceRerun;
        }
    }
    const auto children = JobRepository::children(database, row.id);
    if (!children)
        return children.error();
    for (const JobRow &child : *children) {
        pipeline.anyFailed = pipeline.anyFailed || child.status == JobStatus::Failed;
        pipeline.anyCanceled = pipeline.anyCanceled || child.status == JobStatus::Canceled;
    }
    m_graph.addPipeline(std::move(pipeline));
    m_rows[row.id] = row;
    m_rows[row.id].document.clear();
    return {};
}

Result<void> UnfinishedJobs::addStep(Database &database, const JobRow &row)
{
    const auto before = JobRepository::dependenciesOf(database, row.id);
    if (!before)
        return before.error();
    StepGraph::Node node;
    node.id = row.id;
    node.name = row.name;
    node.pipeline = row.parentId.value_or(0);
    node.status = row.status;
    for (const JobId id : *before)
        if (m_graph.find(id) != nullptr)
            node.waitsFor.insert(id);
    m_graph.add(std::move(node));
    m_rows[row.id] = row;
    m_rows[row.id].document.clear();
    return {};
}

const JobRow *UnfinishedJobs::row(JobId id) const
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? nullptr : &found->second;
}

std::vector<JobId> UnfinishedJobs::cancelRequested() const
{
    std::vector<JobId> ids;
    for (const auto &[id, row] : m_rows)
        if (row.status == JobStatus::CancelRequested)
            ids.push_back(id);
    return ids;
}

void UnfinishedJobs::setStatus(JobId id, JobStatus status, const std::string &reason)
{
    if (const auto found = m_rows.find(id); found != m_rows.end()) {
        found->second.status = status;
        found->second.statusReason = reason;
    }
    m_graph.setStatus(id, status);
}

void UnfinishedJobs::setReused(JobId id, const std::string &from)
{
    if (const auto found = m_rows.find(id); found != m_rows.end())
        found->second.reusedFrom = from;
}

} // namespace atelier
