#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace atelier {

/// The whole text of a file of the kernel (/proc, cgroup), which says nothing of its size beforehand; ""
/// where unreadable.
[[nodiscard]] std::string procText(const std::string &file);

struct ProcessStat
{
    char state = '?'; ///< Z: ended, not yet waited for
    pid_t parent = 0;
    pid_t session = 0;
    std::uint64_t startTime = 0; ///< clock ticks since the machine started
};

[[nodiscard]] std::optional<ProcessStat> processStat(pid_t pid);

[[nodiscard]] std::vector<pid_t> allProcesses();

} // namespace atelier
