#pragma once

#include "core/base/Result.h"

#include <filesystem>

namespace atelier {

/// Moves a folder into the user's trash, as the desktop's file managers do (freedesktop.org's trash
/// specification), and answers where it lies now. A folder on another file system is refused: copying it
/// there could take hours.
[[nodiscard]] Result<std::filesystem::path> moveToTrash(const std::filesystem::path &folder);

} // namespace atelier
