#pragma once

#include "core/base/Result.h"
#include "core/domain/SnapshotManifest.h"

#include <filesystem>
#include <map>
#include <string>

namespace atelier {

/// The files of a code folder that go with a job.
struct CodeSnapshot
{
    SnapshotManifest manifest;
    std::string digest; ///< of the manifest
    std::map<std::string, std::filesystem::path> blobs; ///< where the bytes of each SHA-256 lie
};

/// Reads a code folder, or a single file. What `.amlignore` in its root (else `.gitignore`) names stays out,
/// and so do `.git` and `__pycache__`, which change without the code. Links are followed. Blocks.
[[nodiscard]] Result<CodeSnapshot> takeSnapshot(const std::filesystem::path &code);

} // namespace atelier
