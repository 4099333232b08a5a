#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace atelier {

/// What this machine, or the part of it that this process may use, has.
struct HostCapacity
{
    double cores = 1; ///< by affinity and by the cgroup's cpu.max
    std::uint64_t memoryBytes = 0; ///< by memory.max, too
    std::uint64_t availableBytes = 0; ///< what can be used without swapping
};

[[nodiscard]] HostCapacity hostCapacity();

/// The limits among cgroup v2's files in and above `group`, up to `top`; `unlimited` where there is none.
struct CgroupLimits
{
    static constexpr std::uint64_t unlimited = ~std::uint64_t{0};
    double cores = 0; ///< 0: not limited
    std::uint64_t memoryBytes = unlimited;
    std::uint64_t freeBytes = unlimited;
};

[[nodiscard]] CgroupLimits cgroupLimits(const std::filesystem::path &top, const std::filesystem::path &group);

/// This process's own cgroup v2 folder, "" without one.
[[nodiscard]] std::filesystem::path ownCgroup();

} // namespace atelier
