#include "tests/core/storage/Workspace.h"

#include "core/storage/Migrations.h"

#include <gtest/gtest.h>

namespace atelier::test {

Workspace::Workspace()
{
    Result<Database> database = Database::open(file());
    if (!database) {
        ADD_FAILURE() << database.error().sentence;
        return;
    }
    m_database = std::move(*database);
    if (const Result<void> migrated = migrate(*m_database, m_folder / "backups"); !migrated)
        ADD_FAILURE() << migrated.error().sentence;
    const Result<std::int64_t> id = ExperimentRepository::insert(*m_database, {0, "wine", false, 1, 1, {}});
    m_experiment = id ? *id : 0;
}

JobRow plainJob(const std::string &name, std::int64_t experimentId, std::int64_t createdMs)
{
    JobRow row;
    row.name = name;
    row.displayName = name;
    row.experimentId = experimentId;
    row.user = "ada";
    row.createdMs = createdMs;
    return row;
}

JobRow fullJob(const std::string &name, std::int64_t experimentId)
{
    JobRow row = plainJob(name, experimentId, 1000);
    row.type = JobType::Pipeline;
    row.displayName = "Train it — 训练";
    row.step = "fit";
    row.status = JobStatus::Running;
    row.statusReason = "2 of 2 cores are in use";
    row.isDeleted = true;
    row.description = "with 'quotes' and\nlines";
    row.compute = "big";
    row.startedMs = 2000;
    row.endedMs = 3000;
    row.errorCode = "step.failed";
    row.errorSentence = "It failed.";
    row.documentDigest = "d1";
    row.cacheKey = "c1";
    row.reusedFrom = "old";
    row.snapshot = "s1";
    row.document = "type: pipeline\n";
    return row;
}

std::int64_t added(Database &database, const JobRow &row)
{
    const Result<std::int64_t> id = JobRepository::insert(database, row);
    if (!id)
        ADD_FAILURE() << id.error().sentence;
    return id ? *id : 0;
}

} // namespace atelier::test
