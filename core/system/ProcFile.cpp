#include "core/system/ProcFile.h"

#include "core/system/Descriptor.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>

namespace atelier {

std::string procText(const std::string &file)
{
    const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    std::string text;
    if (!descriptor)
        return text;
    std::array<char, 4096> buffer;
    while (true) {
        const ssize_t got = ::read(descriptor.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return text;
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

std::optional<ProcessStat> processStat(pid_t pid)
{
    const std::string text = procText("/proc/" + std::to_string(pid) + "/stat");
    // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
    const std::size_t afterName = text.rfind(')');
    if (afterName == std::string::npos || text.size() < afterName + 3)
        return std::nullopt;
    ProcessStat stat;
    stat.state = text[afterName + 2];
    const char *cursor = text.c_str() + afterName + 3;
    for (int field = 4; field <= 22; ++field) {
        char *end = nullptr;
        const unsigned long long value = std::strtoull(cursor, &end, 10);
        cursor = end;
        if (field == 4)
            stat.parent = static_cast<pid_t>(value);
        else if (field == 6)
            stat.session = static_cast<pid_t>(value);
        else if (field == 22)
            stat.startTime = value;
    }
    return stat;
}

std::vector<pid_t> allProcesses()
{
    std::vector<pid_t> pids;
    DIR *folder = opendir("/proc");
    if (folder == nullptr)
        return pids;
    while (const dirent *entry = readdir(folder)) {
        const char *name = entry->d_name;
        if (name[0] >= '1' && name[0] <= '9')
            pids.push_back(static_cast<pid_t>(std::strtol(name, nullptr, 10)));
    }
    closedir(folder);
    return pids;
}

} // namespace atelier
