#pragma once

#include "core/system/AttemptFolder.h"
#include "core/system/Descriptor.h"

#include <cstdint>
#include <string>

namespace atelier::jobd {

/// The job's own group of processes (cgroup version 2), where this user may make one; without one everything
/// still works by the tree of processes. Removed at the end.
class JobCgroup
{
public:
    explicit JobCgroup(const LaunchRecord &launch);
    ~JobCgroup();
    JobCgroup(const JobCgroup &) = delete;
    JobCgroup &operator=(const JobCgroup &) = delete;

    /// Kills everything in it at once.
    void killAll() const;

    [[nodiscard]] const std::string &path() const { return m_path; } ///< "" without one
    [[nodiscard]] int descriptor() const { return m_folder.number(); } ///< for clone3; -1 without one
    [[nodiscard]] bool limitsProcesses() const { return m_limitsProcesses; }
    /// How often the kernel killed something in it for want of memory.
    [[nodiscard]] std::uint64_t memoryKills() const;

private:
    [[nodiscard]] bool makeBelow(const std::string &parent, const LaunchRecord &launch);

    std::string m_path;
    Descriptor m_folder;
    bool m_limitsProcesses = false;
};

} // namespace atelier::jobd
