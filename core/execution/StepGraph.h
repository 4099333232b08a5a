#pragma once

#include "core/domain/JobStatus.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace atelier {

using JobId = std::int64_t;

/// The unfinished jobs and what waits for what. Pure bookkeeping: it starts nothing and writes nothing.
class StepGraph
{
public:
    struct Node
    {
        JobId id = 0;
        std::string name;
        JobId pipeline = 0; ///< 0: a job of its own
        JobStatus status = JobStatus::Queued;
        std::set<JobId> waitsFor; ///< unfinished steps before it
        std::set<JobId> feeds; ///< unfinished steps after it
    };
    struct Pipeline
    {
        JobId id = 0;
        std::string name;
        bool continueOnStepFailure = true;
        bool forceRerun = false;
        bool cancelRequested = false;
        bool anyFailed = false;
        bool anyCanceled = false;
        std::set<JobId> unfinished;
    };
    /// A job whose status changed because another's did.
    struct Consequence
    {
        JobId id = 0;
        std::string name;
        JobStatus status = JobStatus::Skipped;
        std::string reason; ///< why it was skipped
    };

    void addPipeline(Pipeline pipeline);
    /// After its pipeline and after the steps it waits for.
    void add(Node node);

    [[nodiscard]] const Node *find(JobId id) const;
    [[nodiscard]] const Pipeline *pipeline(JobId id) const;
    [[nodiscard]] const std::map<JobId, Node> &nodes() const { return m_nodes; }
    /// Steps that wait for nothing and are not started, oldest first.
    [[nodiscard]] std::vector<JobId> ready() const;

    void setStatus(JobId id, JobStatus status);
    void requestCancel(JobId pipeline);
    /// Takes a finished step out. Answers what follows: steps that can never run now, and pipelines that are
    /// finished.
    [[nodiscard]] std::vector<Consequence> finish(JobId id, JobStatus status);

private:
    /// A step that is to be taken out, and the name of the step whose end is the reason.
    struct Ending
    {
        JobId id;
        JobStatus status;
        std::string reason;
    };
    void release(const Node &node, JobStatus status, const std::string &cause, std::vector<Ending> &endings);
    void leavePipeline(const Node &node, JobStatus status, const std::string &cause,
        std::vector<Ending> &endings, std::vector<Consequence> &consequences);

    std::map<JobId, Node> m_nodes;
    std::map<JobId, Pipeline> m_pipelines;
    std::set<JobId> m_ready;
};

} // namespace atelier
