#include "core/storage/AttemptRepository.h"

#include "core/storage/Database.h"

#include <array>

namespace atelier {

namespace {

constexpr std::array<std::string_view, 4> stateNames{"Intended", "Running", "Ended", "Lost"};

AttemptStage stateFromName(std::string_view text)
{
    for (std::size_t i = 0; i < stateNames.size(); ++i)
        if (stateNames[i] == text)
            return static_cast<AttemptStage>(i);
    return AttemptStage::Lost; // the table's CHECK allows no other text
}

const std::string selectAttempt = "SELECT uuid, job_id, number, state, token_hash, cores, created_ms,"
                                  " started_ms, ended_ms, exit_code, signal,"
                                  " reason, cpu_ms, peak_memory_kib, duration_ms FROM attempt ";

AttemptRow readAttempt(const Row &row)
{
    AttemptRow attempt;
    attempt.uuid = row.get<std::string>(0);
    attempt.jobId = row.get<std::int64_t>(1);
    attempt.number = row.get<int>(2);
    attempt.state = stateFromName(row.text(3));
    attempt.tokenHash = row.get<Blob>(4);
    attempt.cores = row.get<int>(5);
    attempt.createdMs = row.get<std::int64_t>(6);
    attempt.startedMs = row.get<std::optional<std::int64_t>>(7);
    attempt.endedMs = row.get<std::optional<std::int64_t>>(8);
    attempt.exitCode = row.get<std::optional<int>>(9);
    attempt.signal = row.get<std::optional<int>>(10);
    attempt.reason = row.get<std::string>(11);
    attempt.cpuMs = row.get<std::optional<std::int64_t>>(12);
    attempt.peakMemoryKib = row.get<std::optional<std::int64_t>>(13);
    attempt.durationMs = row.get<std::optional<std::int64_t>>(14);
    return attempt;
}

} // namespace

std::string_view name(AttemptStage state)
{
    return stateNames[static_cast<std::size_t>(state)];
}

Result<void> AttemptRepository::insert(Database &database, const AttemptRow &row)
{
    return database.run(
        "INSERT INTO attempt (uuid, job_id, number, state, token_hash, cores, created_ms, started_ms,"
        " ended_ms, exit_code, signal, reason, cpu_ms, peak_memory_kib, duration_ms)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        row.uuid, row.jobId, row.number, name(row.state), row.tokenHash, row.cores, row.createdMs,
        row.startedMs, row.endedMs, row.exitCode, row.signal, row.reason, row.cpuMs, row.peakMemoryKib,
        row.durationMs);
}

Result<void> AttemptRepository::update(Database &database, const AttemptRow &row)
{
    Result<void> done
        = database.run("UPDATE attempt SET state = ?2, cores = ?3, created_ms = ?4, started_ms = ?5,"
                       " ended_ms = ?6, exit_code = ?7, signal = ?8, reason = ?9, cpu_ms = ?10,"
                       " peak_memory_kib = ?11, duration_ms = ?12 WHERE uuid = ?1",
            row.uuid, name(row.state), row.cores, row.createdMs, row.startedMs, row.endedMs, row.exitCode,
            row.signal, row.reason, row.cpuMs, row.peakMemoryKib, row.durationMs);
    if (done && database.changedRows() == 0)
        return Error{ErrorKind::NotFound, "attempt.not-found", "The attempt " + row.uuid + " does not exist.",
            {{"uuid", row.uuid}}, {}};
    return done;
}

Result<std::optional<AttemptRow>> AttemptRepository::find(Database &database, std::string_view uuid)
{
    return database.first(selectAttempt + "WHERE uuid = ?1", readAttempt, uuid);
}

Result<std::optional<AttemptRow>> AttemptRepository::findByToken(Database &database, const Blob &tokenHash)
{
    return database.first(selectAttempt + "WHERE token_hash = ?1", readAttempt, tokenHash);
}

Result<std::vector<AttemptRow>> AttemptRepository::ofJob(Database &database, std::int64_t jobId)
{
    return database.query(selectAttempt + "WHERE job_id = ?1 ORDER BY number", readAttempt, jobId);
}

Result<std::vector<AttemptRow>> AttemptRepository::open(Database &database)
{
    return database.query(
        selectAttempt + "WHERE state IN ('Intended', 'Running') ORDER BY job_id, number", readAttempt);
}

Result<int> AttemptRepository::nextNumber(Database &database, std::int64_t jobId)
{
    const auto last = database.value<int>("SELECT max(number) FROM attempt WHERE job_id = ?1", jobId);
    if (!last)
        return last.error();
    return (*last).value_or(0) + 1;
}

} // namespace atelier
