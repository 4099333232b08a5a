#pragma once

#include "core/client/Mailbox.h"

#include <cstdint>
#include <filesystem>
#include <thread>

namespace atelier {

/// Measures what a folder takes on the disk, on a thread of its own. Lives on a thread with an event loop;
/// when it goes, the measuring ends.
class FolderSize : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins anew where one is under way.
    void measure(const std::filesystem::path &folder);

Q_SIGNALS:
    /// Bytes; nothing is said of a folder that cannot be opened.
    void measured(std::uint64_t bytes);

private:
    Mailbox m_mailbox;
    std::jthread m_thread; ///< after the mailbox: it ends first
};

} // namespace atelier
