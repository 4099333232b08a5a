#include "core/execution/WorkFolder.h"

#include "core/domain/Port.h"
#include "core/system/File.h"
#include "core/system/FileTree.h"
#include "core/system/SyncTree.h"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace atelier {

namespace {

/// Not durable, unlike makeFolders: after a power cut the attempt is lost in any case and starts from
/// nothing.
Result<void> makeFolder(const std::filesystem::path &folder)
{
    if (mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST)
        return {};
    if (errno != ENOENT)
        return systemError("job.folder", "make the folder " + folder.string(), errno);
    if (auto above = makeFolder(folder.parent_path()); !above)
        return above;
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError("job.folder", "make the folder " + folder.string(), errno);
    return {};
}

Result<void> link(const std::filesystem::path &work, const char *name)
{
    const std::filesystem::path place = work / name;
    const std::filesystem::path target = std::filesystem::path("..") / name;
    if (symlink(target.c_str(), place.c_str()) == 0)
        return {};
    if (errno != EEXIST)
        return systemError("job.folder", "make the link " + place.string(), errno);
    // The code brought something of that name: what the job writes there must still be kept.
    if (auto removed = removeTree(place); !removed)
        return removed;
    if (symlink(target.c_str(), place.c_str()) != 0)
        return systemError("job.folder", "make the link " + place.string(), errno);
    return {};
}

} // namespace

Result<void> prepareWorkFolder(
    const WorkspaceLayout &layout, const std::string &job, const std::vector<JobOutputRow> &outputs)
{
    if (auto removed = removeWorkFolder(layout, job); !removed)
        return removed;
    for (const auto &folder : {layout.outputs(job), layout.logs(job)})
        if (auto made = makeFolder(folder); !made)
            return made;
    for (const JobOutputRow &output : outputs) {
        const auto type = portTypeFromName(output.type);
        const bool isFolder = type && !isLiteral(*type) && *type != PortType::UriFile;
        const std::filesystem::path path = output.path;
        if (auto made = makeFolder(isFolder ? path : path.parent_path()); !made)
            return made;
    }
    struct stat status
    {
    };
    if (stat(layout.snapshot(job).c_str(), &status) == 0) {
        if (auto copied = copyTree(layout.snapshot(job), layout.work(job)); !copied)
            return copied.error();
    } else if (auto made = makeFolder(layout.work(job)); !made) {
        return made;
    }
    for (const char *name : {"outputs", "logs"})
        if (auto linked = link(layout.work(job), name); !linked)
            return linked;
    return {};
}

Result<void> keepOutputs(const WorkspaceLayout &layout, const std::string &job)
{
    std::error_code failure;
    if (std::filesystem::is_empty(layout.outputs(job), failure) || failure)
        return {};
    if (auto synced = syncTree(layout.outputs(job)); !synced)
        return synced;
    // The folders above were made without syncing, too.
    for (const auto &folder : {layout.job(job), layout.jobs()})
        if (auto synced = fsyncDirectory(folder); !synced)
            return synced;
    return {};
}

Result<void> removeWorkFolder(const WorkspaceLayout &layout, const std::string &job)
{
    return removeTree(layout.work(job));
}

} // namespace atelier
