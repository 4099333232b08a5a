#include "core/data/SnapshotStore.h"

#include "core/base/Json.h"
#include "core/system/File.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace atelier {

namespace {

constexpr std::size_t largestManifest = std::size_t{8} << 20U;

std::string blobPath(const std::string &sha256)
{
    return "blobs/" + sha256.substr(0, 2) + "/" + sha256;
}

std::string manifestPath(const std::string &digest)
{
    return "snapshots/" + digest + ".json";
}

Error notADigest()
{
    return {ErrorKind::Invalid, "snapshot.digest", "A digest is 64 lower-case hex digits.", {}, {}};
}

/// `take` gets the bytes of a code file, piece by piece.
template<typename Take>
Result<void> readPieces(const BeneathRoot &from, const std::string &path, Take take)
{
    const auto source = from.openFile(path);
    if (!source)
        return source.error();
    std::array<char, 1U << 16U> buffer{};
    for (;;) {
        const ssize_t got = read(source->number(), buffer.data(), buffer.size());
        if (got == 0)
            return {};
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError("snapshot.read", "read the code file " + path, errno);
        if (Result<void> taken = take({buffer.data(), static_cast<std::size_t>(got)}); !taken)
            return taken;
    }
}

Result<void> copyFile(
    const BeneathRoot &from, const std::string &path, const BeneathRoot &to, const std::string &name)
{
    auto target = to.create(name);
    if (!target)
        return target.error();
    auto copied = readPieces(from, path, [&](std::string_view piece) { return target->write(piece); });
    return copied ? target->commit() : copied;
}

/// The manifest of a folder that `copyTo` made.
Result<SnapshotManifest> manifestOf(const std::filesystem::path &folder, const BeneathRoot &root)
{
    SnapshotManifest manifest;
    const auto walked = root.walk({}, [&](const FolderEntry &entry) {
        if (entry.status.type == FileStatus::Type::File)
            manifest.push_back({entry.name, entry.status.size, {}, false});
        return manifest.size() < mostSnapshotFiles;
    });
    if (!walked)
        return walked.error();
    for (SnapshotFile &file : manifest) {
        Sha256 digest;
        const auto hashed = readPieces(root, file.path, [&](std::string_view piece) -> Result<void> {
            digest.update(piece);
            return {};
        });
        if (!hashed)
            return hashed.error();
        file.sha256 = digest.finishHex();
        file.isExecutable = access((folder / file.path).c_str(), X_OK) == 0;
    }
    return manifest;
}

} // namespace

BlobUpload::BlobUpload(NewFile file, std::string sha256)
    : m_file(std::move(file))
    , m_expected(std::move(sha256))
{
}

Result<void> BlobUpload::write(std::string_view bytes)
{
    m_digest.update(bytes);
    return m_file.write(bytes);
}

Result<void> BlobUpload::finish()
{
    if (m_digest.finishHex() != m_expected)
        return Error{ErrorKind::Invalid, "snapshot.blob",
            "The bytes that arrived have another digest than announced: the file changed while it was sent. "
            "Send it "
            "again.",
            {}, {}};
    return m_file.commit();
}

Result<SnapshotStore> SnapshotStore::open(const std::filesystem::path &cache)
{
    for (const char *folder : {"blobs", "snapshots"})
        if (auto made = makeFolders(cache / folder); !made)
            return made.error();
    auto root = BeneathRoot::open(cache);
    if (!root)
        return root.error();
    return SnapshotStore(cache, std::move(*root));
}

Result<std::shared_ptr<BlobUpload>> SnapshotStore::receive(const std::string &sha256) const
{
    if (!isSha256Hex(sha256))
        return notADigest();
    auto file = m_root.create(blobPath(sha256));
    if (!file)
        return file.error();
    return std::make_shared<BlobUpload>(std::move(*file), sha256);
}

Result<std::vector<std::string>> SnapshotStore::put(
    const std::string &digest, const SnapshotManifest &manifest) const
{
    if (digest != digestOf(manifest))
        return Error{ErrorKind::Invalid, "snapshot.digest",
            "The manifest's digest is not the one in the address.", {}, {}};
    std::set<std::string> missing;
    for (const SnapshotFile &file : manifest)
        if (const auto status = m_root.status(blobPath(file.sha256)); !status || status->size != file.size)
            missing.insert(file.sha256);
    if (!missing.empty())
        return std::vector<std::string>(missing.begin(), missing.end());
    if (auto written = durableWrite(m_cache / manifestPath(digest), toText(toJson(manifest))); !written)
        return written.error();
    return std::vector<std::string>{};
}

Result<void> SnapshotStore::bringBack(const std::string &digest, const std::filesystem::path &folder) const
{
    const auto root = BeneathRoot::open(folder);
    if (!root)
        return root.error();
    const auto manifest = manifestOf(folder, *root);
    if (!manifest)
        return manifest.error();
    if (digestOf(*manifest) != digest)
        return Error{ErrorKind::Conflict, "snapshot.changed",
            "The code in " + folder.string() + " is not as it was submitted: files in it were changed.",
            {{"folder", folder.string()}}, {}};
    for (const SnapshotFile &file : *manifest)
        if (auto copied = copyFile(*root, file.path, m_root, blobPath(file.sha256)); !copied)
            return copied;
    auto file = m_root.create(manifestPath(digest));
    if (!file)
        return file.error();
    auto written = file->write(toText(toJson(*manifest)));
    return written ? file->commit() : written;
}

Result<void> SnapshotStore::copyTo(const std::string &digest, const std::filesystem::path &folder) const
{
    if (!isSha256Hex(digest))
        return notADigest();
    const auto text = m_root.readFile(manifestPath(digest), largestManifest);
    if (!text)
        return Error{ErrorKind::NotFound, "snapshot.missing",
            "The code that this job names is not in the workspace; send it first.", {{"digest", digest}}, {}};
    const auto json = parseJson(*text);
    const auto manifest = snapshotManifestFromJson(json ? *json : Json());
    if (!manifest)
        return manifest.error();
    if (auto made = makeFolders(folder); !made)
        return made;
    const auto target = BeneathRoot::open(folder);
    if (!target)
        return target.error();
    for (const SnapshotFile &file : *manifest) {
        if (auto copied = copyFile(m_root, blobPath(file.sha256), *target, file.path); !copied)
            return copied;
        if (file.isExecutable && chmod((folder / file.path).c_str(), 0700) != 0)
            return systemError("snapshot.copy", "make " + file.path + " executable", errno);
    }
    return {};
}

} // namespace atelier
