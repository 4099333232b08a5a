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

struct ExperimentRow
{
    std::int64_t id = 0; ///< 0 until it is inserted
    std::string name;
    bool isDeleted = false;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
    std::vector<KeyValue> tags; ///< by key

    bool operator==(const ExperimentRow &) const = default;
};

class ExperimentRepository
{
public:
    enum class Lifecycle { Active, Deleted, Any };

    /// The new id; Conflict where the name is taken. Inserts the tags too.
    [[nodiscard]] static Result<std::int64_t> insert(Database &database, const ExperimentRow &row);
    [[nodiscard]] static Result<std::optional<ExperimentRow>> find(Database &database, std::int64_t id);
    [[nodiscard]] static Result<std::optional<ExperimentRow>> findByName(
        Database &database, std::string_view name);
    /// Newest first.
    [[nodiscard]] static Result<std::vector<ExperimentRow>> list(
        Database &database, Lifecycle lifecycle, std::int64_t limit, std::int64_t offset = 0);
    [[nodiscard]] static Result<void> rename(
        Database &database, std::int64_t id, std::string_view name, std::int64_t nowMs);
    /// Its jobs follow it.
    [[nodiscard]] static Result<void> setDeleted(
        Database &database, std::int64_t id, bool isDeleted, std::int64_t nowMs);
    [[nodiscard]] static Result<void> setTag(
        Database &database, std::int64_t id, std::string_view key, std::string_view value);
    /// False where there was no such tag.
    [[nodiscard]] static Result<bool> removeTag(Database &database, std::int64_t id, std::string_view key);
};

} // namespace atelier
