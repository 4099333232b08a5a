#include "core/system/BeneathRoot.h"

#include "core/base/Ids.h"
#include "core/system/File.h"
#include "core/system/FileTree.h"
#include "core/system/FolderDescent.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string_view>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace atelier {

namespace {

constexpr std::string_view temporaryPrefix = ".atelier-new.";

/// openat2 below `root`; -1 with errno.
int openBeneath(int root, const std::string &path, int flags)
{
    if (path.find('\0') != std::string::npos) { // the kernel would read only the part before it
        errno = EINVAL;
        return -1;
    }
    open_how how{};
    how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const char *name = path.empty() ? "." : path.c_str();
    for (int attempt = 0; attempt < 64; ++attempt) {
        const long number = syscall(SYS_openat2, root, name, &how, sizeof how);
        // EAGAIN: a rename elsewhere kept the kernel from proving that ".." stayed inside.
        if (number >= 0 || (errno != EAGAIN && errno != EINTR))
            return static_cast<int>(number);
    }
    return -1;
}

Error beneathError(const std::string &doing, const std::string &path, int number)
{
    if (number == EXDEV || number == ELOOP || number == EINVAL) {
        return {ErrorKind::Forbidden, "path.outside",
            "Cannot " + doing + " \"" + path
                + "\": the path is absolute, leads out of its folder or over a link.",
            {{"path", path}}, {}};
    }
    return systemError(
        "path." + std::string(number == ENOENT ? "missing" : "failed"), doing + " \"" + path + "\"", number);
}

FileStatus statusOf(const struct stat &status)
{
    FileStatus result;
    if (S_ISREG(status.st_mode)) {
        result.type = FileStatus::Type::File;
        result.size = static_cast<std::uint64_t>(status.st_size);
    } else if (S_ISDIR(status.st_mode)) {
        result.type = FileStatus::Type::Folder;
    }
    result.modifiedMs
        = static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1000 + status.st_mtim.tv_nsec / 1'000'000;
    return result;
}

/// A path in two: the folder and the last name. A last name that is none ("", ".", "..") stays to be refused.
std::pair<std::string, std::string> splitLast(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return {"", path};
    return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

bool isPlainName(const std::string &name)
{
    return !name.empty() && name != "." && name != ".." && name.find('\0') == std::string::npos;
}

Result<std::vector<FolderEntry>> entriesOf(int folder, const std::string &shown)
{
    const Result<std::vector<std::string>> names = namesIn(folder, shown);
    if (!names)
        return names.error();
    std::vector<FolderEntry> entries;
    for (const std::string &name : *names) {
        struct stat status
        {
        };
        if (name.rfind(temporaryPrefix, 0) != 0
            && fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0)
            entries.push_back({name, statusOf(status)});
    }
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return entries;
}

/// A folder on the way of a walk.
struct Listed
{
    std::string path;
    std::vector<FolderEntry> entries;
    std::size_t next = 0;
};

/// Goes on to what is in a folder; one that was removed or exchanged since it was listed is passed over.
Result<void> stepInto(
    FolderDescent &descent, const std::string &name, std::string path, std::vector<Listed> &levels)
{
    if (!descent.enter(name)) {
        const bool isGone = errno == ENOENT || errno == ENOTDIR || errno == ELOOP;
        return isGone ? Result<void>() : beneathError("list", path, errno);
    }
    Result<std::vector<FolderEntry>> entries = entriesOf(descent.folder(), path);
    if (!entries)
        return entries.error();
    levels.push_back({std::move(path), std::move(*entries)});
    return {};
}

Result<Walked> walkTree(Descriptor top, const std::function<bool(const FolderEntry &)> &visit)
{
    Result<std::vector<FolderEntry>> entries = entriesOf(top.number(), "");
    if (!entries)
        return entries.error();
    Walked walked;
    FolderDescent descent(std::move(top));
    std::vector<Listed> levels;
    levels.push_back({"", std::move(*entries)});
    while (!levels.empty()) {
        Listed &here = levels.back();
        if (here.next == here.entries.size()) {
            if (levels.size() > 1 && !descent.leave())
                return beneathError("list", here.path, errno);
            levels.pop_back();
            continue;
        }
        const FolderEntry entry = here.entries[here.next++];
        std::string path = here.path.empty() ? entry.name : here.path + "/" + entry.name;
        if (!visit({path, entry.status}))
            return walked;
        if (entry.status.type != FileStatus::Type::Folder)
            continue;
        if (levels.size() > deepestPath)
            ++walked.foldersLeftOut;
        else if (auto stepped = stepInto(descent, entry.name, std::move(path), levels); !stepped)
            return stepped.error();
    }
    return walked;
}

/// Refuses what could be made, but neither listed nor sent as one path later.
Result<void> checkDepth(const std::string &path)
{
    std::size_t parts = 0;
    for (std::size_t at = 0; at < path.size(); ++at)
        if (path[at] != '/' && (at == 0 || path[at - 1] == '/'))
            ++parts;
    if (parts <= deepestPath)
        return {};
    return Error{ErrorKind::Invalid, "path.too-deep",
        "The path has " + std::to_string(parts) + " parts; at most " + std::to_string(deepestPath)
            + " are possible. Use fewer folders within folders.",
        {{"parts", std::to_string(parts)}, {"limit", std::to_string(deepestPath)}}, {}};
}

/// Opens the folder `path`, making what is missing of it, each part below the one before.
Result<Descriptor> makeBeneath(int root, const std::string &path)
{
    Descriptor folder(openBeneath(root, path, O_RDONLY | O_DIRECTORY));
    if (folder)
        return folder;
    if (errno != ENOENT || path.empty() || path.front() == '/')
        return beneathError("make the folder", path, path.empty() || path.front() == '/' ? EXDEV : errno);
    const auto [parentPath, name] = splitLast(path);
    Result<Descriptor> parent = makeBeneath(root, parentPath);
    if (!parent)
        return parent;
    if (name.empty() || name == ".") // "a//b", "a/"
        return parent;
    if (name == "..")
        return beneathError("make the folder", path, EXDEV);
    if (mkdirat(parent->number(), name.c_str(), 0700) == 0) {
        if (fsync(parent->number()) != 0)
            return beneathError("make the folder", path, errno);
    } else if (errno != EEXIST) {
        return beneathError("make the folder", path, errno);
    }
    folder = Descriptor(openBeneath(parent->number(), name, O_RDONLY | O_DIRECTORY));
    if (!folder)
        return beneathError("make the folder", path, errno);
    return folder;
}

} // namespace

NewFile::NewFile(Descriptor folder, Descriptor file, std::string temporaryName, std::string name)
    : m_folder(std::move(folder))
    , m_file(std::move(file))
    , m_temporaryName(std::move(temporaryName))
    , m_name(std::move(name))
{
}

NewFile::NewFile(NewFile &&other) noexcept
    : m_folder(std::move(other.m_folder))
    , m_file(std::move(other.m_file))
    , m_temporaryName(std::exchange(other.m_temporaryName, {}))
    , m_name(std::move(other.m_name))
{
}

NewFile::~NewFile()
{
    if (!m_temporaryName.empty())
        unlinkat(m_folder.number(), m_temporaryName.c_str(), 0);
}

Result<void> NewFile::write(std::string_view bytes)
{
    return writeAll(m_file.number(), bytes, m_name);
}

Result<void> NewFile::commit()
{
    if (fsync(m_file.number()) != 0)
        return systemError("file.sync", "bring " + m_name + " to the disk", errno);
    if (renameat(m_folder.number(), m_temporaryName.c_str(), m_folder.number(), m_name.c_str()) != 0)
        return systemError("file.rename", "put the new " + m_name + " in its place", errno);
    m_temporaryName.clear();
    if (fsync(m_folder.number()) != 0)
        return systemError("folder.sync", "bring the name " + m_name + " to the disk", errno);
    return {};
}

Result<BeneathRoot> BeneathRoot::open(const std::filesystem::path &root)
{
    Result<Descriptor> folder = openFolder(root);
    if (!folder)
        return folder.error();
    const Descriptor probe(openBeneath(folder->number(), "", O_PATH | O_DIRECTORY));
    if (!probe && errno == ENOSYS) {
        return Error{ErrorKind::Unavailable, "path.no-openat2",
            "This kernel cannot keep paths inside a folder (openat2 is missing). Linux 5.6 or newer is "
            "needed.",
            {}, {}};
    }
    if (!probe)
        return systemError("folder.open", "open the folder " + root.string(), errno);
    return BeneathRoot(std::move(*folder));
}

Result<NewFile> BeneathRoot::create(const std::string &path) const
{
    if (Result<void> shallow = checkDepth(path); !shallow)
        return shallow.error();
    const auto [parent, name] = splitLast(path);
    if (!isPlainName(name))
        return beneathError("create", path, EXDEV);
    Result<Descriptor> folder = makeBeneath(m_root.number(), parent);
    if (!folder)
        return folder.error();
    const std::string temporary = std::string(temporaryPrefix) + randomHex(8);
    Descriptor file(openat(
        folder->number(), temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file)
        return beneathError("create", path, errno);
    return NewFile(std::move(*folder), std::move(file), temporary, name);
}

Result<void> BeneathRoot::makeFolders(const std::string &path) const
{
    if (Result<void> shallow = checkDepth(path); !shallow)
        return shallow;
    const Result<Descriptor> folder = makeBeneath(m_root.number(), path);
    if (!folder)
        return folder.error();
    return {};
}

Result<void> BeneathRoot::remove(const std::string &path) const
{
    const auto [parent, name] = splitLast(path);
    if (!isPlainName(name))
        return beneathError("remove", path, EXDEV);
    const Descriptor folder(openBeneath(m_root.number(), parent, O_RDONLY | O_DIRECTORY));
    if (!folder)
        return beneathError("remove", path, errno);
    struct stat status
    {
    };
    if (fstatat(folder.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return beneathError("remove", path, errno);
    return removeTree(folder.number(), name);
}

Result<Descriptor> BeneathRoot::openFile(const std::string &path) const
{
    // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    Descriptor file(openBeneath(m_root.number(), path, O_RDONLY | O_NONBLOCK | O_NOCTTY));
    if (!file)
        return beneathError("open", path, errno);
    struct stat status
    {
    };
    if (fstat(file.number(), &status) != 0)
        return beneathError("open", path, errno);
    if (!S_ISREG(status.st_mode)) {
        return Error{ErrorKind::Invalid, "path.not-a-file", "\"" + path + "\" is not a regular file.",
            {{"path", path}}, {}};
    }
    return file;
}

Result<std::string> BeneathRoot::readFile(const std::string &path, std::size_t limit) const
{
    const Result<Descriptor> file = openFile(path);
    if (!file)
        return file.error();
    return readAll(file->number(), path, limit);
}

Result<FileStatus> BeneathRoot::status(const std::string &path) const
{
    const Descriptor file(openBeneath(m_root.number(), path, O_PATH | O_NOFOLLOW));
    struct stat status
    {
    };
    if (!file || fstat(file.number(), &status) != 0)
        return beneathError("look at", path, errno);
    return statusOf(status);
}

Result<std::vector<FolderEntry>> BeneathRoot::list(const std::string &path) const
{
    const Descriptor folder(openBeneath(m_root.number(), path, O_RDONLY | O_DIRECTORY));
    if (!folder)
        return beneathError("list", path, errno);
    return entriesOf(folder.number(), path);
}

Result<Walked> BeneathRoot::walk(
    const std::string &path, const std::function<bool(const FolderEntry &)> &visit) const
{
    Descriptor folder(openBeneath(m_root.number(), path, O_RDONLY | O_DIRECTORY));
    if (!folder)
        return beneathError("list", path, errno);
    return walkTree(std::move(folder), visit);
}

} // namespace atelier
