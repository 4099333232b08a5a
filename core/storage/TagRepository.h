#pragma once

#include "core/base/Result.h"
#include "core/storage/KeyValue.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

class Database;

/// Tags of jobs.
class TagRepository
{
public:
    [[nodiscard]] static Result<void> set(
        Database &database, std::int64_t jobId, std::string_view key, std::string_view value);
    /// False where there was no such tag.
    [[nodiscard]] static Result<bool> remove(Database &database, std::int64_t jobId, std::string_view key);
    [[nodiscard]] static Result<std::optional<std::string>> find(
        Database &database, std::int64_t jobId, std::string_view key);
    [[nodiscard]] static Result<std::vector<KeyValue>> ofJob(
        Database &database, std::int64_t jobId); ///< by key
};

} // namespace atelier
