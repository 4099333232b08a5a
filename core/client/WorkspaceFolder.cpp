#include "core/client/WorkspaceFolder.h"

#include "core/client/Trash.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/system/File.h"
#include "core/system/RuntimeFolders.h"

namespace atelier {

namespace {

namespace fs = std::filesystem;

} // namespace

bool isWorkspace(const fs::path &folder)
{
    std::error_code failure;
    return fs::is_regular_file(WorkspaceLayout(folder).database(), failure);
}

std::optional<fs::path> sampleWorkspaceFolder()
{
    const auto folder = dataFolder();
    if (!folder)
        return std::nullopt;
    return *folder / "sample";
}

std::optional<fs::path> workspaceAround(const fs::path &folder)
{
    for (fs::path each = folder;; each = each.parent_path()) {
        if (isWorkspace(each))
            return each;
        if (each == each.parent_path())
            return std::nullopt;
    }
}

Result<fs::path> createWorkspaceFolder(const fs::path &folder)
{
    std::error_code failure;
    const fs::path absolute = fs::absolute(folder, failure);
    if (isWorkspace(absolute))
        return Error{ErrorKind::Conflict, "workspace.exists",
            absolute.string() + " is a workspace already: use it, or name another folder.",
            {{"folder", absolute.string()}}, {}};
    if (fs::exists(absolute, failure)
        && (!fs::is_directory(absolute, failure) || !fs::is_empty(absolute, failure)))
        return Error{ErrorKind::Conflict, "workspace.not-empty",
            absolute.string() + " is not an empty folder: a workspace needs one of its own.",
            {{"folder", absolute.string()}}, {}};
    if (auto made = makeFolders(absolute); !made)
        return made.error();
    fs::path canonical = fs::canonical(absolute, failure);
    if (failure)
        return systemError("workspace.create", "make the workspace " + absolute.string(), failure.value());
    return canonical;
}

Result<fs::path> openWorkspaceFolder(const fs::path &folder)
{
    std::error_code failure;
    fs::path canonical = fs::canonical(folder, failure);
    if (failure || !fs::is_directory(canonical, failure))
        return Error{ErrorKind::NotFound, "workspace.not-found",
            "There is no folder " + folder.string() + ". Make a workspace with: atelier workspace init "
                + folder.string(),
            {{"folder", folder.string()}}, {}};
    if (!isWorkspace(canonical))
        return Error{ErrorKind::NotFound, "workspace.not-found",
            canonical.string()
                + " is not a workspace (it has no workspace.db). Make one with: atelier workspace init "
                  "FOLDER",
            {{"folder", canonical.string()}}, {}};
    return canonical;
}

void deleteWorkspace(
    ServiceClient &client, QObject *receiver, const std::function<void(Result<fs::path>)> &callback)
{
    // Only the service knows whether jobs are unfinished; a supervisor of one would revive what was deleted.
    client.ensureService(receiver, [&client, receiver, callback](const Result<void> &running) {
        if (!running)
            return callback(running.error());
        client.stop(receiver, [&client, callback](const Reply &reply) {
            if (!reply.isSuccess())
                return callback(reply.errors.front());
            callback(moveToTrash(client.workspace()));
        });
    });
}

} // namespace atelier
