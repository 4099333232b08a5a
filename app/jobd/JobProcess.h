#pragma once

#include "app/jobd/JobCgroup.h"
#include "core/system/AttemptFolder.h"
#include "core/system/Descriptor.h"

#include <string>
#include <sys/types.h>

namespace atelier::jobd {

/// What came of starting the job: a process, or an errno and what it was about.
struct JobStart
{
    pid_t pid = 0; ///< 0 when there is no process to wait for
    Descriptor pidfd;
    int errorNumber = 0;
    std::string failedPath;
};

/// Starts the job in a session of its own; it dies with us. A job that could not be executed is reaped
/// already.
[[nodiscard]] JobStart startJob(const LaunchRecord &launch, const JobCgroup &cgroup, int log);

} // namespace atelier::jobd
