#include "tests/core/storage/Workload.h"

#include "core/storage/ExperimentRepository.h"
#include "core/storage/JobRepository.h"
#include "core/storage/MetricRepository.h"
#include "core/storage/ParameterRepository.h"
#include "core/storage/SettingRepository.h"
#include "core/storage/TagRepository.h"

#include <algorithm>

namespace atelier::test::workload {

namespace {

constexpr std::int64_t baseJob = 1;

bool addsJob(std::int64_t number)
{
    return number % 5 == 0;
}

bool addsParameter(std::int64_t number)
{
    return number % 7 == 0;
}

JobRow jobOf(std::int64_t number)
{
    JobRow row;
    row.name = "j" + std::to_string(number);
    row.displayName = row.name;
    row.experimentId = 1;
    row.parentId = baseJob;
    row.user = "ada";
    row.createdMs = number;
    // Some documents need pages of their own.
    row.document = std::string(number % 3 == 0 ? 9000 : 200, static_cast<char>('a' + number % 26));
    return row;
}

Result<void> addJob(WriteContext &context, std::int64_t number)
{
    Database &database = context.database();
    const Result<std::int64_t> id = JobRepository::insert(database, jobOf(number));
    if (!id)
        return id.error();
    if (Result<void> done = JobRepository::putInput(database, *id, {"x", "string", "", "1", ""}); !done)
        return done;
    context.changed("job", "j" + std::to_string(number), "created");
    return JobRepository::addDependency(database, *id, baseJob);
}

Result<void> writeTraces(WriteContext &context, std::int64_t number)
{
    Database &database = context.database();
    const std::string text = std::to_string(number);
    if (Result<void> done = SettingRepository::set(database, "w" + text, text); !done)
        return done;
    if (Result<void> done = MetricRepository::append(database, baseJob, "m", {number, number, 0.5}); !done)
        return done;
    if (refuses(number))
        return Error{ErrorKind::Conflict, "test.refused", "Refused.", {}, {}};
    if (Result<void> done = TagRepository::set(database, baseJob, "t" + text, text); !done)
        return done;
    if (Result<void> done = JobRepository::setStatus(database, baseJob, JobStatus::Running, text); !done)
        return done;
    if (addsParameter(number))
        if (Result<void> done = ParameterRepository::insert(database, baseJob, "p" + text, text); !done)
            return done;
    context.changed("job", "base", "metrics");
    return addsJob(number) ? addJob(context, number) : Result<void>();
}

using Numbers = std::set<std::int64_t>;

/// The numbers in a query's only column; {-1} where it failed.
Numbers numbers(Database &database, const std::string &sql)
{
    const auto found = database.query(sql, [](const Row &row) { return row.get<std::int64_t>(0); });
    return found ? Numbers(found->begin(), found->end()) : Numbers{-1};
}

Numbers those(const Numbers &of, bool (*which)(std::int64_t))
{
    Numbers kept;
    std::copy_if(of.begin(), of.end(), std::inserter(kept, kept.end()), which);
    return kept;
}

std::string soundness(Database &database)
{
    const auto verdict = database.value<std::string>("PRAGMA integrity_check(1)");
    if (!verdict)
        return verdict.error().sentence;
    if (*verdict != "ok")
        return "integrity: " + **verdict;
    const auto orphan = database.value<std::string>("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1");
    return orphan && !*orphan ? "" : "rows that point to nothing";
}

std::string wholeness(Database &database, const Numbers &present)
{
    if (numbers(database, "SELECT step FROM metric") != present)
        return "metrics of some works, but not of all that are there";
    if (numbers(database, "SELECT CAST(substr(key, 2) AS INTEGER) FROM tag") != present)
        return "tags of some works, but not of all that are there";
    if (numbers(database, "SELECT CAST(value AS INTEGER) FROM parameter") != those(present, addsParameter))
        return "parameters of some works, but not of all that are there";
    const Numbers jobs = those(present, addsJob);
    for (const char *table : {"job_input", "job_dependency"})
        if (numbers(database,
                std::string(
                    "SELECT CAST(substr(name, 2) AS INTEGER) FROM job WHERE parent_id IS NOT NULL AND id IN"
                    " (SELECT job_id FROM ")
                    + table + ")")
            != jobs)
            return "jobs of some works, but not of all that are there";
    return numbers(database, "SELECT CAST(substr(name, 2) AS INTEGER) FROM job WHERE parent_id IS NOT NULL")
            == jobs
        ? ""
        : "jobs of works that are not there";
}

} // namespace

Result<void> prepare(Database &database)
{
    const auto existing = JobRepository::idOf(database, "base");
    if (!existing)
        return existing.error();
    if (*existing)
        return {};
    const Result<std::int64_t> experiment
        = ExperimentRepository::insert(database, {0, "wine", false, 1, 1, {}});
    if (!experiment)
        return experiment.error();
    JobRow base = jobOf(0);
    base.name = "base";
    base.parentId.reset();
    const Result<std::int64_t> id = JobRepository::insert(database, base);
    return id ? Result<void>() : Result<void>(id.error());
}

Writer::Work work(std::int64_t number)
{
    return [number](WriteContext &context) { return writeTraces(context, number); };
}

Writer::Isolation isolation(std::int64_t number)
{
    return number % 4 == 1 && !refuses(number) ? Writer::Isolation::ChecksFirst
                                               : Writer::Isolation::Savepoint;
}

bool refuses(std::int64_t number)
{
    return number % 11 == 3;
}

std::string complaint(
    Database &database, const std::set<std::int64_t> &acknowledged, std::int64_t lastSequence)
{
    if (std::string unsound = soundness(database); !unsound.empty())
        return unsound;
    const Numbers present
        = numbers(database, "SELECT CAST(value AS INTEGER) FROM setting WHERE key GLOB 'w[0-9]*'");
    for (const std::int64_t number : acknowledged)
        if (!present.contains(number))
            return "lost: work " + std::to_string(number) + " was acknowledged";
    if (!those(present, refuses).empty())
        return "a refused work is there";
    if (std::string half = wholeness(database, present); !half.empty())
        return half;
    const Numbers sequences = numbers(database, "SELECT sequence FROM change");
    const std::int64_t newest = sequences.empty() ? 0 : *sequences.rbegin();
    if (newest != static_cast<std::int64_t>(sequences.size()))
        return "the change feed has holes";
    if (newest < lastSequence)
        return "lost: change " + std::to_string(lastSequence) + " was announced";
    return "";
}

} // namespace atelier::test::workload
