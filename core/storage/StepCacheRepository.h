#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace atelier {

class Database;

/// Which finished job has the outputs of a cache key.
class StepCacheRepository
{
public:
    [[nodiscard]] static Result<std::optional<std::int64_t>> find(
        Database &database, std::string_view cacheKey);
    [[nodiscard]] static Result<void> put(Database &database, std::string_view cacheKey, std::int64_t jobId);
    [[nodiscard]] static Result<void> remove(Database &database, std::string_view cacheKey);
};

} // namespace atelier
