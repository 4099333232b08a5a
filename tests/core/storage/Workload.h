#pragma once

#include "core/storage/Writer.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <set>
#include <string>

namespace atelier::test {

/// The mixed work of the fault tests. Work number n leaves traces in many tables, all of them or none; some
/// works write half of theirs and then refuse.
namespace workload {

/// Makes what the works hang on.
[[nodiscard]] Result<void> prepare(Database &database);
[[nodiscard]] Writer::Work work(std::int64_t number);
[[nodiscard]] Writer::Isolation isolation(std::int64_t number);
[[nodiscard]] bool refuses(std::int64_t number);

/// "" where the database is sound, holds every acknowledged work whole, no refused one, no work by half, and
/// a change feed without holes that reaches at least to `lastSequence`; else what is wrong.
[[nodiscard]] std::string complaint(
    Database &database, const std::set<std::int64_t> &acknowledged, std::int64_t lastSequence);

} // namespace workload

} // namespace atelier::test
