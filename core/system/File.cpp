#include "core/system/File.h"

#include "core/base/Ids.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace atelier {

Result<std::string> readAll(int descriptor, const std::string &name, std::size_t limit)
{
    std::string bytes;
    std::array<char, 16384> buffer;
    while (true) {
        const ssize_t got = read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError("file.read", "read " + name, errno);
        if (got == 0)
            return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() > limit) {
            return Error{ErrorKind::TooLarge, "file.too-large",
                name + " is larger than the " + std::to_string(limit)
                    + " bytes that are read of such a file.",
                {{"file", name}, {"limit", std::to_string(limit)}}, {}};
        }
    }
}

Result<std::string> readFile(const std::filesystem::path &file, std::size_t limit)
{
    // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!descriptor)
        return systemError("file.open", "open " + file.string(), errno);
    struct stat status
    {
    };
    if (fstat(descriptor.number(), &status) != 0)
        return systemError("file.read", "read " + file.string(), errno);
    if (!S_ISREG(status.st_mode)) {
        return Error{ErrorKind::Invalid, "file.not-regular", file.string() + " is not a regular file.",
            {{"file", file.string()}}, {}};
    }
    if (static_cast<std::uint64_t>(status.st_size) > limit) {
        return Error{ErrorKind::TooLarge, "file.too-large",
            file.string() + " has " + std::to_string(status.st_size) + " bytes; at most "
                + std::to_string(limit) + " are read of such a file.",
            {{"file", file.string()}, {"limit", std::to_string(limit)}}, {}};
    }
    return readAll(descriptor.number(), file.string(), limit);
}

Result<void> writeAll(int descriptor, std::string_view bytes, const std::string &name)
{
    while (!bytes.empty()) {
        const ssize_t put = write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return systemError("file.write", "write " + name, put == 0 ? ENOSPC : errno);
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return {};
}

namespace {

enum class Durability { Synced, Atomic };

Result<void> writeAndRename(int folder, const std::string &temporary, const std::string &name,
    std::string_view bytes, mode_t mode, Durability durability)
{
    const Descriptor file(
        openat(folder, temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
    if (!file)
        return systemError("file.create", "create a file beside " + name, errno);
    if (const Result<void> written = writeAll(file.number(), bytes, name); !written)
        return written;
    if (durability == Durability::Synced && fsync(file.number()) != 0)
        return systemError("file.sync", "bring " + name + " to the disk", errno);
    if (renameat(folder, temporary.c_str(), folder, name.c_str()) != 0)
        return systemError("file.rename", "put the new " + name + " in its place", errno);
    return {};
}

Result<void> replace(
    int folder, const std::string &name, std::string_view bytes, mode_t mode, Durability durability)
{
    const std::string temporary = "." + name.substr(0, 200) + "." + randomHex(8) + ".tmp";
    Result<void> written = writeAndRename(folder, temporary, name, bytes, mode, durability);
    if (!written)
        unlinkat(folder, temporary.c_str(), 0);
    return written;
}

} // namespace

Result<void> durableWrite(int folder, const std::string &name, std::string_view bytes, mode_t mode)
{
    if (const Result<void> written = replace(folder, name, bytes, mode, Durability::Synced); !written)
        return written;
    if (fsync(folder) != 0)
        return systemError("file.sync", "bring the name " + name + " to the disk", errno);
    return {};
}

Result<void> atomicWrite(int folder, const std::string &name, std::string_view bytes)
{
    return replace(folder, name, bytes, 0600, Durability::Atomic);
}

Result<Descriptor> openFolder(const std::filesystem::path &folder)
{
    const char *path = folder.empty() ? "." : folder.c_str();
    Descriptor descriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor)
        return systemError("folder.open", "open the folder " + folder.string(), errno);
    return descriptor;
}

Result<void> durableWrite(const std::filesystem::path &file, std::string_view bytes, mode_t mode)
{
    const Result<Descriptor> folder = openFolder(file.parent_path());
    if (!folder)
        return folder.error();
    return durableWrite(folder->number(), file.filename().string(), bytes, mode);
}

Result<void> fsyncDirectory(const std::filesystem::path &folder)
{
    const Result<Descriptor> descriptor = openFolder(folder);
    if (!descriptor)
        return descriptor.error();
    if (fsync(descriptor->number()) != 0)
        return systemError("folder.sync", "bring the folder " + folder.string() + " to the disk", errno);
    return {};
}

Result<void> makeFolders(const std::filesystem::path &folder)
{
    struct stat status
    {
    };
    if (stat(folder.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode))
            return {};
        return Error{ErrorKind::Conflict, "folder.is-file",
            folder.string() + " is a file, but a folder is needed there.", {{"folder", folder.string()}}, {}};
    }
    const std::filesystem::path parent = folder.parent_path();
    if (!parent.empty() && parent != folder)
        if (const Result<void> made = makeFolders(parent); !made)
            return made;
    // EEXIST: somebody else was faster, or the path ends with a slash and its parent was this same folder.
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError("folder.make", "make the folder " + folder.string(), errno);
    return fsyncDirectory(parent);
}

std::string lastLine(std::string text)
{
    text.erase(text.find_last_not_of('\n') + 1);
    const std::size_t begin = text.rfind('\n');
    return begin == std::string::npos ? text : text.substr(begin + 1);
}

} // namespace atelier
