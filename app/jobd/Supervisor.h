#pragma once

#include "app/jobd/AttemptClaim.h"
#include "app/jobd/ControlSocket.h"
#include "app/jobd/Descendants.h"
#include "app/jobd/JobCgroup.h"
#include "app/jobd/JobProcess.h"
#include "app/jobd/ServiceWatch.h"
#include "core/system/Descriptor.h"

#include <cstdint>
#include <optional>

namespace atelier::jobd {

/// Runs one attempt from start to exit record, on one thread: starts the job, waits, cancels, and leaves no
/// process behind.
class Supervisor
{
public:
    /// `notify` is told "R" when the job runs; it may be -1.
    Supervisor(AttemptClaim &claim, Descriptor notify);

    void run();

private:
    [[nodiscard]] bool start();
    void publish();
    void waitForEnd();
    [[nodiscard]] int millisecondsToNextEvent() const;
    void readSignals();
    void doWhatIsDue();
    void look();
    void trimLog() const;
    void stop(std::optional<EndReason> reason, std::int64_t graceMs);
    void collectStatus();
    void finish();

    AttemptClaim &m_claim;
    Descriptor m_notify;
    Descriptor m_signals;
    Descriptor m_log;
    ControlSocket m_control;
    JobCgroup m_cgroup;
    Descendants m_descendants;
    ServiceWatch m_service;
    JobStart m_job;
    ExitRecord m_record;
    std::optional<EndReason> m_asked; ///< why we ended it, if we did
    bool m_isStopping = false;
    std::int64_t m_startedSteadyMs = 0;
    std::int64_t m_nextLookMs = 0; ///< steady
    std::int64_t m_killAtMs = 0; ///< steady; only while stopping
    std::int64_t m_timeoutAtMs = 0; ///< steady; 0: none
};

} // namespace atelier::jobd
