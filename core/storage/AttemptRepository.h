#pragma once

#include "core/base/Result.h"
#include "core/storage/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

class Database;

enum class AttemptStage { Intended, Running, Ended, Lost };

[[nodiscard]] std::string_view name(AttemptStage state);

/// One start of one job.
struct AttemptRow
{
    std::string uuid;
    std::int64_t jobId = 0;
    int number = 1; ///< from 1 within its job
    AttemptStage state = AttemptStage::Intended;
    Blob tokenHash; ///< of the token that may write this run while the attempt lasts
    int cores = 1;
    std::int64_t createdMs = 0; ///< Unix time
    std::optional<std::int64_t> startedMs;
    std::optional<std::int64_t> endedMs;
    std::optional<int> exitCode;
    std::optional<int> signal;
    std::string reason;
    std::optional<std::int64_t> cpuMs;
    std::optional<std::int64_t> peakMemoryKib; ///< proportional set size of the whole process tree
    std::optional<std::int64_t> durationMs;

    bool operator==(const AttemptRow &) const = default;
};

class AttemptRepository
{
public:
    [[nodiscard]] static Result<void> insert(Database &database, const AttemptRow &row);
    /// Writes every column but uuid, job, number and token; NotFound where there is no such attempt.
    [[nodiscard]] static Result<void> update(Database &database, const AttemptRow &row);
    [[nodiscard]] static Result<std::optional<AttemptRow>> find(Database &database, std::string_view uuid);
    /// Whoever shows this token; also when the attempt is over: the caller decides by its state.
    [[nodiscard]] static Result<std::optional<AttemptRow>> findByToken(
        Database &database, const Blob &tokenHash);
    [[nodiscard]] static Result<std::vector<AttemptRow>> ofJob(
        Database &database, std::int64_t jobId); ///< by number
    /// Intended and Running ones of all jobs.
    [[nodiscard]] static Result<std::vector<AttemptRow>> open(Database &database);
    [[nodiscard]] static Result<int> nextNumber(Database &database, std::int64_t jobId);
};

} // namespace atelier
