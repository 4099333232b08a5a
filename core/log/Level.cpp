#include "core/log/Level.h"

#include "core/log/ShownLine.h"

#include <algorithm>
#include <array>

namespace atelier {

namespace {

struct Word
{
    std::string_view text;
    Level level;
};

// WARNING before WARN and so on is not needed: a word must end where the text's word ends.
constexpr std::array words{
    Word{"DEBUG", Level::Debug},
    Word{"INFO", Level::Info},
    Word{"WARN", Level::Warning},
    Word{"WARNING", Level::Warning},
    Word{"ERROR", Level::Error},
    Word{"CRITICAL", Level::Critical},
    Word{"FATAL", Level::Critical},
};
constexpr std::string_view pythonWarning = "Warning:";
constexpr std::string_view tracebackHeading = "Traceback (most recent call last)";

enum class Sort : std::uint8_t { Other, WordLetter, Initial, Hidden };

// One look into a table for each byte: this runs over every line of the file.
constexpr std::array<Sort, 256> sorts = [] {
    std::array<Sort, 256> table{};
    for (unsigned char c = 'a'; c <= 'z'; ++c)
        table[c] = Sort::WordLetter;
    for (unsigned char c = 'A'; c <= 'Z'; ++c)
        table[c] = Sort::WordLetter;
    for (unsigned char c = '0'; c <= '9'; ++c)
        table[c] = Sort::WordLetter;
    table['_'] = Sort::WordLetter;
    for (const char c : std::string_view("DIWECFT"))
        table[static_cast<unsigned char>(c)] = Sort::Initial;
    table['\x1b'] = Sort::Hidden;
    return table;
}();

Sort sortOf(char c)
{
    return sorts[static_cast<unsigned char>(c)];
}

bool isWordLetter(char c)
{
    return sortOf(c) == Sort::WordLetter || sortOf(c) == Sort::Initial;
}

bool startsWith(std::string_view text, std::size_t at, std::string_view part)
{
    return text.compare(at, part.size(), part) == 0;
}

const Word *wordAt(std::string_view text, std::size_t at)
{
    for (const Word &word : words) {
        const std::size_t end = at + word.text.size();
        if (startsWith(text, at, word.text) && (end >= text.size() || !isWordLetter(text[end])))
            return &word;
    }
    return nullptr;
}

Judgement found(Level level, std::size_t begin, std::size_t size)
{
    return {level, TracebackPart::None, static_cast<std::uint32_t>(begin),
        static_cast<std::uint32_t>(begin + size)};
}

} // namespace

Judgement LevelJudge::judgeRaw(std::string_view line)
{
    line = lastState(line);
    const std::string_view start = line.substr(0, judgedBytes);
    const bool plain
        = std::none_of(start.begin(), start.end(), [](char c) { return sortOf(c) == Sort::Hidden; });
    return judge(plain ? start : std::string_view(show(line).text));
}

Judgement LevelJudge::judge(std::string_view text)
{
    text = text.substr(0, judgedBytes);
    if (m_column != outside) {
        if (isStack(text))
            return {Level::None, TracebackPart::Stack, 0, 0};
        const bool named = text.size() > m_column;
        m_column = outside;
        if (named)
            return {Level::Error, TracebackPart::Exception, 0, 0};
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (sortOf(text[i]) != Sort::Initial)
            continue;
        if (startsWith(text, i, pythonWarning))
            return found(Level::Warning, i, pythonWarning.size() - 1);
        if (i > 0 && isWordLetter(text[i - 1]))
            continue;
        if (const Word *word = wordAt(text, i))
            return found(word->level, i, word->text.size());
        if (startsWith(text, i, tracebackHeading)) {
            m_column = i;
            return {Level::None, TracebackPart::Stack, 0, 0};
        }
    }
    return {};
}

// The frames of a traceback are indented against its heading, wherever a prefix has moved that to.
bool LevelJudge::isStack(std::string_view text) const
{
    return text.size() > m_column && (text[m_column] == ' ' || text[m_column] == '\t');
}

} // namespace atelier
