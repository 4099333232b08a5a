#pragma once

#include <cstdint>
#include <string_view>

namespace atelier {

enum class Level : std::uint8_t { None, Debug, Info, Warning, Error, Critical };

/// What a line of a Python traceback is; its last one, which names the exception, counts as an error.
enum class TracebackPart : std::uint8_t { None, Stack, Exception };

struct Judgement
{
    Level level = Level::None;
    TracebackPart traceback = TracebackPart::None;
    /// The level's word in the text that was judged; empty where none says it.
    std::uint32_t wordBegin = 0;
    std::uint32_t wordEnd = 0;
};

/// How much of a line's start is looked at for its level.
inline constexpr std::size_t judgedBytes = 128;

/// Says the level of one line after the other. Levels are whole words in capitals (`WARN` as `WARNING`,
/// `FATAL` as `CRITICAL`), or Python's `…Warning:`; a line's first one counts. Remembers only whether it is
/// inside a traceback, so it may start anywhere.
class LevelJudge
{
public:
    /// The line as it is in the file, escape sequences and all, without its newline.
    Judgement judgeRaw(std::string_view line);
    /// The line as it is shown.
    Judgement judge(std::string_view text);

private:
    [[nodiscard]] bool isStack(std::string_view text) const;

    static constexpr std::size_t outside = SIZE_MAX;
    std::size_t m_column = outside; ///< where the traceback's heading started
};

[[nodiscard]] inline bool isError(Level level)
{
    return level >= Level::Error;
}

} // namespace atelier
