#include "tests/core/storage/RecordedDisk.h"

#include <algorithm>
#include <fstream>

namespace atelier::test {

namespace {

constexpr std::size_t sector = 512;

void place(std::string &file, std::size_t offset, std::string_view bytes)
{
    if (file.size() < offset + bytes.size())
        file.resize(offset + bytes.size(), '\0');
    std::copy(bytes.begin(), bytes.end(), file.begin() + static_cast<std::ptrdiff_t>(offset));
}

std::string garbage(std::size_t size, std::mt19937 &random)
{
    std::string bytes(size, '\0');
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); });
    return bytes;
}

void placeTorn(std::string &file, const RecordedDisk::Event &write, std::mt19937 &random)
{
    for (std::size_t at = 0; at < write.bytes.size(); at += sector) {
        if (random() % 2 == 0)
            continue;
        const std::string part = write.bytes.substr(at, sector);
        place(file, static_cast<std::size_t>(write.offset) + at,
            random() % 8 == 0 ? garbage(part.size(), random) : part);
    }
}

void placeUnsynced(std::string &file, const RecordedDisk::Event &write, std::mt19937 &random)
{
    switch (random() % 3) {
    case 0:
        return;
    case 1:
        return place(file, static_cast<std::size_t>(write.offset), write.bytes);
    default:
        return placeTorn(file, write, random);
    }
}

} // namespace

int RecordedDisk::beforeWrite(const std::string &file, std::string_view bytes, std::int64_t offset)
{
    m_events.push_back({Event::Kind::Write, file, offset, std::string(bytes)});
    return SQLITE_OK;
}

int RecordedDisk::beforeTruncate(const std::string &file, std::int64_t size)
{
    m_events.push_back({Event::Kind::Truncate, file, size, {}});
    return SQLITE_OK;
}

int RecordedDisk::beforeSync(const std::string &file)
{
    m_events.push_back({Event::Kind::Sync, file, 0, {}});
    return SQLITE_OK;
}

int RecordedDisk::beforeDelete(const std::string &file)
{
    m_events.push_back({Event::Kind::Delete, file, 0, {}});
    return SQLITE_OK;
}

void RecordedDisk::acknowledge(std::int64_t number)
{
    m_events.push_back({Event::Kind::Acknowledged, {}, number, {}});
}

void RecordedDisk::announce(std::int64_t sequence)
{
    m_events.push_back({Event::Kind::Announced, {}, sequence, {}});
}

std::map<std::string, std::string> RecordedDisk::cutAt(std::size_t cut, std::mt19937 &random) const
{
    std::map<std::string, std::size_t> lastSync;
    for (std::size_t i = 0; i < cut; ++i)
        if (m_events[i].kind == Event::Kind::Sync)
            lastSync[m_events[i].file] = i;
    std::map<std::string, std::string> files;
    for (std::size_t i = 0; i < cut; ++i) {
        const Event &event = m_events[i];
        const auto synced = lastSync.find(event.file);
        const bool durable = synced != lastSync.end() && i < synced->second;
        if (event.kind == Event::Kind::Write && durable)
            place(files[event.file], static_cast<std::size_t>(event.offset), event.bytes);
        else if (event.kind == Event::Kind::Write)
            placeUnsynced(files[event.file], event, random);
        else if (event.kind == Event::Kind::Truncate && (durable || random() % 2 == 0))
            files[event.file].resize(static_cast<std::size_t>(event.offset), '\0');
        else if (event.kind == Event::Kind::Delete)
            files.erase(event.file);
    }
    return files;
}

void writeFiles(const std::map<std::string, std::string> &files, const std::filesystem::path &folder)
{
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    for (const auto &[name, bytes] : files)
        std::ofstream(folder / name, std::ios::binary) << bytes;
}

} // namespace atelier::test
