#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace atelier {

/// One file of a code snapshot.
struct SnapshotFile
{
    std::string path; ///< relative, with slashes
    std::uint64_t size = 0; ///< bytes
    std::string sha256; ///< of its bytes, 64 hex digits
    bool isExecutable = false;

    bool operator==(const SnapshotFile &) const = default;
};

using SnapshotManifest = std::vector<SnapshotFile>;

constexpr std::size_t mostSnapshotFiles = 10'000;

/// SHA-256 of the manifest's lines "sha256 size mode path\n" (mode is 644 or 755), sorted by path.
[[nodiscard]] std::string digestOf(SnapshotManifest manifest);

[[nodiscard]] Json toJson(const SnapshotManifest &manifest);
/// Refuses what is no manifest: a missing field, a repeated path, more files than are allowed.
[[nodiscard]] Result<SnapshotManifest> snapshotManifestFromJson(const Json &json);

} // namespace atelier
