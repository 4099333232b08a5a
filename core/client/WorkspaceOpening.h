#pragma once

#include "core/client/Mailbox.h"
#include "core/client/NewWorkspace.h"
#include "core/client/SampleTables.h"
#include "core/client/ServiceClient.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <thread>

namespace atelier {

/// Opens a workspace, or makes one, and has its service started, so that what is wrong is known before a
/// window shows it. Lives on a thread with an event loop; when it goes, so does what it is doing.
class WorkspaceOpening : public QObject
{
    Q_OBJECT

public:
    enum class Kind {
        Existing,
        Empty, ///< in a folder that is absent or empty
        Sample, ///< the same, with the sample's tables; one that is there gets those that it lacks
    };

    /// `resources`: the program's own, which has the sample.
    explicit WorkspaceOpening(std::filesystem::path resources, QObject *parent = nullptr);
    ~WorkspaceOpening() override;

    /// Not while one is under way.
    void begin(Kind kind, const std::filesystem::path &folder);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// The canonical folder of the workspace, whose service runs; or why there is none.
    void finished(const atelier::Result<std::filesystem::path> &folder);

private:
    void startService();
    void takeBack(const Error &error);
    void finish(const Result<void> &outcome);

    Kind m_kind = Kind::Existing;
    std::filesystem::path m_folder;
    std::optional<NewWorkspace> m_new; ///< nothing: the workspace was there
    bool m_isBusy = false;
    std::unique_ptr<ServiceClient> m_client;
    SampleTables m_sample;
    Mailbox m_mailbox;
    std::jthread m_thread; ///< after the mailbox: it ends first
};

} // namespace atelier
