#pragma once

#include "core/base/Result.h"

#include <filesystem>

namespace atelier {

/// Brings every regular file and folder in `folder` to the disk, so that none of it is gone or empty after
/// power loss. Links are not followed; what is neither file nor folder is passed over. A folder that is not
/// there is no failure.
[[nodiscard]] Result<void> syncTree(const std::filesystem::path &folder);

} // namespace atelier
