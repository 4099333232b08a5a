#pragma once

#include <cstdint>
#include <string>

namespace atelier {

struct MachineLoad
{
    double processor = 0; ///< share of all cores that was busy since the reading before, 0 to 1
    std::uint64_t memoryBytes = 0; ///< of the machine, or of the group that this process is in
    std::uint64_t usedBytes = 0; ///< that could not be had without swapping
};

/// Measures the machine's load between one reading and the next. For one thread.
class LoadMeter
{
public:
    /// `folder` has the kernel's `stat`.
    explicit LoadMeter(std::string folder = "/proc")
        : m_folder(std::move(folder))
    {
    }

    /// Of the first reading the processor's share since the machine's start.
    [[nodiscard]] MachineLoad read();

private:
    const std::string m_folder;
    std::uint64_t m_busy = 0; ///< clock ticks of all cores
    std::uint64_t m_total = 0;
};

} // namespace atelier
