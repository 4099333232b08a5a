#include "app/cli/WorkspaceChoice.h"

#include "core/client/RecentWorkspaces.h"
#include "core/client/WorkspaceFolder.h"
#include "core/system/RuntimeFolders.h"

#include <cstdlib>

namespace atelier::cli {

Result<std::filesystem::path> chooseWorkspace(const std::string &named)
{
    if (!named.empty())
        return openWorkspaceFolder(named);
    if (const char *variable = std::getenv("ATELIER_WORKSPACE"); variable != nullptr && *variable != '\0')
        return openWorkspaceFolder(variable);
    std::error_code failure;
    if (const auto around = workspaceAround(std::filesystem::current_path(failure)))
        return openWorkspaceFolder(*around);
    if (const auto recent = RecentWorkspaces::ofUser())
        for (const RecentWorkspace &each : recent->list())
            if (isWorkspace(each.folder))
                return openWorkspaceFolder(each.folder);
    if (const auto data = dataFolder(); data && isWorkspace(*data / "sample"))
        return openWorkspaceFolder(*data / "sample");
    return Error{ErrorKind::NotFound, "workspace.none",
        "There is no workspace yet. Make one with: atelier workspace init FOLDER (or name one by "
        "--workspace)",
        {}, {}};
}

} // namespace atelier::cli
