#include "core/system/FileTree.h"

#include "core/system/Descriptor.h"
#include "core/system/File.h"

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <vector>

namespace atelier {

namespace {

constexpr int deepestFolder = 256; ///< each level of a tree holds a descriptor or two

Result<std::vector<std::string>> namesIn(int folder, const std::string &shown)
{
    // A descriptor of its own: closedir closes it, and the offset of `folder` stays as it is.
    Descriptor own(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    DIR *stream = own ? fdopendir(own.number()) : nullptr;
    if (stream == nullptr)
        return systemError("folder.read", "read the folder " + shown, errno);
    [[maybe_unused]] const int owned = own.release();
    std::vector<std::string> names;
    while (const dirent *entry = readdir(stream)) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..")
            names.push_back(name);
    }
    closedir(stream);
    return names;
}

Error tooDeep(const std::string &shown)
{
    return {ErrorKind::Invalid, "folder.too-deep",
        shown + " lies more than " + std::to_string(deepestFolder) + " folders deep.", {{"path", shown}}, {}};
}

Result<void> removeBelow(int parent, const std::string &name, int depth)
{
    if (unlinkat(parent, name.c_str(), 0) == 0 || errno == ENOENT)
        return {};
    if (errno != EISDIR && errno != EPERM)
        return systemError("file.remove", "remove " + name, errno);
    if (depth > deepestFolder)
        return tooDeep(name);
    const Descriptor folder(openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return systemError("folder.open", "remove " + name, errno);
    const Result<std::vector<std::string>> names = namesIn(folder.number(), name);
    if (!names)
        return names.error();
    for (const std::string &child : *names)
        if (const Result<void> removed = removeBelow(folder.number(), child, depth + 1); !removed)
            return removed;
    if (unlinkat(parent, name.c_str(), AT_REMOVEDIR) != 0 && errno != ENOENT)
        return systemError("folder.remove", "remove the folder " + name, errno);
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
    return removeBelow(folder, name, 0);
}

Result<void> removeTree(const std::filesystem::path &path)
{
    return removeBelow(AT_FDCWD, path.string(), 0);
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
