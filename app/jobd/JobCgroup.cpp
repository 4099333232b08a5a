#include "app/jobd/JobCgroup.h"

#include "core/system/HostMetrics.h"
#include "core/system/ProcFile.h"

#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace atelier::jobd {

namespace {

bool writeTo(const std::string &file, const std::string &text)
{
    const Descriptor descriptor(open(file.c_str(), O_WRONLY | O_CLOEXEC));
    return descriptor
        && write(descriptor.number(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

} // namespace

JobCgroup::JobCgroup(const LaunchRecord &launch)
{
    const std::filesystem::path own = ownCgroup();
    if (own.empty())
        return;
    // Beside our own group first: only there can controllers be on, as a group with processes has none for
    // its children.
    if (!makeBelow(own.parent_path().string(), launch))
        static_cast<void>(makeBelow(own.string(), launch));
}

JobCgroup::~JobCgroup()
{
    m_folder.reset();
    if (!m_path.empty())
        rmdir(m_path.c_str());
}

bool JobCgroup::makeBelow(const std::string &parent, const LaunchRecord &launch)
{
    const std::string path = parent + "/atelier-" + launch.uuid;
    if (access((parent + "/cgroup.procs").c_str(), W_OK) != 0 || mkdir(path.c_str(), 0700) != 0)
        return false;
    m_folder = Descriptor(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    m_path = path;
    if (launch.memoryBytes > 0) {
        writeTo(path + "/memory.max", std::to_string(launch.memoryBytes));
        writeTo(path + "/memory.swap.max", "0");
    }
    m_limitsProcesses = launch.processes > 0 && writeTo(path + "/pids.max", std::to_string(launch.processes));
    return true;
}

void JobCgroup::killAll() const
{
    if (!m_path.empty())
        writeTo(m_path + "/cgroup.kill", "1");
}

std::uint64_t JobCgroup::memoryKills() const
{
    const std::string events = m_path.empty() ? std::string() : procText(m_path + "/memory.events");
    const std::size_t line = events.find("\noom_kill ");
    return line == std::string::npos ? 0 : std::strtoull(events.c_str() + line + 10, nullptr, 10);
}

} // namespace atelier::jobd
