#pragma once

#include "core/base/Sha256.h"
#include "core/domain/SnapshotManifest.h"
#include "core/http/Server.h"
#include "core/system/BeneathRoot.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace atelier {

/// An upload of one blob: hashed as it arrives, kept only if it is what it claims to be.
class BlobUpload : public http::BodySink
{
public:
    BlobUpload(NewFile file, std::string sha256);
    Result<void> write(std::string_view bytes) override;
    /// Makes it durable under its digest; Invalid where the bytes have another one. Once.
    [[nodiscard]] Result<void> finish();

private:
    NewFile m_file;
    std::string m_expected;
    Sha256 m_digest;
};

/// Uploaded code, addressed by content, in the workspace's cache: a job takes a copy when it is submitted.
/// Thread-safe.
class SnapshotStore
{
public:
    [[nodiscard]] static Result<SnapshotStore> open(const std::filesystem::path &cache);

    [[nodiscard]] Result<std::shared_ptr<BlobUpload>> receive(const std::string &sha256) const;
    /// Keeps the manifest where all its blobs are here; otherwise answers which are missing and keeps
    /// nothing.
    [[nodiscard]] Result<std::vector<std::string>> put(
        const std::string &digest, const SnapshotManifest &manifest) const;
    /// Brings code back from a job's copy of it, where the cache was emptied; Conflict where the copy is not
    /// that code any more.
    [[nodiscard]] Result<void> bringBack(
        const std::string &digest, const std::filesystem::path &folder) const;
    /// Copies the code into `folder`, which is made; NotFound where the snapshot or a blob is not here.
    [[nodiscard]] Result<void> copyTo(const std::string &digest, const std::filesystem::path &folder) const;

private:
    SnapshotStore(std::filesystem::path cache, BeneathRoot root)
        : m_cache(std::move(cache))
        , m_root(std::move(root))
    {
    }

    std::filesystem::path m_cache;
    BeneathRoot m_root;
};

} // namespace atelier
