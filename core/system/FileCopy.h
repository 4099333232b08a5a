#pragma once

#include "core/base/Result.h"

#include <atomic>
#include <filesystem>

namespace atelier {

/// Copies a regular file to a place where a user wants it. The target is written beside itself and put in
/// its place when it is whole: whatever fails, what was there stays and nothing half-written is left. What
/// is wrong with the target has a code `copy.target…`, all else `copy.source`. Ends soon after `stopped`,
/// with `copy.stopped`. Any thread; waits for the disk.
[[nodiscard]] Result<void> copyFile(const std::filesystem::path &source, const std::filesystem::path &target,
    const std::atomic<bool> &stopped);

} // namespace atelier
