#include "core/system/FileTree.h"

#include "core/system/Descriptor.h"
#include "core/system/File.h"
#include "core/system/FolderDescent.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <vector>

namespace atelier {

namespace {

constexpr int deepestFolder = 256; ///< of a copy, which holds two descriptors for each level

Error tooDeep(const std::string &shown)
{
    return {ErrorKind::Invalid, "folder.too-deep",
        shown + " lies more than " + std::to_string(deepestFolder) + " folders deep.", {{"path", shown}}, {}};
}

/// One folder on the way down: its name in the one above, and what is still to be removed from it.
struct Emptied
{
    std::string name;
    std::vector<std::string> left;
};

Result<void> descend(FolderDescent &descent, const std::string &name, std::vector<Emptied> &levels)
{
    if (!descent.enter(name))
        return errno == ENOENT ? Result<void>() : systemError("folder.open", "remove " + name, errno);
    Result<std::vector<std::string>> names = namesIn(descent.folder(), name);
    if (!names)
        return names.error();
    levels.push_back({name, std::move(*names)});
    return {};
}

Result<void> removeEmptied(FolderDescent &descent, std::vector<Emptied> &levels)
{
    const std::string name = std::move(levels.back().name);
    levels.pop_back();
    if (!descent.leave() || (unlinkat(descent.folder(), name.c_str(), AT_REMOVEDIR) != 0 && errno != ENOENT))
        return systemError("folder.remove", "remove the folder " + name, errno);
    return {};
}

/// Removes `name` and, at any depth, all in it: a job may leave folders deeper than any stack or table of
/// descriptors.
Result<void> removeBelow(Descriptor parent, const std::string &name)
{
    FolderDescent descent(std::move(parent));
    std::vector<Emptied> levels{{{}, {name}}};
    while (levels.size() > 1 || !levels.front().left.empty()) {
        if (levels.back().left.empty()) {
            if (auto removed = removeEmptied(descent, levels); !removed)
                return removed;
            continue;
        }
        const std::string next = std::move(levels.back().left.back());
        levels.back().left.pop_back();
        if (unlinkat(descent.folder(), next.c_str(), 0) == 0 || errno == ENOENT)
            continue;
        if (errno != EISDIR && errno != EPERM)
            return systemError("file.remove", "remove " + next, errno);
        if (auto entered = descend(descent, next, levels); !entered)
            return entered;
    }
    return {};
}

Result<std::uint64_t> copyBytes(int from, int to, const std::string &shown)
{
    std::uint64_t total = 0;
    while (true) {
        const ssize_t copied = copy_file_range(from, nullptr, to, nullptr, std::size_t{1} << 30U, 0);
        if (copied > 0) {
            total += static_cast<std::uint64_t>(copied);
            continue;
        }
        if (copied == 0)
            break;
        if (errno == EINTR)
            continue;
        // Not between every two file systems; what was copied so far stays, the offsets stand behind it.
        if (errno != EXDEV && errno != EINVAL && errno != EOPNOTSUPP && errno != ENOSYS)
            return systemError("file.copy", "copy " + shown, errno);
        std::vector<char> buffer(1U << 16U);
        ssize_t got = 0;
        while ((got = read(from, buffer.data(), buffer.size())) > 0) {
            const std::string_view bytes(buffer.data(), static_cast<std::size_t>(got));
            if (const Result<void> written = writeAll(to, bytes, shown); !written)
                return written.error();
            total += bytes.size();
        }
        if (got < 0)
            return systemError("file.copy", "copy " + shown, errno);
        break;
    }
    if (fsync(to) != 0)
        return systemError("file.sync", "bring the copy of " + shown + " to the disk", errno);
    return total;
}

class TreeCopy
{
public:
    Result<void> copyFolder(int from, int to, const std::string &shown, int depth);

    CopiedTree m_copied;

private:
    Result<void> copyEntry(int from, int to, const std::string &name, const std::string &shown, int depth);
};

Result<void> TreeCopy::copyEntry(
    int from, int to, const std::string &name, const std::string &shown, int depth)
{
    const Descriptor source(
        openat(from, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat status
    {
    };
    if (!source || fstat(source.number(), &status) != 0) {
        if (errno != ELOOP && errno != ENXIO)
            return systemError("file.open", "open " + shown, errno);
        status.st_mode = S_IFLNK;
    }
    if (S_ISDIR(status.st_mode)) {
        if (mkdirat(to, name.c_str(), 0700) != 0)
            return systemError("folder.make", "make a copy of the folder " + shown, errno);
        const Descriptor target(openat(to, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!target)
            return systemError("folder.open", "make a copy of the folder " + shown, errno);
        return copyFolder(source.number(), target.number(), shown, depth + 1);
    }
    if (!S_ISREG(status.st_mode)) {
        return Error{ErrorKind::Invalid, "copy.not-regular",
            shown
                + " is a link, a pipe, a socket or a device; only files and folders are copied. Remove it or "
                  "list it "
                  "among what is ignored.",
            {{"path", shown}}, {}};
    }
    const mode_t mode = (status.st_mode & S_IXUSR) != 0 ? 0700 : 0600;
    const Descriptor target(openat(to, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!target)
        return systemError("file.create", "create a copy of " + shown, errno);
    const Result<std::uint64_t> bytes = copyBytes(source.number(), target.number(), shown);
    if (!bytes)
        return bytes.error();
    ++m_copied.files;
    m_copied.bytes += *bytes;
    return {};
}

Result<void> TreeCopy::copyFolder(int from, int to, const std::string &shown, int depth)
{
    if (depth > deepestFolder)
        return tooDeep(shown);
    const Result<std::vector<std::string>> names = namesIn(from, shown);
    if (!names)
        return names.error();
    for (const std::string &name : *names)
        if (const Result<void> copied = copyEntry(from, to, name, shown + "/" + name, depth); !copied)
            return copied;
    if (fsync(to) != 0)
        return systemError("folder.sync", "bring the copy of " + shown + " to the disk", errno);
    return {};
}

} // namespace

Result<void> removeTree(int folder, const std::string &name)
{
    Descriptor own(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!own)
        return systemError("folder.open", "remove " + name, errno);
    return removeBelow(std::move(own), name);
}

Result<void> removeTree(const std::filesystem::path &path)
{
    const std::filesystem::path plain = path.has_filename() ? path : path.parent_path(); // "folder/"
    const std::filesystem::path above = plain.has_parent_path() ? plain.parent_path() : ".";
    Descriptor parent(open(above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!parent && (errno == ENOENT || errno == ENOTDIR))
        return {};
    if (!parent)
        return systemError("folder.open", "remove " + path.string(), errno);
    return removeBelow(std::move(parent), plain.filename().string());
}

Result<CopiedTree> copyTree(const std::filesystem::path &from, const std::filesystem::path &to)
{
    const Result<Descriptor> source = openFolder(from);
    if (!source)
        return source.error();
    if (mkdir(to.c_str(), 0700) != 0)
        return systemError("folder.make", "make the folder " + to.string(), errno);
    const Result<Descriptor> target = openFolder(to);
    if (!target)
        return target.error();
    TreeCopy copy;
    Result<void> copied = copy.copyFolder(source->number(), target->number(), from.string(), 0);
    if (copied)
        copied = fsyncDirectory(to.parent_path());
    if (!copied) {
        // The copy's own failure is what the person needs to read; what cannot be removed is found by its
        // being there.
        static_cast<void>(removeTree(to));
        return copied.error();
    }
    return copy.m_copied;
}

} // namespace atelier
