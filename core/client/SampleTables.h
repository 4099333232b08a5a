#pragma once

#include "core/base/Result.h"
#include "core/system/Descriptor.h"
#include "core/system/Pidfd.h"

#include <QObject>

#include <filesystem>
#include <optional>

namespace atelier {

/// Brings the sample's tables into a workspace by a script, which does nothing but what any user can do;
/// those that are there stay as they are. Lives on a thread with an event loop; when it goes, so does the
/// script.
class SampleTables : public QObject
{
    Q_OBJECT

public:
    /// `resources`: the program's own, which has the sample.
    explicit SampleTables(std::filesystem::path resources, QObject *parent = nullptr);
    ~SampleTables() override;

    /// Not while one is under way. The service of the workspace is started where it does not run.
    void begin(const std::filesystem::path &workspace);

Q_SIGNALS:
    void finished(const atelier::Result<void> &outcome);

private:
    [[nodiscard]] Result<void> start();
    void readOutcome();

    const std::filesystem::path m_resources;
    std::filesystem::path m_workspace;
    std::optional<Pidfd> m_script;
    Descriptor m_messages; ///< what it says
};

} // namespace atelier
