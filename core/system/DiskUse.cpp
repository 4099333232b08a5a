#include "core/system/DiskUse.h"

#include "core/system/FolderDescent.h"

#include <fcntl.h>
#include <set>
#include <sys/stat.h>

namespace atelier {

namespace {

constexpr std::uint64_t blockBytes = 512; // of st_blocks, whatever the file system's own are

class Count
{
public:
    void add(const struct stat &status)
    {
        if (S_ISDIR(status.st_mode) || status.st_nlink == 1
            || m_seen.emplace(status.st_dev, status.st_ino).second)
            m_bytes += static_cast<std::uint64_t>(status.st_blocks) * blockBytes;
    }
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

private:
    std::uint64_t m_bytes = 0;
    std::set<std::pair<dev_t, ino_t>> m_seen; ///< files of several names
};

/// Adds what is in a folder, and answers the folders in it.
std::vector<std::string> addContents(int folder, Count &count, const std::stop_token &stop)
{
    std::vector<std::string> folders;
    const auto names = namesIn(folder, {});
    if (!names)
        return folders;
    for (const std::string &name : *names) {
        if (stop.stop_requested())
            break;
        struct stat status
        {
        };
        if (fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        count.add(status);
        if (S_ISDIR(status.st_mode))
            folders.push_back(name);
    }
    return folders;
}

} // namespace

std::optional<std::uint64_t> diskUse(const std::filesystem::path &folder, const std::stop_token &stop)
{
    Descriptor top(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct stat status
    {
    };
    if (!top || fstat(top.number(), &status) != 0)
        return std::nullopt;
    Count count;
    count.add(status);
    FolderDescent descent(std::move(top));
    std::vector<std::vector<std::string>> ahead{addContents(descent.folder(), count, stop)};
    while (!stop.stop_requested()) {
        if (ahead.back().empty()) {
            ahead.pop_back();
            // Where this folder was moved meanwhile there is no way back up.
            if (ahead.empty() || !descent.leave())
                return count.bytes();
            continue;
        }
        const std::string next = std::move(ahead.back().back());
        ahead.back().pop_back();
        if (descent.enter(next))
            ahead.push_back(addContents(descent.folder(), count, stop));
    }
    return std::nullopt;
}

} // namespace atelier
