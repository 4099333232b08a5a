#include "core/system/HostMetrics.h"

#include "core/system/ProcFile.h"

#include <algorithm>
#include <cstdlib>
#include <sched.h>
#include <string_view>
#include <thread>
#include <unistd.h>

namespace atelier {

namespace {

std::uint64_t numberAfter(const std::string &text, std::string_view key)
{
    const std::size_t at = text.find(key);
    return at == std::string::npos ? 0 : std::strtoull(text.c_str() + at + key.size(), nullptr, 10);
}

std::uint64_t limitIn(const std::filesystem::path &file)
{
    const std::string text = procText(file.string());
    if (text.empty() || text.rfind("max", 0) == 0)
        return CgroupLimits::unlimited;
    return std::strtoull(text.c_str(), nullptr, 10);
}

/// `cpu.max` holds "<quota> <period>" in microseconds, or "max <period>".
double coresIn(const std::filesystem::path &file)
{
    const std::string text = procText(file.string());
    if (text.empty() || text.rfind("max", 0) == 0)
        return 0;
    char *end = nullptr;
    const double quota = std::strtod(text.c_str(), &end);
    const double period = std::strtod(end, nullptr);
    return period > 0 ? quota / period : 0;
}

double coresByAffinity()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return std::max(1, CPU_COUNT(&set));
    return std::max(1U, std::thread::hardware_concurrency());
}

const std::filesystem::path cgroupTop = "/sys/fs/cgroup";

} // namespace

std::filesystem::path ownCgroup()
{
    // Version 2's line is "0::/path"; where version 1 is mounted beside it, its tree is elsewhere and has no
    // limits.
    const std::string text = procText("/proc/self/cgroup");
    const std::size_t line = text.rfind("0::", 0) == 0 ? 0 : text.find("\n0::");
    const std::size_t start = line == std::string::npos ? line : text.find('/', line);
    if (start == std::string::npos)
        return {};
    const std::string below = text.substr(start + 1, text.find('\n', start) - start - 1);
    for (const std::filesystem::path &top : {cgroupTop, cgroupTop / "unified"})
        if (access((top / "cgroup.procs").c_str(), F_OK) == 0)
            return below.empty() ? top : top / below;
    return {};
}

CgroupLimits cgroupLimits(const std::filesystem::path &top, const std::filesystem::path &group)
{
    CgroupLimits limits;
    for (std::filesystem::path folder = group; folder.string().size() >= top.string().size();
         folder = folder.parent_path()) {
        if (const double cores = coresIn(folder / "cpu.max"); cores > 0)
            limits.cores = limits.cores > 0 ? std::min(limits.cores, cores) : cores;
        if (const std::uint64_t memory = limitIn(folder / "memory.max"); memory != CgroupLimits::unlimited) {
            const std::uint64_t used = std::min(memory, limitIn(folder / "memory.current"));
            limits.memoryBytes = std::min(limits.memoryBytes, memory);
            limits.freeBytes = std::min(limits.freeBytes, memory - used);
        }
        if (folder == folder.parent_path())
            break;
    }
    return limits;
}

HostCapacity hostCapacity()
{
    HostCapacity capacity;
    capacity.cores = coresByAffinity();
    const std::string memory = procText("/proc/meminfo");
    capacity.memoryBytes = numberAfter(memory, "MemTotal:") * 1024;
    capacity.availableBytes = numberAfter(memory, "MemAvailable:") * 1024;
    const std::filesystem::path group = ownCgroup();
    if (group.empty())
        return capacity;
    const CgroupLimits limits = cgroupLimits(cgroupTop, group);
    if (limits.cores > 0)
        capacity.cores = std::min(capacity.cores, limits.cores);
    capacity.memoryBytes = std::min(capacity.memoryBytes, limits.memoryBytes);
    capacity.availableBytes = std::min(capacity.availableBytes, limits.freeBytes);
    return capacity;
}

} // namespace atelier
