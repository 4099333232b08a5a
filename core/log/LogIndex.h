#pragma once

#include "core/log/Level.h"
#include "core/log/LineTable.h"
#include "core/log/LogFile.h"
#include "core/log/Marks.h"
#include "core/log/ShownLine.h"

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace atelier {

/// A line of a log; lines count from 0.
struct LogLine
{
    std::uint64_t number = 0;
    std::uint64_t offset = 0; ///< of its first byte in the file
    std::uint64_t length = 0; ///< in the file, in bytes without the newline
    ShownLine shown;
    std::uint64_t shownOffset = 0; ///< where in the file the origins of `shown` count from
    bool cut = false; ///< only the line's beginning is shown
    Judgement judgement; ///< its word counts in what is shown
};

/// What a log file holds: where its lines start, their levels, and what changes. A thread of its own reads
/// the file; questions are answered from what it has read so far, on any thread.
class LogIndex
{
public:
    /// No more of a line is ever shown.
    static constexpr std::size_t longestShown = 8192;

    struct State
    {
        std::uint64_t generation = 0; ///< rises when the file was cut or replaced: nothing from before holds
        std::uint64_t bytes = 0; ///< read so far
        std::uint64_t lines = 0;
        bool counted = false; ///< all lines that were there at the last look
        bool judged = false; ///< all their levels
        std::uint64_t warnings = 0;
        std::uint64_t errors = 0;
        std::optional<std::uint64_t> firstError; ///< a line
        std::optional<Error> error; ///< why there is no file; a later look may find it
    };

    /// `changed` is called on the index's thread.
    LogIndex(std::filesystem::path path, std::function<void()> changed);
    ~LogIndex() = default;
    LogIndex(const LogIndex &) = delete;
    LogIndex &operator=(const LogIndex &) = delete;

    /// Looks at the file again: it may have grown, been cut or been replaced.
    void refresh();

    [[nodiscard]] State state() const;
    [[nodiscard]] std::shared_ptr<const LogFile> file() const; ///< none before there is one
    [[nodiscard]] std::vector<Marks::Mark> marks() const; ///< of warnings and errors
    /// Up to `count` lines; reads the part of the file around them.
    [[nodiscard]] std::vector<LogLine> lines(std::uint64_t first, std::size_t count) const;
    [[nodiscard]] std::uint64_t lineAt(std::uint64_t offset) const;

private:
    void run(const std::stop_token &stop);
    void look();
    [[nodiscard]] bool wasCut() const;
    void restart(std::shared_ptr<const LogFile> file);
    void count(const std::stop_token &stop);
    [[nodiscard]] bool countSome(std::vector<char> &buffer);
    [[nodiscard]] bool countSpan();
    void judge(const std::stop_token &stop);
    [[nodiscard]] std::size_t judgeWholeLines(std::string_view bytes);
    [[nodiscard]] bool judgeLongLine(std::string_view beginning);
    void judgeOpenEnd(std::string_view bytes);
    void note(std::uint64_t line, Level level);
    [[nodiscard]] std::optional<std::uint64_t> startOf(std::uint64_t line) const;
    [[nodiscard]] LevelJudge judgeBefore(std::uint64_t offset) const;
    static void render(LogLine &line, std::string_view bytes, const LogFile &file);

    const std::filesystem::path m_path;
    const std::function<void()> m_changed;

    mutable std::mutex m_mutex; ///< guards what follows; only the index's thread writes it
    std::condition_variable_any m_asked;
    bool m_refresh = true;
    std::shared_ptr<const LogFile> m_file;
    State m_state;
    LineTable m_table;
    Marks m_marks;
    Level m_openEnd = Level::None; ///< of a last line without newline, not counted in `m_state`

    // Of the index's thread alone.
    std::string m_end; ///< the last bytes that were read, to notice a file that was cut and has grown again
    std::uint64_t m_judgedTo = 0; ///< the start of the first line that is not judged
    std::uint64_t m_judgedLines = 0;
    LevelJudge m_judge;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace atelier
