#include "core/tracking/ArtifactStore.h"

#include "core/storage/JobRepository.h"
#include "core/storage/ReaderPool.h"
#include "core/system/File.h"
#include "core/tracking/ArtifactPath.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowFields.h"
#include "core/tracking/RunHead.h"
#include "core/tracking/RunView.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/stat.h>

namespace atelier {

namespace {

constexpr std::size_t keptInMemory = 1U << 20U;

std::string beneath(const std::string &run, const std::string &path)
{
    return run + "/outputs" + (path.empty() ? "" : "/" + path);
}

/// What a path brings about that names a file as a folder, a folder as a file, or is too long, no repetition
/// can cure; the clients repeat what looks like a fault of the service.
Error inMlflowsWords(const Error &error, const std::string &path)
{
    static const std::array<std::string, 6> clientsFault{std::to_string(ENOTDIR), std::to_string(EISDIR),
        std::to_string(ENAMETOOLONG), std::to_string(ENOTEMPTY), std::to_string(EINVAL),
        std::to_string(EILSEQ)};
    if (error.code == "path.outside")
        return invalidParameter("Invalid path");
    for (const auto &[name, value] : error.arguments)
        if (name == "errno"
            && std::find(clientsFault.begin(), clientsFault.end(), value) != clientsFault.end())
            return invalidParameter(error.sentence);
    if (error.kind == ErrorKind::NotFound)
        return doesNotExist("No such artifact: '" + path + "'");
    return error;
}

Result<void> inMlflowsWords(const Result<void> &done)
{
    return done ? done : inMlflowsWords(done.error(), "upload");
}

Error noRun(const std::string &path)
{
    return doesNotExist("No run has the artifact '" + path + "'");
}

Result<ArtifactPlace> placeOf(const std::string &path)
{
    auto place = parseArtifactPlace(path);
    if (!place)
        return place.error();
    if (!*place)
        return noRun(path);
    return std::move(**place);
}

} // namespace

ArtifactUpload::ArtifactUpload(const BeneathRoot &root, Target target)
    : m_root(root)
    , m_target(std::move(target))
{
}

Result<void> ArtifactUpload::write(std::string_view bytes)
{
    if (!m_file && m_bytes.size() + bytes.size() <= keptInMemory) {
        m_bytes.append(bytes);
        return {};
    }
    if (auto done = spill(); !done)
        return done;
    return inMlflowsWords(m_file->write(bytes));
}

Result<void> ArtifactUpload::finish()
{
    if (auto done = spill(); !done)
        return done;
    return inMlflowsWords(m_file->commit());
}

Result<void> ArtifactUpload::spill()
{
    if (m_file)
        return {};
    const auto path = m_target();
    if (!path)
        return path.error();
    auto file = m_root.create(*path);
    if (!file)
        return inMlflowsWords(file.error(), *path);
    m_file.emplace(std::move(*file));
    const std::string bytes = std::exchange(m_bytes, {});
    return inMlflowsWords(m_file->write(bytes));
}

ArtifactStore::ArtifactStore(ReaderPool &readers, BeneathRoot root)
    : m_readers(readers)
    , m_root(std::move(root))
{
}

Result<ArtifactStore> ArtifactStore::open(ReaderPool &readers, const WorkspaceLayout &layout)
{
    if (auto made = makeFolders(layout.jobs()); !made)
        return made.error();
    auto root = BeneathRoot::open(layout.jobs());
    if (!root)
        return root.error();
    return ArtifactStore(readers, std::move(*root));
}

Result<Json> ArtifactStore::list(const Caller &, const Json &request) const
{
    MlflowFields fields(request);
    const std::string path = fields.text("path");
    if (!fields.isGood())
        return fields.error();
    const auto place = parseArtifactPlace(path);
    if (!place)
        return place.error();
    if (!*place)
        return Json::object();
    return filesIn(beneath((*place)->run, (*place)->path), {});
}

Result<OpenArtifact> ArtifactStore::read(const std::string &path) const
{
    const auto place = placeOf(path);
    if (!place)
        return place.error();
    return openFile(beneath(place->run, place->path));
}

Result<std::shared_ptr<ArtifactUpload>> ArtifactStore::beginUpload(
    const Caller &caller, const std::string &path) const
{
    const auto place = placeOf(path);
    if (!place)
        return place.error();
    if (place->path.empty())
        return invalidParameter("Invalid path");
    return std::make_shared<ArtifactUpload>(
        m_root, [this, caller, path] { return writablePath(caller, path); });
}

Result<void> ArtifactStore::remove(const Caller &caller, const std::string &path) const
{
    const auto target = writablePath(caller, path);
    if (!target)
        return target.error();
    auto removed = m_root.remove(*target);
    return removed ? removed : inMlflowsWords(removed.error(), path);
}

Result<Json> ArtifactStore::listOfRun(const Caller &, const Json &request) const
{
    MlflowFields fields(request);
    const std::string run = fields.runId();
    std::string path = fields.text("path");
    if (!fields.isGood())
        return fields.error();
    if (auto valid = checkArtifactPath(path); !valid)
        return valid.error();
    while (!path.empty() && path.back() == '/')
        path.pop_back();
    const auto row
        = m_readers.read([&](Database &database) { return JobRepository::findByName(database, run); });
    if (!row)
        return row.error();
    if (!*row)
        return doesNotExist("Run with id=" + run + " not found");
    auto files = filesIn(beneath(run, path), path.empty() ? "" : path + "/");
    if (!files)
        return files;
    Json answer{{"root_uri", artifactUri(**row)}};
    answer.update(*files);
    return answer;
}

Result<OpenArtifact> ArtifactStore::readOfRun(const std::string &run, const std::string &path) const
{
    if (auto valid = checkArtifactPath(path); !valid)
        return valid.error();
    if (auto found = m_readers.read([&](Database &database) { return findRun(database, run); }); !found)
        return found.error();
    return openFile(beneath(run, path));
}

Result<std::string> ArtifactStore::writablePath(const Caller &caller, const std::string &path) const
{
    const auto place = placeOf(path);
    if (!place)
        return place.error();
    const auto run
        = m_readers.read([&](Database &database) { return writableRun(database, caller, place->run); });
    if (!run)
        return run.error();
    if (std::to_string(run->experimentId) != place->experimentId)
        return noRun(path);
    return beneath(place->run, place->path);
}

Result<OpenArtifact> ArtifactStore::openFile(const std::string &path) const
{
    auto file = m_root.openFile(path);
    struct stat status
    {
    };
    if (file && fstat(file->number(), &status) != 0)
        return systemError("artifact.read", "look at the artifact " + path, errno);
    if (!file)
        return inMlflowsWords(file.error(), path.substr(path.find('/') + 1));
    return OpenArtifact{
        std::move(*file), static_cast<std::uint64_t>(status.st_size), path.substr(path.rfind('/') + 1)};
}

Result<Json> ArtifactStore::filesIn(const std::string &folder, const std::string &prefix) const
{
    const auto status = m_root.status(folder);
    if (!status && status.error().kind != ErrorKind::NotFound) {
        const Error error = inMlflowsWords(status.error(), folder);
        return error.kind == ErrorKind::Invalid ? Result<Json>(Json::object()) : error;
    }
    if (!status || status->type != FileStatus::Type::Folder)
        return Json::object();
    const auto entries = m_root.list(folder);
    if (!entries)
        return inMlflowsWords(entries.error(), folder);
    Json files = Json::array();
    for (const FolderEntry &entry : *entries) {
        Json file{{"path", prefix + entry.name}, {"is_dir", entry.status.type == FileStatus::Type::Folder}};
        if (entry.status.type == FileStatus::Type::File)
            file["file_size"] = entry.status.size;
        if (entry.status.type != FileStatus::Type::Other)
            files.push_back(std::move(file));
    }
    return files.empty() ? Json::object() : Json{{"files", std::move(files)}};
}

} // namespace atelier
