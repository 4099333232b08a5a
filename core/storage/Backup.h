#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace atelier {

class Database;

/// Copies the database to a new file in one step, checks the copy, and answers once it is on the disk.
/// A copy that failed is removed. Works beside a busy writer; a plain copy of the file would not.
[[nodiscard]] Result<void> backUpDurably(Database &database, const std::filesystem::path &file);

/// Of the backups in the folder whose names begin with `prefix`, removes all but the newest `count`, and what
/// was left of those that a power cut interrupted.
[[nodiscard]] Result<void> keepNewestBackups(
    const std::filesystem::path &folder, const std::string &prefix, std::size_t count);

} // namespace atelier
