#pragma once

#include "core/compute/Driver.h"
#include "core/compute/SupervisorWatcher.h"

#include <string>
#include <vector>

namespace atelier {

struct LocalDriverSettings
{
    std::filesystem::path supervisor; ///< the program atelier-jobd
    std::string serviceSocket; ///< "" or where the supervisors look whether the service still accepts
    std::vector<std::string> restartCommand; ///< what they start if it does not
    std::string bootId = atelier::bootId(); ///< to be replaced only by tests of a machine's restart
};

/// Runs attempts on this machine, each under a supervisor of its own that outlives this process.
class LocalDriver : public Driver
{
public:
    LocalDriver(LocalDriverSettings settings, AttemptChanged changed);

    [[nodiscard]] Result<void> launch(const AttemptLaunch &launch) override;
    [[nodiscard]] Result<AttemptState> observe(const AttemptReference &attempt) override;
    [[nodiscard]] Result<void> cancel(const AttemptReference &attempt) override;
    void forget(const AttemptReference &attempt) override;

private:
    [[nodiscard]] Result<void> writeLaunchRecord(const AttemptLaunch &launch) const;
    [[nodiscard]] Result<void> startSupervisor(const AttemptReference &attempt);
    [[nodiscard]] Result<AttemptState> observeUnwatched(const AttemptReference &attempt);
    [[nodiscard]] Result<std::optional<AttemptState>> look(const AttemptReference &attempt);
    [[nodiscard]] Result<std::optional<AttemptState>> adopt(const AttemptReference &attempt);
    [[nodiscard]] Result<AttemptState> lose(
        const AttemptReference &attempt, const std::string &startedBoot) const;

    LocalDriverSettings m_settings;
    SupervisorWatcher m_watcher;
    std::mutex m_looking; ///< two looks at one attempt would take each other's lock for a supervisor's
};

} // namespace atelier
