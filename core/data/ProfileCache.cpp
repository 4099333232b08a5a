#include "core/data/ProfileCache.h"

#include "core/base/Json.h"
#include "core/base/Sha256.h"
#include "core/system/File.h"

#include <algorithm>
#include <ctime>
#include <sys/stat.h>
#include <vector>

namespace atelier {

namespace {

namespace fs = std::filesystem;

constexpr int formatNumber = 1; ///< rises with what profiles say
constexpr std::size_t digestLength = 64;
constexpr std::int64_t justNowS = 1;

} // namespace

std::optional<std::string> ProfileCache::keyOf(
    const Descriptor &file, const std::string &name, const TablePart &part)
{
    struct stat status
    {
    };
    if (fstat(file.number(), &status) != 0 || std::time(nullptr) - status.st_ctim.tv_sec <= justNowS)
        return {};
    const Json key{formatNumber, status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec,
        status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec, name, part.offset, part.limit,
        part.firstColumn, part.columns, part.filter, part.sort, part.names};
    return sha256Hex(toText(key));
}

std::optional<std::string> ProfileCache::find(const std::string &key) const
{
    const fs::path file = m_folder / key;
    auto text = readFile(file, m_limits.bytes);
    if (!text || text->size() < digestLength)
        return {};
    std::string answer = text->substr(digestLength);
    if (sha256Hex(answer) != text->substr(0, digestLength))
        return {};
    std::error_code ignored;
    fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
    return answer;
}

void ProfileCache::keep(const std::string &key, const std::string &answer)
{
    if (answer.size() > m_limits.bytes / 4)
        return;
    const std::lock_guard lock(m_writing);
    if (!makeFolders(m_folder))
        return;
    const auto folder = openFolder(m_folder);
    if (folder && atomicWrite(folder->number(), key, sha256Hex(answer) + answer))
        makeRoom();
}

void ProfileCache::makeRoom() const
{
    struct Entry
    {
        fs::file_time_type used;
        std::uint64_t bytes;
        fs::path file;
    };
    std::vector<Entry> entries;
    std::uint64_t total = 0;
    std::error_code ended;
    std::error_code error;
    for (fs::directory_iterator file(m_folder, ended), end; !ended && file != end; file.increment(ended)) {
        const std::uint64_t bytes = file->file_size(error);
        if (error)
            continue;
        entries.push_back({file->last_write_time(error), bytes, file->path()});
        total += bytes;
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.used < b.used; });
    for (auto entry = entries.begin(); total > m_limits.bytes && entry != entries.end(); ++entry) {
        fs::remove(entry->file, error);
        total -= entry->bytes;
    }
}

} // namespace atelier
