#include "core/client/NewWorkspace.h"

#include "core/client/WorkspaceFolder.h"
#include "core/domain/WorkspaceLayout.h"
#include "core/system/InstanceLock.h"

namespace atelier {

namespace {

namespace fs = std::filesystem;

fs::path firstAbsent(const fs::path &folder)
{
    std::error_code failure;
    fs::path absent;
    for (fs::path each = folder; !fs::exists(each, failure) && !failure; each = each.parent_path())
        absent = each;
    return absent;
}

/// The folder and those above it up to the highest that was made, as far as nothing is in them.
void removeFolders(const fs::path &folder, const fs::path &firstMade)
{
    std::error_code ignored;
    for (fs::path each = folder; !firstMade.empty() && each.has_relative_path(); each = each.parent_path()) {
        fs::remove(each, ignored);
        if (each == firstMade)
            return;
    }
}

} // namespace

Result<NewWorkspace> NewWorkspace::make(const fs::path &folder)
{
    std::error_code failure;
    const fs::path absolute = fs::absolute(folder, failure).lexically_normal();
    const fs::path asked = absolute.has_filename() ? absolute : absolute.parent_path();
    const fs::path firstMade = firstAbsent(asked);
    auto made = createWorkspaceFolder(asked);
    if (made)
        return NewWorkspace(
            std::move(*made), firstMade.empty() ? firstMade : fs::canonical(firstMade, failure));
    removeFolders(asked, firstMade);
    return made.error();
}

void NewWorkspace::takeBack() const
{
    const WorkspaceLayout layout(m_folder);
    std::error_code ignored;
    {
        const auto lock = InstanceLock::acquire(layout.instanceLock(), {}); // the service may be just ending
        // Where a full disk has no room for the lock's file nobody holds it; whatever else is wrong, somebody
        // may.
        if (!lock && lock.error().kind != ErrorKind::StorageFull)
            return;
        for (const char *behind : {"", "-wal", "-shm", "-journal"})
            fs::remove(layout.database().concat(behind), ignored);
        for (const fs::path &mine : {layout.serviceLog(), layout.backups(), layout.data(), layout.cache(),
                 layout.jobs(), layout.instanceLock()})
            fs::remove(mine, ignored); // a folder only where nothing is in it
    }
    removeFolders(m_folder, m_firstMade);
}

} // namespace atelier
