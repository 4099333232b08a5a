#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/domain/Role.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/http/Server.h"
#include "core/system/BeneathRoot.h"
#include "core/system/Descriptor.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace atelier {

class ReaderPool;

/// An artifact on its way in. A small one is kept in memory until the end, so that the server's thread, which
/// brings its bytes, does not wait for the disk.
class ArtifactUpload : public http::BodySink
{
public:
    /// Says where beneath the root the artifact goes, if it may; asks the database.
    using Target = std::function<Result<std::string>()>;

    /// `root` must outlive this.
    ArtifactUpload(const BeneathRoot &root, Target target);

    Result<void> write(std::string_view bytes) override;
    /// Gives the artifact its name; it is on the disk afterwards. Blocks. Without it nothing was there.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> spill();

    const BeneathRoot &m_root;
    const Target m_target;
    std::string m_bytes; ///< what has arrived, while there is no file
    std::optional<NewFile> m_file;
};

/// An artifact opened for reading.
struct OpenArtifact
{
    Descriptor file;
    std::uint64_t size = 0; ///< bytes
    std::string name; ///< without its folders
};

/// The artifacts of runs: `jobs/<run>/outputs` of the workspace, which no path leaves. Thread-safe.
class ArtifactStore
{
public:
    /// `readers` must outlive this; the workspace's `jobs` folder is made where it is missing.
    [[nodiscard]] static Result<ArtifactStore> open(ReaderPool &readers, const WorkspaceLayout &layout);

    // By the proxy's path, `<experiment>/<run>/artifacts/<path>`.

    /// `{files}` with bare names; `{}` for a file and for what is missing.
    [[nodiscard]] Result<Json> list(const Caller &caller, const Json &request) const;
    [[nodiscard]] Result<OpenArtifact> read(const std::string &path) const;
    /// Asks neither database nor disk: whether the caller may is known when the upload is finished, or has
    /// grown.
    [[nodiscard]] Result<std::shared_ptr<ArtifactUpload>> beginUpload(
        const Caller &caller, const std::string &path) const;
    /// A file, or a folder with all that is in it.
    [[nodiscard]] Result<void> remove(const Caller &caller, const std::string &path) const;

    // By run and path within it.

    /// `{root_uri, files}` with paths from the run's root.
    [[nodiscard]] Result<Json> listOfRun(const Caller &caller, const Json &request) const;
    [[nodiscard]] Result<OpenArtifact> readOfRun(const std::string &run, const std::string &path) const;

private:
    ArtifactStore(ReaderPool &readers, BeneathRoot root);

    /// The path beneath the root of an artifact that the caller may write.
    [[nodiscard]] Result<std::string> writablePath(const Caller &caller, const std::string &path) const;
    [[nodiscard]] Result<OpenArtifact> openFile(const std::string &beneath) const;
    [[nodiscard]] Result<Json> filesIn(const std::string &beneath, const std::string &prefix) const;

    ReaderPool &m_readers;
    BeneathRoot m_root; ///< the folder of all jobs
};

} // namespace atelier
