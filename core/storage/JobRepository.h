#pragma once

#include "core/base/Result.h"
#include "core/domain/Job.h"
#include "core/domain/JobStatus.h"
#include "core/storage/Statement.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

class Database;

/// A job, which is also a run: every column of its row.
struct JobRow
{
    std::int64_t id = 0; ///< 0 until it is inserted
    std::string name;
    JobType type = JobType::Command;
    std::string displayName;
    std::int64_t experimentId = 0;
    std::optional<std::int64_t> parentId;
    std::string step; ///< its name in its pipeline
    JobStatus status = JobStatus::NotStarted;
    std::string statusReason;
    bool isDeleted = false;
    std::optional<std::int64_t> deletedMs; ///< see JobLifecycle
    std::string description;
    std::string user;
    std::string compute = "local";
    std::int64_t createdMs = 0; ///< times are Unix time
    std::optional<std::int64_t> startedMs;
    std::optional<std::int64_t> endedMs;
    std::string errorCode;
    std::string errorSentence;
    std::string documentDigest;
    std::string cacheKey;
    std::string reusedFrom; ///< name of the job whose outputs these are
    std::string snapshot; ///< digest of the code
    std::string document; ///< as submitted; not read by lists

    bool operator==(const JobRow &) const = default;
};

/// What a job was given.
struct JobInputRow
{
    std::string name;
    std::string type;
    std::string mode;
    std::string value; ///< a literal's text, or the absolute path it reads
    std::string source; ///< where it came from: `azureml:wine:1`, `split.train`

    bool operator==(const JobInputRow &) const = default;
};

struct JobOutputRow
{
    std::string name;
    std::string type;
    std::string mode;
    std::string path;
    std::string assetName;
    std::string assetVersion;

    bool operator==(const JobOutputRow &) const = default;
};

class JobRepository
{
public:
    /// The new id; Conflict where the name is taken.
    [[nodiscard]] static Result<std::int64_t> insert(Database &database, const JobRow &row);
    [[nodiscard]] static Result<std::optional<JobRow>> find(Database &database, std::int64_t id);
    [[nodiscard]] static Result<std::optional<JobRow>> findByName(Database &database, std::string_view name);
    [[nodiscard]] static Result<std::optional<std::int64_t>> idOf(Database &database, std::string_view name);
    [[nodiscard]] static Result<std::optional<std::string>> nameOf(Database &database, std::int64_t id);
    /// The job whose numbers and files a job shows: the one that it was taken from, else itself.
    [[nodiscard]] static Result<std::int64_t> originOf(Database &database, const JobRow &job);
    /// The steps of a pipeline in the order of their insertion, documents left empty.
    [[nodiscard]] static Result<std::vector<JobRow>> children(Database &database, std::int64_t parentId);
    /// The step that failed first, if one did; its document left empty.
    [[nodiscard]] static Result<std::optional<JobRow>> firstFailedStep(
        Database &database, std::int64_t pipelineId);
    /// The names of the jobs that were given this code, newest first.
    [[nodiscard]] static Result<std::vector<std::string>> withSnapshot(
        Database &database, std::string_view digest);
    /// All that can still change by themselves, oldest first, documents left empty; runs that a script opened
    /// included.
    [[nodiscard]] static Result<std::vector<JobRow>> unfinished(Database &database);

    /// Keeps the times as they are where none is given; NotFound where there is no such job, here and below.
    [[nodiscard]] static Result<void> setStatus(Database &database, std::int64_t id, JobStatus status,
        std::string_view reason = {}, std::optional<std::int64_t> startedMs = {},
        std::optional<std::int64_t> endedMs = {});
    [[nodiscard]] static Result<void> setError(
        Database &database, std::int64_t id, std::string_view code, std::string_view sentence);
    /// Writes every column of the row but id, name, type, parent, step, document and the time of deletion.
    [[nodiscard]] static Result<void> update(Database &database, const JobRow &row);
    /// Removes it for good with everything that hangs on it.
    [[nodiscard]] static Result<void> remove(Database &database, std::int64_t id);

    [[nodiscard]] static Result<void> addDependency(
        Database &database, std::int64_t jobId, std::int64_t dependsOnId);
    [[nodiscard]] static Result<std::vector<std::int64_t>> dependenciesOf(
        Database &database, std::int64_t jobId);
    [[nodiscard]] static Result<std::vector<std::int64_t>> dependentsOf(
        Database &database, std::int64_t jobId);

    /// Insert or replace by name.
    [[nodiscard]] static Result<void> putInput(
        Database &database, std::int64_t jobId, const JobInputRow &input);
    [[nodiscard]] static Result<void> putOutput(
        Database &database, std::int64_t jobId, const JobOutputRow &output);
    [[nodiscard]] static Result<std::vector<JobInputRow>> inputs(Database &database, std::int64_t jobId);
    /// Those of them that are no files or folders, for lists: of each value at most 1000 characters.
    [[nodiscard]] static Result<std::vector<JobInputRow>> literalInputs(
        Database &database, std::int64_t jobId);
    static const std::string isLiteralInput; ///< a condition on job_input
    [[nodiscard]] static Result<std::vector<JobOutputRow>> outputs(Database &database, std::int64_t jobId);

    /// For SELECTs of others: the columns that `read` expects, of a table or alias named `job`.
    static const std::string columns;
    static const std::string columnsWithoutDocument;
    [[nodiscard]] static JobRow read(const Row &row);
};

} // namespace atelier
