#include "core/storage/JobRepository.h"

#include "core/storage/Database.h"

#include <array>

namespace atelier {

namespace {

constexpr std::array jobTypes{JobType::Command, JobType::Pipeline, JobType::Interactive};

JobType typeFromName(std::string_view text)
{
    for (const JobType type : jobTypes)
        if (name(type) == text)
            return type;
    return JobType::Interactive; // the table's CHECK allows no other text
}

Result<void> expectJob(Database &database, Result<void> done)
{
    if (done && database.changedRows() == 0)
        return Error{ErrorKind::NotFound, "job.not-found", "This job does not exist.", {}, {}};
    return done;
}

} // namespace

const std::string JobRepository::columnsWithoutDocument
    = "job.id, job.name, job.type, job.display_name, job.experiment_id, job.parent_id, job.step,"
      " job.status, job.status_reason, job.lifecycle, job.description, job.user, job.compute,"
      " job.created_ms, job.started_ms, job.ended_ms, job.error_code, job.error_sentence,"
      " job.document_digest, job.cache_key, job.reused_from, job.snapshot, job.deleted_ms, ''";
const std::string JobRepository::columns = columnsWithoutDocument.substr(0, columnsWithoutDocument.size() - 2)
    + "ifnull((SELECT document FROM job_document WHERE job_id = job.id), '')";

JobRow JobRepository::read(const Row &row)
{
    JobRow job;
    job.id = row.get<std::int64_t>(0);
    job.name = row.get<std::string>(1);
    job.type = typeFromName(row.text(2));
    job.displayName = row.get<std::string>(3);
    job.experimentId = row.get<std::int64_t>(4);
    job.parentId = row.get<std::optional<std::int64_t>>(5);
    job.step = row.get<std::string>(6);
    job.status = jobStatusFromName(row.text(7)).value_or(JobStatus::Failed);
    job.statusReason = row.get<std::string>(8);
    job.isDeleted = row.text(9) == "deleted";
    job.description = row.get<std::string>(10);
    job.user = row.get<std::string>(11);
    job.compute = row.get<std::string>(12);
    job.createdMs = row.get<std::int64_t>(13);
    job.startedMs = row.get<std::optional<std::int64_t>>(14);
    job.endedMs = row.get<std::optional<std::int64_t>>(15);
    job.errorCode = row.get<std::string>(16);
    job.errorSentence = row.get<std::string>(17);
    job.documentDigest = row.get<std::string>(18);
    job.cacheKey = row.get<std::string>(19);
    job.reusedFrom = row.get<std::string>(20);
    job.snapshot = row.get<std::string>(21);
    job.deletedMs = row.get<std::optional<std::int64_t>>(22);
    job.document = row.get<std::string>(23);
    return job;
}

Result<std::int64_t> JobRepository::insert(Database &database, const JobRow &row)
{
    const Result<std::optional<std::int64_t>> taken = idOf(database, row.name);
    if (!taken)
        return taken.error();
    if (*taken)
        return Error{ErrorKind::Conflict, "job.exists",
            "A job with the name '" + row.name + "' exists already. Choose another name, or leave it out.",
            {{"name", row.name}}, {}};
    Result<void> done = database.run(
        "INSERT INTO job (name, type, display_name, experiment_id, parent_id, step, status, status_reason,"
        " lifecycle, description, user, compute, created_ms, started_ms, ended_ms, error_code,"
        " error_sentence, document_digest, cache_key, reused_from, snapshot)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
        " ?20, ?21)",
        row.name, atelier::name(row.type), row.displayName, row.experimentId, row.parentId, row.step,
        atelier::name(row.status), row.statusReason, row.isDeleted ? "deleted" : "active", row.description,
        row.user, row.compute, row.createdMs, row.startedMs, row.endedMs, row.errorCode, row.errorSentence,
        row.documentDigest, row.cacheKey, row.reusedFrom, row.snapshot);
    if (!done)
        return done.error();
    const std::int64_t id = database.lastInsertId();
    if (!row.document.empty())
        done = database.run("INSERT INTO job_document (job_id, document) VALUES (?1, ?2)", id, row.document);
    return done ? Result<std::int64_t>(id) : Result<std::int64_t>(done.error());
}

Result<std::optional<JobRow>> JobRepository::find(Database &database, std::int64_t id)
{
    return database.first("SELECT " + columns + " FROM job WHERE id = ?1", read, id);
}

Result<std::optional<JobRow>> JobRepository::findByName(Database &database, std::string_view name)
{
    return database.first("SELECT " + columns + " FROM job WHERE name = ?1", read, name);
}

Result<std::optional<std::int64_t>> JobRepository::idOf(Database &database, std::string_view name)
{
    return database.value<std::int64_t>("SELECT id FROM job WHERE name = ?1", name);
}

Result<std::optional<std::string>> JobRepository::nameOf(Database &database, std::int64_t id)
{
    return database.value<std::string>("SELECT name FROM job WHERE id = ?1", id);
}

Result<std::int64_t> JobRepository::originOf(Database &database, const JobRow &job)
{
    if (job.reusedFrom.empty())
        return job.id;
    const auto origin = idOf(database, job.reusedFrom);
    if (!origin)
        return origin.error();
    return origin->value_or(job.id);
}

Result<std::vector<JobRow>> JobRepository::children(Database &database, std::int64_t parentId)
{
    return database.query(
        "SELECT " + columnsWithoutDocument + " FROM job WHERE parent_id = ?1 ORDER BY id", read, parentId);
}

Result<std::optional<JobRow>> JobRepository::firstFailedStep(Database &database, std::int64_t pipelineId)
{
    auto rows = database.query("SELECT " + columnsWithoutDocument
            + " FROM job WHERE parent_id = ?1 AND status = 'Failed' ORDER BY ended_ms, id LIMIT 1",
        read, pipelineId);
    if (!rows)
        return rows.error();
    return rows->empty() ? std::nullopt : std::optional<JobRow>(std::move(rows->front()));
}

Result<std::vector<std::string>> JobRepository::withSnapshot(Database &database, std::string_view digest)
{
    return database.query(
        "SELECT name FROM job WHERE snapshot = ?1 ORDER BY id DESC",
        [](const Row &row) { return row.get<std::string>(0); }, digest);
}

Result<std::vector<JobRow>> JobRepository::unfinished(Database &database)
{
    return database.query("SELECT " + columnsWithoutDocument
            + " FROM job WHERE status NOT IN ('Completed', 'Failed', 'Canceled', 'Skipped') ORDER BY id",
        read);
}

Result<void> JobRepository::setStatus(Database &database, std::int64_t id, JobStatus status,
    std::string_view reason, std::optional<std::int64_t> startedMs, std::optional<std::int64_t> endedMs)
{
    return expectJob(database,
        database.run("UPDATE job SET status = ?2, status_reason = ?3, started_ms = ifnull(?4, started_ms),"
                     " ended_ms = ifnull(?5, ended_ms) WHERE id = ?1",
            id, atelier::name(status), reason, startedMs, endedMs));
}

Result<void> JobRepository::setError(
    Database &database, std::int64_t id, std::string_view code, std::string_view sentence)
{
    return expectJob(database,
        database.run(
            "UPDATE job SET error_code = ?2, error_sentence = ?3 WHERE id = ?1", id, code, sentence));
}

Result<void> JobRepository::update(Database &database, const JobRow &row)
{
    return expectJob(database,
        database.run(
            "UPDATE job SET display_name = ?2, experiment_id = ?3, status = ?4, status_reason = ?5,"
            " lifecycle = ?6, description = ?7, user = ?8, compute = ?9, created_ms = ?10,"
            " started_ms = ?11, ended_ms = ?12, error_code = ?13, error_sentence = ?14,"
            " document_digest = ?15, cache_key = ?16, reused_from = ?17, snapshot = ?18 WHERE id = ?1",
            row.id, row.displayName, row.experimentId, atelier::name(row.status), row.statusReason,
            row.isDeleted ? "deleted" : "active", row.description, row.user, row.compute, row.createdMs,
            row.startedMs, row.endedMs, row.errorCode, row.errorSentence, row.documentDigest, row.cacheKey,
            row.reusedFrom, row.snapshot));
}

Result<void> JobRepository::remove(Database &database, std::int64_t id)
{
    return expectJob(database, database.run("DELETE FROM job WHERE id = ?1", id));
}

} // namespace atelier
