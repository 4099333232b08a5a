#pragma once

#include "core/base/Result.h"
#include "core/client/ServiceClient.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace atelier {

[[nodiscard]] bool isWorkspace(const std::filesystem::path &folder);

/// Where the sample workspace is, or would be: `$XDG_DATA_HOME/atelier/sample`.
[[nodiscard]] std::optional<std::filesystem::path> sampleWorkspaceFolder();

/// The folder or the nearest one above it that is a workspace.
[[nodiscard]] std::optional<std::filesystem::path> workspaceAround(const std::filesystem::path &folder);

/// Makes the folder of a new workspace, which must be absent or empty, and answers its canonical path; the
/// service fills it when it first opens it.
[[nodiscard]] Result<std::filesystem::path> createWorkspaceFolder(const std::filesystem::path &folder);

/// The canonical path of an existing workspace.
[[nodiscard]] Result<std::filesystem::path> openWorkspaceFolder(const std::filesystem::path &folder);

/// Ends a workspace's service and moves its folder into the trash, where it calls back with; refused while
/// jobs are unfinished.
void deleteWorkspace(ServiceClient &client, QObject *receiver,
    const std::function<void(Result<std::filesystem::path>)> &callback);

} // namespace atelier
