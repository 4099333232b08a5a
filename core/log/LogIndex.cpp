#include "core/log/LogIndex.h"

#include "core/log/BlockCounts.h"

#include <algorithm>
#include <cstring>

namespace atelier {

namespace {

constexpr std::size_t readSize = std::size_t{256} << 10;
constexpr std::uint64_t progressStep = std::uint64_t{32} << 20;
constexpr std::size_t rememberedEnd = 64;

} // namespace

LogIndex::LogIndex(std::filesystem::path path, std::function<void()> changed)
    : m_path(std::move(path))
    , m_changed(std::move(changed))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void LogIndex::refresh()
{
    const std::lock_guard lock(m_mutex);
    m_refresh = true;
    m_asked.notify_one();
}

LogIndex::State LogIndex::state() const
{
    const std::lock_guard lock(m_mutex);
    State state = m_state;
    state.bytes = m_table.bytes();
    state.lines = m_table.lines();
    if (m_openEnd == Level::Warning)
        ++state.warnings;
    if (!isError(m_openEnd))
        return state;
    ++state.errors;
    if (!state.firstError)
        state.firstError = state.lines - 1;
    return state;
}

std::shared_ptr<const LogFile> LogIndex::file() const
{
    const std::lock_guard lock(m_mutex);
    return m_file;
}

std::vector<Marks::Mark> LogIndex::marks() const
{
    const std::lock_guard lock(m_mutex);
    return m_marks.all();
}

void LogIndex::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_asked.wait(lock, stop, [this] { return m_refresh; }))
                return;
            m_refresh = false;
        }
        look();
        if (m_file) {
            count(stop);
            judge(stop);
        }
        m_changed();
    }
}

void LogIndex::look()
{
    if (!m_file || !m_file->isStillAt(m_path)) {
        auto file = LogFile::open(m_path);
        if (file)
            restart(std::move(*file));
        else if (!m_file) {
            const std::lock_guard lock(m_mutex);
            m_state.error = file.error();
        }
        // A file that was removed is still open here and stays in view.
    } else if (wasCut()) {
        restart(m_file);
    }
}

// Shorter than what was read, or something else where that ended.
bool LogIndex::wasCut() const
{
    return m_file->read(m_table.bytes() - m_end.size(), m_end.size()) != m_end;
}

void LogIndex::restart(std::shared_ptr<const LogFile> file)
{
    m_end.clear();
    m_judgedTo = 0;
    m_judgedLines = 0;
    m_judge = LevelJudge();
    const std::lock_guard lock(m_mutex);
    State state;
    state.generation = m_state.generation + 1;
    m_state = state;
    m_file = std::move(file);
    m_table.clear();
    m_marks = Marks();
    m_openEnd = Level::None;
}

// Lines first, and all of them, because the window can show nothing at its place before it knows their
// number; looking for levels takes several times as long. The first ones are told of at once.
void LogIndex::count(const std::stop_token &stop)
{
    std::vector<char> buffer(readSize);
    if (m_table.bytes() == 0 && countSome(buffer))
        m_changed();
    while (!stop.stop_requested() && countSpan())
        m_changed();
    std::uint64_t told = m_table.bytes();
    while (!stop.stop_requested() && countSome(buffer))
        if (m_table.bytes() - told >= progressStep) {
            told = m_table.bytes();
            m_changed();
        }
}

/// A buffer full; false where nothing is ahead.
bool LogIndex::countSome(std::vector<char> &buffer)
{
    const std::string_view bytes = m_file->read(m_table.bytes(), buffer);
    {
        const std::lock_guard lock(m_mutex);
        m_table.append(bytes);
        m_state.counted = bytes.empty();
        m_state.judged = bytes.empty() && m_state.judged;
    }
    m_end.append(bytes.substr(bytes.size() - std::min(bytes.size(), rememberedEnd)));
    m_end.erase(0, m_end.size() - std::min(m_end.size(), rememberedEnd));
    return !bytes.empty();
}

/// As much as is told at once, by two threads; false where less is ahead.
bool LogIndex::countSpan()
{
    const std::uint64_t begin = m_table.bytes();
    if (begin % LineTable::blockSize != 0 || m_file->size() < begin + progressStep)
        return false;
    BlockCounts counts = countBlocks(*m_file, begin, progressStep / LineTable::blockSize, rememberedEnd);
    if (counts.newlines.empty())
        return false;
    const std::lock_guard lock(m_mutex);
    m_table.append(counts.newlines, counts.end.back() == '\n');
    m_state.counted = false;
    m_state.judged = false;
    m_end = std::move(counts.end);
    return true;
}

void LogIndex::judge(const std::stop_token &stop)
{
    std::vector<char> buffer(readSize);
    std::uint64_t told = m_judgedTo;
    if (m_table.bytes() > progressStep)
        m_changed();
    while (!stop.stop_requested() && m_judgedTo < m_table.bytes()) {
        const std::string_view bytes
            = m_file->read(m_judgedTo, buffer).substr(0, m_table.bytes() - m_judgedTo);
        if (bytes.empty())
            return; // cut; the next look sees it
        if (const std::size_t judged = judgeWholeLines(bytes); judged > 0)
            m_judgedTo += judged;
        else if (!judgeLongLine(bytes))
            break;
        if (m_judgedTo - told >= progressStep) {
            told = m_judgedTo;
            m_changed();
        }
    }
    const std::lock_guard lock(m_mutex);
    m_state.judged = m_state.counted;
    m_openEnd = m_judgedTo < m_table.bytes() ? m_openEnd : Level::None;
}

std::size_t LogIndex::judgeWholeLines(std::string_view bytes)
{
    std::size_t begin = 0;
    while (begin < bytes.size()) {
        const void *newline = std::memchr(bytes.data() + begin, '\n', bytes.size() - begin);
        if (newline == nullptr)
            break;
        const auto end = static_cast<std::size_t>(static_cast<const char *>(newline) - bytes.data());
        note(m_judgedLines++, m_judge.judgeRaw(bytes.substr(begin, end - begin)).level);
        begin = end + 1;
    }
    return begin;
}

// A line whose end is not among the bytes: judged by them and passed over, or left open where it has no end.
bool LogIndex::judgeLongLine(std::string_view beginning)
{
    const auto next = startOf(m_judgedLines + 1);
    if (!next) {
        judgeOpenEnd(beginning);
        return false;
    }
    note(m_judgedLines++, m_judge.judgeRaw(beginning).level);
    m_judgedTo = *next;
    return true;
}

void LogIndex::judgeOpenEnd(std::string_view bytes)
{
    LevelJudge passing = m_judge;
    const Level level = passing.judgeRaw(bytes).level;
    const std::lock_guard lock(m_mutex);
    m_openEnd = level;
    if (level >= Level::Warning)
        m_marks.add(m_judgedLines, level);
}

void LogIndex::note(std::uint64_t line, Level level)
{
    if (level < Level::Warning)
        return;
    const std::lock_guard lock(m_mutex);
    m_marks.add(line, level);
    if (level == Level::Warning) {
        ++m_state.warnings;
        return;
    }
    ++m_state.errors;
    if (!m_state.firstError)
        m_state.firstError = line;
}

} // namespace atelier
