#pragma once

#include "core/base/Result.h"

#include <filesystem>

namespace atelier {

/// The folder of a workspace that is being made. What came into being can be taken back while its service has
/// not begun to work. Any thread; waits for the disk.
class NewWorkspace
{
public:
    /// Makes the folder, which must be absent or empty; a failure leaves nothing behind.
    [[nodiscard]] static Result<NewWorkspace> make(const std::filesystem::path &folder);

    /// Canonical.
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }

    /// Removes what a service that did not start has left, and the folders that were made for it. What is not
    /// the service's stays, and so does everything where a service holds the workspace.
    void takeBack() const;

private:
    NewWorkspace(std::filesystem::path folder, std::filesystem::path firstMade)
        : m_folder(std::move(folder))
        , m_firstMade(std::move(firstMade))
    {
    }

    std::filesystem::path m_folder;
    std::filesystem::path m_firstMade; ///< the folder or the highest one above it that was not there; or ""
};

} // namespace atelier
