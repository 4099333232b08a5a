#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>

namespace atelier {

/// What a folder and all that is in it take on the disk, in bytes: its blocks, not its length, and a file of
/// several names once. Links are not followed; what goes meanwhile or may not be read does not count. Nothing
/// where the folder cannot be opened or `stop` was asked for.
[[nodiscard]] std::optional<std::uint64_t> diskUse(
    const std::filesystem::path &folder, const std::stop_token &stop = {});

} // namespace atelier
