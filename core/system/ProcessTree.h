#pragma once

#include <cstdint>
#include <optional>
#include <sys/types.h>
#include <vector>

namespace atelier {

/// Every living process below `pid` at this moment, itself not among them.
[[nodiscard]] std::vector<pid_t> descendantsOf(pid_t pid);

/// The same from a look at every process there is: slower, for kernels that keep no lists of children.
[[nodiscard]] std::vector<pid_t> descendantsByScan(pid_t pid);

/// Proportional set size of a process in KiB; nullopt when it is gone or not ours to look at.
[[nodiscard]] std::optional<std::uint64_t> proportionalKib(pid_t pid);

/// The sum over a process and everything below it, in KiB.
[[nodiscard]] std::uint64_t proportionalKibOfTree(pid_t pid);

} // namespace atelier
