#include "core/client/FolderSize.h"

#include "core/system/DiskUse.h"

namespace atelier {

void FolderSize::measure(const std::filesystem::path &folder)
{
    m_thread = std::jthread([this, folder](const std::stop_token &stop) {
        const auto bytes = diskUse(folder, stop);
        if (!bytes)
            return;
        m_mailbox.post([this, bytes = *bytes] { Q_EMIT measured(bytes); });
    });
}

} // namespace atelier
