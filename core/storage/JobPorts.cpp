// What hangs on a job: what it waits for, what it reads and what it makes.
#include "core/storage/Database.h"
#include "core/storage/JobRepository.h"

namespace atelier {

namespace {

std::int64_t readId(const Row &row)
{
    return row.get<std::int64_t>(0);
}

JobInputRow readInput(const Row &row)
{
    return {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
        row.get<std::string>(3), row.get<std::string>(4)};
}

} // namespace

const std::string JobRepository::isLiteralInput
    = "job_input.type IN ('string', 'integer', 'number', 'boolean')";

Result<void> JobRepository::addDependency(Database &database, std::int64_t jobId, std::int64_t dependsOnId)
{
    return database.run(
        "INSERT OR IGNORE INTO job_dependency (job_id, depends_on_id) VALUES (?1, ?2)", jobId, dependsOnId);
}

Result<std::vector<std::int64_t>> JobRepository::dependenciesOf(Database &database, std::int64_t jobId)
{
    return database.query(
        "SELECT depends_on_id FROM job_dependency WHERE job_id = ?1 ORDER BY depends_on_id", readId, jobId);
}

Result<std::vector<std::int64_t>> JobRepository::dependentsOf(Database &database, std::int64_t jobId)
{
    return database.query(
        "SELECT job_id FROM job_dependency WHERE depends_on_id = ?1 ORDER BY job_id", readId, jobId);
}

Result<void> JobRepository::putInput(Database &database, std::int64_t jobId, const JobInputRow &input)
{
    return database.run("INSERT OR REPLACE INTO job_input (job_id, name, type, mode, value, source)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        jobId, input.name, input.type, input.mode, input.value, input.source);
}

Result<void> JobRepository::putOutput(Database &database, std::int64_t jobId, const JobOutputRow &output)
{
    return database.run(
        "INSERT OR REPLACE INTO job_output (job_id, name, type, mode, path, asset_name, asset_version)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        jobId, output.name, output.type, output.mode, output.path, output.assetName, output.assetVersion);
}

Result<std::vector<JobInputRow>> JobRepository::inputs(Database &database, std::int64_t jobId)
{
    return database.query(
        "SELECT name, type, mode, value, source FROM job_input WHERE job_id = ?1 ORDER BY name", readInput,
        jobId);
}

Result<std::vector<JobInputRow>> JobRepository::literalInputs(Database &database, std::int64_t jobId)
{
    return database.query("SELECT name, type, mode, substr(value, 1, 1000), source FROM job_input"
                          " WHERE job_id = ?1 AND "
            + isLiteralInput + " ORDER BY name",
        readInput, jobId);
}

Result<std::vector<JobOutputRow>> JobRepository::outputs(Database &database, std::int64_t jobId)
{
    return database.query(
        "SELECT name, type, mode, path, asset_name, asset_version FROM job_output WHERE job_id = ?1 ORDER BY"
        " name",
        [](const Row &row) {
            return JobOutputRow{row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
                row.get<std::string>(3), row.get<std::string>(4), row.get<std::string>(5)};
        },
        jobId);
}

} // namespace atelier
