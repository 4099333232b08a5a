#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace atelier {

/// Removes a file or a folder with all that is in it, never following a symbolic link; what is not there is
/// no failure.
[[nodiscard]] Result<void> removeTree(const std::filesystem::path &path);

/// The same for `name` in an open folder; `name` has no slash.
[[nodiscard]] Result<void> removeTree(int folder, const std::string &name);

struct CopiedTree
{
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
};

/// Copies regular files and folders into `to`, which must not exist, keeping exec bits (0600/0700); links,
/// sockets, devices and pipes are refused. The copy is durable. A copy that failed is removed again.
[[nodiscard]] Result<CopiedTree> copyTree(const std::filesystem::path &from, const std::filesystem::path &to);

} // namespace atelier
