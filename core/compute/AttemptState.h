#pragma once

#include "core/system/AttemptFolder.h"

#include <optional>
#include <string>

namespace atelier {

/// What is known of one attempt when one looks.
struct AttemptState
{
    enum class Phase {
        NotLaunched, ///< it never ran, and launching it is safe
        Running, ///< its supervisor is at work; `run` is missing in its first moments
        Ended, ///< `exit` is there
        Lost, ///< it was started, its supervisor is gone without a record, and nothing of it runs any more
    };
    enum class LostReason { SupervisorDied, MachineRestarted };

    Phase phase = Phase::NotLaunched;
    std::optional<RunRecord> run;
    std::optional<ExitRecord> exit;
    LostReason lostReason = LostReason::SupervisorDied;
    int supervisorCode = 0; ///< NotLaunched after a launch: the code that its supervisor gave up with
};

/// A sentence on how it ended, or "" while it has not: `The command ended with exit code 3.`
[[nodiscard]] std::string explain(const AttemptState &state);

} // namespace atelier
