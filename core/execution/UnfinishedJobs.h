#pragma once

#include "core/execution/StepGraph.h"
#include "core/storage/AttemptRepository.h"
#include "core/storage/JobRepository.h"

#include <map>
#include <string>

namespace atelier {

class Database;

/// The jobs that still have something to do, as the database has them. Used by one thread.
class UnfinishedJobs
{
public:
    /// Everything that is unfinished, after a start or after a write that failed.
    [[nodiscard]] Result<void> loadAll(Database &database);
    /// One submitted job, with its steps.
    [[nodiscard]] Result<void> load(Database &database, JobId id);

    [[nodiscard]] StepGraph &graph() { return m_graph; }
    [[nodiscard]] const JobRow *row(JobId id) const;
    [[nodiscard]] std::vector<JobId> cancelRequested() const;
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    void setStatus(JobId id, JobStatus status, const std::string &reason);
    void setReused(JobId id, const std::string &from);
    void forget(JobId id) { m_rows.erase(id); }

private:
    [[nodiscard]] Result<void> addPipeline(Database &database, const JobRow &row);
    [[nodiscard]] Result<void> addStep(Database &database, const JobRow &row);

    StepGraph m_graph;
    std::map<JobId, JobRow> m_rows; ///< documents left empty
};

} // namespace atelier
