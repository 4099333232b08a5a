#pragma once

#include "app/jobd/JobCgroup.h"

#include <sys/types.h>
#include <vector>

namespace atelier::jobd {

/// Everything below this supervisor: the job, and as it is their reaper also what has left the job's session.
class Descendants
{
public:
    explicit Descendants(const JobCgroup &cgroup);

    /// Signals all that run now; how many those were.
    int signalAll(int number) const;
    /// Collects those that have ended, but never `except`.
    static void reapEnded(pid_t except);
    /// Kills and collects until nobody is left; how many were still running at first.
    [[nodiscard]] int killAll() const;

    [[nodiscard]] static std::vector<pid_t> running();

private:
    void stopAll() const;

    const JobCgroup &m_cgroup;
};

} // namespace atelier::jobd
