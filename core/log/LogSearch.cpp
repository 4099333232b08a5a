#include "core/log/LogSearch.h"

#include "core/log/NewlineCount.h"
#include "core/log/ShownLine.h"

#include <algorithm>
#include <cstring>

namespace atelier {

namespace {

constexpr std::size_t chunkSize = std::size_t{128} << 10;
constexpr std::uint64_t toldEvery = std::uint64_t{32} << 20;

bool contains(std::string_view bytes, char c)
{
    return bytes.find(c) != std::string_view::npos;
}

void findPlain(
    const Needle &needle, std::string_view bytes, std::uint64_t offset, std::vector<std::uint64_t> &hits)
{
    for (std::size_t at = needle.find(bytes); at != std::string_view::npos;
         at = needle.find(bytes, at + needle.size()))
        hits.push_back(offset + at);
}

void findShown(
    const Needle &needle, std::string_view line, std::uint64_t offset, std::vector<std::uint64_t> &hits)
{
    const ShownLine shown = show(line);
    for (std::size_t at = needle.find(shown.text); at != std::string_view::npos;
         at = needle.find(shown.text, at + needle.size()))
        hits.push_back(offset + shown.origins[at]);
}

void findInLine(
    const Needle &needle, std::string_view line, std::uint64_t offset, std::vector<std::uint64_t> &hits)
{
    const std::string_view state = lastState(line);
    if (contains(state, '\x1b'))
        findShown(needle, line, offset, hits);
    else
        findPlain(needle, state, offset + static_cast<std::uint64_t>(state.data() - line.data()), hits);
}

std::vector<std::uint64_t> find(const Needle &needle, std::string_view bytes, std::uint64_t offset)
{
    std::vector<std::uint64_t> hits;
    if (!contains(bytes, '\x1b') && !contains(bytes, '\r')) {
        findPlain(needle, bytes, offset, hits);
        return hits;
    }
    while (!bytes.empty()) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        findInLine(needle, line, offset, hits);
        const std::size_t taken = std::min(line.size() + 1, bytes.size());
        bytes.remove_prefix(taken);
        offset += taken;
    }
    return hits;
}

// By memrchr, which rfind() does not use.
std::size_t behindLast(std::string_view bytes, char c)
{
    if (bytes.empty())
        return 0;
    const void *last = memrchr(bytes.data(), c, bytes.size());
    return last == nullptr ? 0 : static_cast<std::size_t>(static_cast<const char *>(last) - bytes.data()) + 1;
}

} // namespace

LogSearch::LogSearch(
    std::shared_ptr<const LogFile> file, Needle needle, std::uint64_t bytes, std::function<void()> progressed)
    : m_file(std::move(file))
    , m_needle(std::move(needle))
    , m_progressed(std::move(progressed))
    , m_limit(bytes)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void LogSearch::extendTo(std::uint64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_limit = bytes;
    m_extended.notify_one();
}

LogSearch::State LogSearch::state() const
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t searched = m_chunks.empty() ? 0 : m_chunks.back().end;
    return {m_hits, searched, searched >= m_limit};
}

std::vector<Marks::Mark> LogSearch::marks() const
{
    const std::lock_guard lock(m_mutex);
    return m_marks.all();
}

void LogSearch::run(const std::stop_token &stop)
{
    std::vector<char> buffer(chunkSize);
    std::uint64_t told = 0;
    while (!stop.stop_requested()) {
        std::uint64_t limit = 0;
        {
            std::unique_lock lock(m_mutex);
            const auto grown = [this] { return m_limit > (m_chunks.empty() ? 0 : m_chunks.back().end); };
            if (!m_extended.wait(lock, stop, grown))
                return;
            limit = m_limit;
        }
        searchOne(buffer, limit);
        const State now = state();
        if (now.complete || now.searched - told >= toldEvery) {
            told = now.searched;
            m_progressed();
        }
    }
}

LogSearch::Chunk LogSearch::nextChunk()
{
    const std::lock_guard lock(m_mutex);
    Chunk chunk;
    if (m_openEnd) {
        // The line without end may have grown across what was not found in it yet.
        chunk = m_chunks.back();
        m_chunks.pop_back();
        m_hits = chunk.hitsBefore;
        m_lines = chunk.firstLine;
        m_openEnd = false;
        return chunk;
    }
    chunk.offset = m_chunks.empty() ? 0 : m_chunks.back().end;
    chunk.hitsBefore = m_hits;
    chunk.firstLine = m_lines;
    return chunk;
}

void LogSearch::searchOne(std::vector<char> &buffer, std::uint64_t limit)
{
    Chunk chunk = nextChunk();
    std::string_view bytes = m_file->read(chunk.offset, buffer).substr(0, limit - chunk.offset);
    const bool full = bytes.size() == buffer.size();
    chunk.end = chunk.offset + bytes.size();
    if (!full) {
        note(chunk, bytes, !bytes.empty() && bytes.back() != '\n');
    } else if (const std::size_t lines = behindLast(bytes, '\n'); lines > 0) {
        chunk.end = chunk.offset + lines;
        note(chunk, bytes.substr(0, lines), false);
    } else if (const std::size_t states = behindLast(bytes, '\r'); states > 0) {
        // A progress bar's line: all of these states were drawn over.
        chunk.end = chunk.offset + states;
        note(chunk, {}, false);
    } else {
        // A part of a long line: the next one starts where a hit may still begin.
        chunk.end -= m_needle.size() - 1;
        note(chunk, bytes, false);
    }
}

void LogSearch::note(const Chunk &chunk, std::string_view bytes, bool openEnd)
{
    const std::vector<std::uint64_t> hits = find(m_needle, bytes, chunk.offset);
    std::vector<std::uint64_t> lines;
    std::uint64_t line = chunk.firstLine;
    std::uint64_t counted = chunk.offset;
    for (const std::uint64_t hit : hits) {
        line += countNewlines(bytes.substr(counted - chunk.offset, hit - counted));
        counted = hit;
        if (lines.empty() || lines.back() != line)
            lines.push_back(line);
    }
    line += countNewlines(bytes.substr(counted - chunk.offset));

    const std::lock_guard lock(m_mutex);
    m_hits += hits.size();
    m_lines = line;
    m_openEnd = openEnd;
    if (chunk.end == chunk.offset)
        m_limit = chunk.end; // the file was cut
    else
        m_chunks.push_back(chunk);
    for (const std::uint64_t marked : lines)
        m_marks.add(marked);
}

std::vector<std::uint64_t> LogSearch::hitsIn(const Chunk &chunk) const
{
    const std::size_t beyond = m_needle.size() - 1;
    const std::string bytes
        = m_file->read(chunk.offset, static_cast<std::size_t>(chunk.end - chunk.offset) + beyond);
    std::vector<std::uint64_t> hits = find(m_needle, bytes, chunk.offset);
    hits.erase(std::lower_bound(hits.begin(), hits.end(), chunk.end), hits.end());
    return hits;
}

std::uint64_t LogSearch::hitsBefore(std::uint64_t offset) const
{
    const auto behind = std::upper_bound(m_chunks.begin(), m_chunks.end(), offset,
        [](std::uint64_t at, const Chunk &chunk) { return at < chunk.offset; });
    if (behind == m_chunks.begin())
        return 0;
    const Chunk &chunk = *std::prev(behind);
    const std::uint64_t hitsBehind = behind == m_chunks.end() ? m_hits : behind->hitsBefore;
    if (hitsBehind == chunk.hitsBefore)
        return hitsBehind;
    const std::vector<std::uint64_t> hits = hitsIn(chunk);
    return chunk.hitsBefore
        + static_cast<std::uint64_t>(std::lower_bound(hits.begin(), hits.end(), offset) - hits.begin());
}

std::optional<LogSearch::Hit> LogSearch::hitNumbered(std::uint64_t number) const
{
    const auto behind = std::upper_bound(m_chunks.begin(), m_chunks.end(), number,
        [](std::uint64_t wanted, const Chunk &chunk) { return wanted < chunk.hitsBefore; });
    if (behind == m_chunks.begin())
        return {};
    const Chunk &chunk = *std::prev(behind);
    const std::vector<std::uint64_t> hits = hitsIn(chunk);
    if (number - chunk.hitsBefore >= hits.size())
        return {}; // the file was cut meanwhile
    return Hit{hits[number - chunk.hitsBefore], number};
}

std::optional<LogSearch::Hit> LogSearch::nextFrom(std::uint64_t offset) const
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t before = hitsBefore(offset);
    return m_hits == 0 ? std::nullopt : hitNumbered(before < m_hits ? before : 0);
}

std::optional<LogSearch::Hit> LogSearch::lastBefore(std::uint64_t offset) const
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t before = hitsBefore(offset);
    return m_hits == 0 ? std::nullopt : hitNumbered(before > 0 ? before - 1 : m_hits - 1);
}

} // namespace atelier
