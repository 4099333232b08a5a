#pragma once

#include "core/base/Result.h"

#include <filesystem>

namespace atelier {

class Database;

/// Copies the database to a new file in one step, checks the copy, and answers once it is on the disk.
/// A copy that failed is removed. Works beside a busy writer; a plain copy of the file would not.
[[nodiscard]] Result<void> backUpDurably(Database &database, const std::filesystem::path &file);

} // namespace atelier
