#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <tuple>

namespace atelier {

/// Says what a file or folder holds, as SHA-256 in hex; a file that did not change since is not read again.
/// Thread-safe.
///
/// A folder's digest is that of its lines "digest path\n", sorted by path. Links and devices in it are
/// refused.
class ContentDigest
{
public:
    [[nodiscard]] Result<std::string> of(const std::filesystem::path &path);

private:
    /// Device, inode, size, modification and change time: together they move whenever the bytes do.
    using Identity = std::tuple<std::uint64_t, std::uint64_t, std::int64_t, std::int64_t, std::int64_t>;

    [[nodiscard]] Result<std::string> ofFile(const std::filesystem::path &file);
    [[nodiscard]] Result<std::string> ofFolder(const std::filesystem::path &folder);

    std::mutex m_mutex;
    std::map<Identity, std::string> m_known;
};

} // namespace atelier
