#include "core/document/YamlSyntax.h"

#include <algorithm>
#include <array>

namespace atelier {

namespace {

struct Advice
{
    std::string_view problem; ///< as libyaml words it
    std::string_view sentence;
};

constexpr std::array<Advice, 17> advices{{
    {"mapping values are not allowed in this context",
        "A colon with a blank after it cannot stand here: put the value in quotes, or check the "
        "indentation."},
    {"could not find expected ':'",
        "A key needs a colon and a blank after it (`key: value`): write them, or check the indentation and "
        "quotes above."},
    {"did not find expected key",
        "This line does not fit the mapping it stands in: indent it as the keys around it, and close every "
        "quote above."},
    {"did not find expected '-' indicator",
        "This line does not fit the list it stands in: begin it with `- `, indented as the items above."},
    {"did not find expected ',' or '}'",
        "A `{` is not closed, or a comma is missing: close it with `}`, and put text with `{`, `}` or `,` in "
        "quotes."},
    {"did not find expected ',' or ']'",
        "A `[` is not closed, or a comma is missing: close it with `]`, and put text with `[`, `]` or `,` in "
        "quotes."},
    {"found unexpected end of stream", "A quote that was opened is not closed: close it."},
    {"found unexpected document indicator", "A quote that was opened is not closed before `---`: close it."},
    {"found unknown escape character",
        "This backslash begins no known escape: write `\\\\` for a backslash, or use single quotes."},
    {"block sequence entries are not allowed in this context",
        "A list item cannot stand here: begin the list on a line of its own."},
    {"block mapping entries are not allowed in this context",
        "A mapping cannot stand here: begin it on a line of its own."},
    {"did not find expected <document start>",
        "Something follows the end of the document: indent it, or remove it."},
    {"found undefined tag handle",
        "Tags such as `!name` are not supported: remove it, or put the text in quotes."},
    {"did not find expected alphabetic or numeric character",
        "`*` and `&` begin the name of an alias or anchor: put the text in quotes."},
    {"did not find expected comment or line break",
        "Text cannot follow `|` or `>` on the same line: move it to the next."},
    {"did not find expected node content", "A value is missing here: write it, or `null`."},
    {"found extra ',' while parsing", "There is a comma too many: remove it."},
}};

std::size_t byteAt(std::string_view line, int column)
{
    std::size_t byte = 0;
    for (int passed = 1; byte < line.size() && passed < column; ++passed)
        do
            ++byte;
        while (byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0U) == 0x80U);
    return byte;
}

std::string badCharacterSentence(std::string_view line, Place place)
{
    const std::size_t byte = byteAt(line, place.column);
    const char found = byte < line.size() ? line[byte] : '\0';
    if (found == '\t')
        return "A tab indents this line: YAML wants blanks.";
    return std::string("No value can begin with `") + found + "`: put it in quotes.";
}

} // namespace

YamlText::YamlText(std::string_view text)
    : m_text(text)
    , m_starts{{0, 0}}
{
    std::size_t codePoint = 0;
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
        if ((static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U)
            ++codePoint;
        if (text[byte] == '\n')
            m_starts.push_back({codePoint, byte + 1});
    }
}

Place YamlText::place(std::size_t index) const
{
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), index,
        [](std::size_t wanted, const LineStart &start) { return wanted < start.codePoint; });
    return {
        static_cast<int>(next - m_starts.begin()), static_cast<int>(index - std::prev(next)->codePoint) + 1};
}

Place YamlText::placeOfByte(std::size_t offset) const
{
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset,
        [](std::size_t wanted, const LineStart &start) { return wanted < start.byte; });
    const std::string_view before = m_text.substr(std::prev(next)->byte, offset - std::prev(next)->byte);
    const auto characters = std::count_if(before.begin(), before.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return {static_cast<int>(next - m_starts.begin()), static_cast<int>(characters) + 1};
}

std::string_view YamlText::line(int number) const
{
    if (number < 1 || static_cast<std::size_t>(number) > m_starts.size())
        return {};
    const std::size_t begin = m_starts[static_cast<std::size_t>(number) - 1].byte;
    return m_text.substr(begin, m_text.find_first_of("\r\n", begin) - begin);
}

std::string syntaxSentence(std::string_view problem, const YamlText &text, Place place)
{
    const std::string_view line = text.line(place.line);
    if (isTemplateLine(line))
        return std::string(templateSentence);
    if (problem == "found character that cannot start any token")
        return badCharacterSentence(line, place);
    const std::string_view indent = line.substr(0, line.find_first_not_of(" \t"));
    if (indent.find('\t') != std::string_view::npos)
        return "A tab indents this line: YAML wants blanks.";
    for (const Advice &advice : advices)
        if (problem.starts_with(advice.problem))
            return std::string(advice.sentence);
    return "This is not valid YAML: " + std::string(problem) + ".";
}

bool isTemplateLine(std::string_view line)
{
    if (line.find("{%") != std::string_view::npos)
        return true;
    for (std::size_t at = line.find("{{"); at != std::string_view::npos; at = line.find("{{", at + 2))
        if (at == 0 || line[at - 1] != '$')
            return true;
    return false;
}

} // namespace atelier
