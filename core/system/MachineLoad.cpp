#include "core/system/MachineLoad.h"

#include "core/system/HostMetrics.h"
#include "core/system/ProcFile.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace atelier {

MachineLoad LoadMeter::read()
{
    // proc(5): cpu user nice system idle iowait irq softirq steal …; the guests' time is in user's already.
    std::istringstream line(procText(m_folder + "/stat"));
    std::string name;
    std::array<std::uint64_t, 8> ticks{};
    line >> name;
    for (std::uint64_t &tick : ticks)
        line >> tick;
    std::uint64_t total = 0;
    for (const std::uint64_t tick : ticks)
        total += tick;
    const std::uint64_t busy = total - ticks[3] - ticks[4];
    MachineLoad load;
    if (total > m_total && busy >= m_busy)
        load.processor = static_cast<double>(busy - m_busy) / static_cast<double>(total - m_total);
    m_busy = busy;
    m_total = total;
    const HostCapacity capacity = hostCapacity();
    load.memoryBytes = capacity.memoryBytes;
    load.usedBytes = capacity.memoryBytes - std::min(capacity.memoryBytes, capacity.availableBytes);
    return load;
}

} // namespace atelier
