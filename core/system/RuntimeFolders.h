#pragma once

#include "core/base/Result.h"

#include <filesystem>

namespace atelier {

/// `$XDG_RUNTIME_DIR/atelier`, or without that variable a folder of this uid below /tmp; made, 0700 and ours,
/// or an Error.
[[nodiscard]] Result<std::filesystem::path> runtimeFolder();

/// `$XDG_STATE_HOME/atelier` (`~/.local/state/atelier`), made where it is missing.
[[nodiscard]] Result<std::filesystem::path> stateFolder();

/// `$XDG_DATA_HOME/atelier` (`~/.local/share/atelier`), made where it is missing.
[[nodiscard]] Result<std::filesystem::path> dataFolder();

/// The service's socket for a workspace, which must exist: the same however its path was spelled.
[[nodiscard]] Result<std::filesystem::path> socketPath(const std::filesystem::path &workspace);

} // namespace atelier
