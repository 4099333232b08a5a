#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace atelier {

class Database;

/// One step of the schema: the file migrations/<version>_<name>.sql.
struct Migration
{
    int version;
    std::string_view name;
    std::string_view sql;
};

/// Marks an SQLite file as a workspace of ours: "Atel" in ASCII.
inline constexpr std::int32_t workspaceApplicationId = 0x4174656c;

/// All steps, oldest first, without gaps from 1.
[[nodiscard]] std::span<const Migration> workspaceMigrations();

/// Brings the database to the newest schema, one transaction a step. An existing one is first copied to
/// `backups/pre-v<N>-<time>.db`, of which the newest 3 are kept; one that is newer than `migrations`, or not
/// ours, is refused unchanged.
[[nodiscard]] Result<void> migrate(Database &database, const std::filesystem::path &backups,
    std::span<const Migration> migrations = workspaceMigrations());

} // namespace atelier
