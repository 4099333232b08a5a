#include "core/system/SyncTree.h"

#include "core/system/Descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace atelier {

namespace {

Result<void> syncOne(const std::filesystem::path &path)
{
    // O_NONBLOCK: should a pipe have taken the file's place, it must not be waited for.
    const Descriptor descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!descriptor)
        return errno == ENOENT ? Result<void>() : systemError("file.sync", "open " + path.string(), errno);
    if (fsync(descriptor.number()) != 0)
        return systemError("file.sync", "bring " + path.string() + " to the disk", errno);
    return {};
}

} // namespace

Result<void> syncTree(const std::filesystem::path &folder)
{
    namespace fs = std::filesystem;
    std::error_code failure;
    for (fs::recursive_directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const fs::file_status status = entry->symlink_status(failure);
        if (fs::is_regular_file(status) || fs::is_directory(status))
            if (auto synced = syncOne(entry->path()); !synced)
                return synced;
    }
    if (failure && failure.value() != ENOENT)
        return systemError("file.sync", "read the folder " + folder.string(), failure.value());
    return syncOne(folder);
}

} // namespace atelier
