#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace atelier {

struct RecentWorkspace
{
    std::filesystem::path folder; ///< absolute; it may be gone by now
    std::int64_t openedMs = 0; ///< Unix time
};

/// The workspaces that this user has opened, the last one first, in a file that all programs share. A file
/// that cannot be understood counts as empty.
class RecentWorkspaces
{
public:
    explicit RecentWorkspaces(std::filesystem::path file)
        : m_file(std::move(file))
    {
    }
    /// `$XDG_STATE_HOME/atelier/workspaces.json`
    [[nodiscard]] static Result<RecentWorkspaces> ofUser();

    [[nodiscard]] std::vector<RecentWorkspace> list() const;
    /// Puts it first.
    [[nodiscard]] Result<void> add(const std::filesystem::path &folder) const;
    [[nodiscard]] Result<void> forget(const std::filesystem::path &folder) const;

private:
    [[nodiscard]] Result<void> replace(const std::filesystem::path &folder, std::int64_t openedMs) const;

    std::filesystem::path m_file;
};

} // namespace atelier
