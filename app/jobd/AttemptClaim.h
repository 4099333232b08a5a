#pragma once

#include "core/base/Result.h"
#include "core/system/AttemptFolder.h"
#include "core/system/Descriptor.h"

#include <filesystem>
#include <string>

namespace atelier::jobd {

/// This supervisor's hold on an attempt: its folder, the lock held for life, and the mark that it was
/// started.
class AttemptClaim
{
public:
    explicit AttemptClaim(std::filesystem::path folder);

    /// Takes the attempt, durably, and reads what is to be done; the answer is 0 or the code to exit with.
    [[nodiscard]] int take();
    /// Puts a record in its place at once; it need not survive a loss of power, as the job does not either.
    void publishRun(const RunRecord &record);
    /// Writes how it ended, durably; on a full disk again and again until there is room.
    void writeExit(const ExitRecord &record);
    /// Makes folder, lock and records anew where the job has deleted them, so that nobody thinks it never
    /// ran.
    void restoreIfDeleted();

    [[nodiscard]] const LaunchRecord &launch() const { return m_launch; }
    [[nodiscard]] int folder() const { return m_folder.number(); }

private:
    [[nodiscard]] bool openAndLock();
    [[nodiscard]] Result<void> writeStarted();
    void restore(const char *name, const std::string &text);

    std::filesystem::path m_path;
    Descriptor m_folder;
    Descriptor m_lock;
    LaunchRecord m_launch;
    std::string m_run; ///< the run record's text once published
};

} // namespace atelier::jobd
