#pragma once

#include "tests/core/storage/ShimVfs.h"

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace atelier::test {

/// Remembers every write, truncation, sync and deletion in order, and what was acknowledged between them;
/// then plays them back to a moment at which the power failed.
class RecordedDisk : public DiskHooks
{
public:
    struct Event
    {
        enum class Kind { Write, Truncate, Sync, Delete, Acknowledged, Announced };
        Kind kind;
        std::string file;
        std::int64_t offset = 0; ///< or the new size, or the number that was acknowledged
        std::string bytes;
    };

    int beforeWrite(const std::string &file, std::string_view bytes, std::int64_t offset) override;
    int beforeTruncate(const std::string &file, std::int64_t size) override;
    int beforeSync(const std::string &file) override;
    int beforeDelete(const std::string &file) override;
    void acknowledge(std::int64_t number);
    void announce(std::int64_t sequence);

    [[nodiscard]] const std::vector<Event> &events() const { return m_events; }

    /// The files as a disk could hold them when the power fails before event `cut`: what was synced is there;
    /// each later write is there, not there, or there in some of its 512-byte sectors, a few of them with
    /// garbage.
    [[nodiscard]] std::map<std::string, std::string> cutAt(std::size_t cut, std::mt19937 &random) const;

private:
    std::vector<Event> m_events;
};

/// Puts the files into an empty folder.
void writeFiles(const std::map<std::string, std::string> &files, const std::filesystem::path &folder);

} // namespace atelier::test
