#include "core/system/SyncTree.h"

#include "core/system/File.h"
#include "core/system/FolderDescent.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace atelier {

namespace {

Result<void> syncOpen(int descriptor, const std::string &shown)
{
    if (fsync(descriptor) != 0)
        return systemError("file.sync", "bring " + shown + " to the disk", errno);
    return {};
}

Result<void> syncFile(int folder, const std::string &name)
{
    // O_NONBLOCK: should a pipe have taken the file's place, it must not be waited for.
    const Descriptor file(openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file)
        return errno == ENOENT ? Result<void>() : systemError("file.sync", "open " + name, errno);
    return syncOpen(file.number(), name);
}

/// Brings the files of a folder to the disk, then its own names; answers the folders in it.
Result<std::vector<std::string>> syncFolder(int folder, const std::string &shown)
{
    Result<std::vector<std::string>> names = namesIn(folder, shown);
    if (!names)
        return names;
    std::vector<std::string> folders;
    for (const std::string &name : *names) {
        struct stat status
        {
        };
        if (fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        if (S_ISDIR(status.st_mode))
            folders.push_back(name);
        else if (S_ISREG(status.st_mode))
            if (auto synced = syncFile(folder, name); !synced)
                return synced.error();
    }
    if (auto synced = syncOpen(folder, shown); !synced)
        return synced.error();
    return folders;
}

} // namespace

Result<void> syncTree(const std::filesystem::path &folder)
{
    auto top = openFolder(folder);
    if (!top)
        return top.error().kind == ErrorKind::NotFound ? Result<void>() : top.error();
    FolderDescent descent(std::move(*top));
    auto folders = syncFolder(descent.folder(), folder.string());
    if (!folders)
        return folders.error();
    std::vector<std::vector<std::string>> levels{std::move(*folders)}; // what is still to be entered
    while (levels.size() > 1 || !levels.front().empty()) {
        if (levels.back().empty()) {
            if (!descent.leave())
                return systemError("file.sync", "read the folder " + folder.string(), errno);
            levels.pop_back();
            continue;
        }
        const std::string name = std::move(levels.back().back());
        levels.back().pop_back();
        if (!descent.enter(name)) {
            if (errno != ENOENT && errno != ENOTDIR && errno != ELOOP)
                return systemError("file.sync", "read the folder " + name, errno);
            continue;
        }
        folders = syncFolder(descent.folder(), name);
        if (!folders)
            return folders.error();
        levels.push_back(std::move(*folders));
    }
    return {};
}

} // namespace atelier
