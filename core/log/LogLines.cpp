#include "core/log/LogIndex.h"
#include "core/log/NewlineCount.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr std::size_t lookBack = std::size_t{16} << 10;

// Without the code point that a cut at `size` would leave in pieces.
std::string_view cutAt(std::string_view bytes, std::size_t size)
{
    bytes = bytes.substr(0, size);
    for (int i = 0; i < 3 && !bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0xC0U) == 0x80U;
         ++i)
        bytes.remove_suffix(1);
    if (!bytes.empty() && static_cast<unsigned char>(bytes.back()) >= 0xC0)
        bytes.remove_suffix(1);
    return bytes;
}

std::size_t lineEnd(std::string_view bytes)
{
    return std::min(bytes.find('\n'), bytes.size());
}

} // namespace

// The start of a line, and for the one behind the last line the end of all.
std::optional<std::uint64_t> LogIndex::startOf(std::uint64_t line) const
{
    LineTable::Place place;
    std::shared_ptr<const LogFile> file;
    {
        const std::lock_guard lock(m_mutex);
        if (line > m_table.newlines())
            return {};
        place = m_table.placeOf(line);
        file = m_file;
    }
    const std::string block = file->read(place.offset, LineTable::blockSize);
    std::string_view rest = block;
    for (std::uint64_t i = 0; i < place.newlines; ++i) {
        const std::size_t end = lineEnd(rest);
        if (end == rest.size())
            return {}; // the file was cut
        rest.remove_prefix(end + 1);
    }
    return place.offset + (block.size() - rest.size());
}

std::uint64_t LogIndex::lineAt(std::uint64_t offset) const
{
    std::uint64_t before = 0;
    std::shared_ptr<const LogFile> file;
    {
        const std::lock_guard lock(m_mutex);
        before = m_table.newlinesBefore(offset);
        file = m_file;
    }
    if (!file)
        return 0;
    const std::uint64_t block = offset / LineTable::blockSize * LineTable::blockSize;
    return before + countNewlines(file->read(block, static_cast<std::size_t>(offset - block)));
}

std::vector<LogLine> LogIndex::lines(std::uint64_t first, std::size_t count) const
{
    const State known = state();
    std::vector<LogLine> lines;
    if (first >= known.lines)
        return lines;
    const auto start = startOf(first);
    if (!start)
        return lines;
    const std::shared_ptr<const LogFile> file = this->file();
    LevelJudge judge = judgeBefore(*start);
    std::vector<char> buffer(LineTable::blockSize);
    std::uint64_t offset = *start;
    std::string_view rest;
    while (lines.size() < count && first + lines.size() < known.lines) {
        std::size_t end = lineEnd(rest);
        if (end == rest.size()) {
            rest = file->read(offset, buffer).substr(0, known.bytes - offset);
            end = lineEnd(rest);
        }
        LogLine line;
        line.number = first + lines.size();
        line.offset = offset;
        line.length = end;
        if (end == rest.size()) {
            const auto next = startOf(line.number + 1);
            line.length = next ? *next - 1 - offset : known.bytes - offset;
        }
        const std::string_view whole
            = line.length <= rest.size() ? rest.substr(0, static_cast<std::size_t>(line.length)) : rest;
        render(line, whole, *file);
        line.judgement = judge.judge(line.shown.text);
        lines.push_back(std::move(line));
        offset += lines.back().length + 1;
        rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    return lines;
}

// Of a line that is too long its beginning, or the last state of a progress bar.
void LogIndex::render(LogLine &line, std::string_view bytes, const LogFile &file)
{
    line.shownOffset = line.offset;
    if (line.length <= longestShown) {
        line.shown = show(bytes);
        return;
    }
    const std::uint64_t tailOffset = line.offset + line.length - longestShown;
    const std::string tail = file.read(tailOffset, longestShown);
    if (const std::string_view state = lastState(tail); state.data() != tail.data()) {
        line.shownOffset = tailOffset + static_cast<std::uint64_t>(state.data() - tail.data());
        line.shown = show(state);
        return;
    }
    line.cut = true;
    line.shown = show(cutAt(bytes, longestShown));
}

LevelJudge LogIndex::judgeBefore(std::uint64_t offset) const
{
    LevelJudge judge;
    const std::uint64_t from = offset - std::min<std::uint64_t>(offset, lookBack);
    const std::string before = file()->read(from, static_cast<std::size_t>(offset - from));
    std::string_view rest = before;
    if (from > 0)
        rest.remove_prefix(std::min(rest.size(), lineEnd(rest) + 1));
    while (!rest.empty()) {
        const std::size_t end = lineEnd(rest);
        (void)judge.judgeRaw(rest.substr(0, end));
        rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    return judge;
}

} // namespace atelier
