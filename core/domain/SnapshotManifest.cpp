#include "core/domain/SnapshotManifest.h"

#include "core/base/Json.h"
#include "core/base/Sha256.h"

#include <algorithm>
#include <set>

namespace atelier {

namespace {

Error invalid(const std::string &what)
{
    return {ErrorKind::Invalid, "snapshot.manifest", "The manifest of the code is not usable: " + what + ".",
        {}, {}};
}

} // namespace

std::string digestOf(SnapshotManifest manifest)
{
    std::sort(manifest.begin(), manifest.end(),
        [](const SnapshotFile &a, const SnapshotFile &b) { return a.path < b.path; });
    Sha256 digest;
    for (const SnapshotFile &file : manifest)
        digest.update(file.sha256 + " " + std::to_string(file.size) + (file.isExecutable ? " 755 " : " 644 ")
            + file.path + "\n");
    return digest.finishHex();
}

Json toJson(const SnapshotManifest &manifest)
{
    Json files = Json::array();
    for (const SnapshotFile &file : manifest)
        files.push_back({{"path", file.path}, {"size", file.size}, {"sha256", file.sha256},
            {"executable", file.isExecutable}});
    return {{"files", std::move(files)}};
}

Result<SnapshotManifest> snapshotManifestFromJson(const Json &json)
{
    const auto files = json.find("files");
    if (files == json.end() || !files->is_array())
        return invalid("it has no list \"files\"");
    if (files->size() > mostSnapshotFiles)
        return invalid("it has more than " + std::to_string(mostSnapshotFiles)
            + " files; list what the job does not need in .amlignore");
    SnapshotManifest manifest;
    std::set<std::string> paths;
    for (const Json &entry : *files) {
        if (!entry.is_object())
            return invalid("an entry is no object");
        SnapshotFile file{textAt(entry, "path"), static_cast<std::uint64_t>(integerAt(entry, "size", 0)),
            textAt(entry, "sha256"), entry.value("executable", Json(false)) == Json(true)};
        if (file.path.empty() || !paths.insert(file.path).second)
            return invalid("a path is empty or stands twice");
        if (!isSha256Hex(file.sha256))
            return invalid("the digest of " + file.path + " is not a SHA-256");
        manifest.push_back(std::move(file));
    }
    return manifest;
}

} // namespace atelier
