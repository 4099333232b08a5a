#include "core/system/ProcessTree.h"

#include "core/system/ProcFile.h"

#include <cstdlib>
#include <dirent.h>
#include <map>
#include <string>
#include <unistd.h>

namespace atelier {

namespace {

void appendNumbers(const std::string &text, std::vector<pid_t> &numbers)
{
    const char *cursor = text.c_str();
    while (true) {
        char *end = nullptr;
        const long number = std::strtol(cursor, &end, 10);
        if (end == cursor)
            return;
        numbers.push_back(static_cast<pid_t>(number));
        cursor = end;
    }
}

/// The children of all its threads, as the kernel lists them; false where it was built without these lists.
bool appendChildren(pid_t pid, std::vector<pid_t> &children)
{
    const std::string tasks = "/proc/" + std::to_string(pid) + "/task";
    DIR *folder = opendir(tasks.c_str());
    if (folder == nullptr)
        return true;
    bool isListed = true;
    while (const dirent *entry = readdir(folder)) {
        if (entry->d_name[0] == '.')
            continue;
        const std::string file = tasks + "/" + entry->d_name + "/children";
        const std::string text = procText(file);
        appendNumbers(text, children);
        if (text.empty() && access(file.c_str(), F_OK) != 0
            && access((tasks + "/" + entry->d_name).c_str(), F_OK) == 0)
            isListed = false;
    }
    closedir(folder);
    return isListed;
}

} // namespace

std::vector<pid_t> descendantsByScan(pid_t pid)
{
    std::multimap<pid_t, pid_t> byParent;
    for (const pid_t each : allProcesses())
        if (const auto stat = processStat(each); stat && stat->state != 'Z')
            byParent.emplace(stat->parent, each);
    std::vector<pid_t> found{pid};
    for (std::size_t i = 0; i < found.size(); ++i)
        for (auto [it, end] = byParent.equal_range(found[i]); it != end; ++it)
            found.push_back(it->second);
    found.erase(found.begin());
    return found;
}

std::vector<pid_t> descendantsOf(pid_t pid)
{
    std::vector<pid_t> found{pid};
    for (std::size_t i = 0; i < found.size(); ++i)
        if (!appendChildren(found[i], found))
            return descendantsByScan(pid);
    found.erase(found.begin());
    return found;
}

std::optional<std::uint64_t> proportionalKib(pid_t pid)
{
    const std::string text = procText("/proc/" + std::to_string(pid) + "/smaps_rollup");
    const std::size_t line = text.find("\nPss:");
    if (line == std::string::npos)
        return std::nullopt;
    return std::strtoull(text.c_str() + line + 5, nullptr, 10);
}

std::uint64_t proportionalKibOfTree(pid_t pid)
{
    std::uint64_t sum = proportionalKib(pid).value_or(0);
    for (const pid_t each : descendantsOf(pid))
        sum += proportionalKib(each).value_or(0);
    return sum;
}

} // namespace atelier
