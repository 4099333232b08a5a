#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <string>

namespace atelier::cli {

/// The workspace that a command means: the one named, `$ATELIER_WORKSPACE`, the one around this folder, the
/// last one used that is still there, the sample.
[[nodiscard]] Result<std::filesystem::path> chooseWorkspace(const std::string &named);

} // namespace atelier::cli
