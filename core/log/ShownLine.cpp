#include "core/log/ShownLine.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace atelier {

namespace {

constexpr char escape = '\x1b';

struct CodePoint
{
    char32_t value = 0xFFFD;
    std::size_t size = 1;
    bool valid = false;
};

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

CodePoint codePointAt(std::string_view bytes)
{
    const auto lead = static_cast<unsigned char>(bytes.front());
    if (lead < 0x80)
        return {lead, 1, true};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() < size)
        return {};
    char32_t value = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if (!isContinuation(bytes[i]))
            return {};
        value = (value << 6U) | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
    }
    const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return {};
    return {value, size, true};
}

bool turnsDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

// What must not reach the screen as it is; U+2028 and U+2029 would break the line.
bool isHidden(char32_t c)
{
    const bool control = (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0);
    return control || c == 0x2028 || c == 0x2029 || turnsDirection(c);
}

std::string escaped(char32_t c)
{
    char text[12];
    std::snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(c));
    return text;
}

// The length of an escape sequence, which starts at the front and may be cut off by the line's end.
std::size_t sequenceLength(std::string_view bytes)
{
    if (bytes.size() < 2)
        return bytes.size();
    if (bytes[1] == '[') {
        const auto end
            = std::find_if(bytes.begin() + 2, bytes.end(), [](char c) { return c >= '@' && c <= '~'; });
        return std::min(static_cast<std::size_t>(end - bytes.begin()) + 1, bytes.size());
    }
    if (bytes[1] != ']')
        return 2;
    // Titles and links end with BEL or ESC \.
    for (std::size_t i = 2; i < bytes.size(); ++i) {
        if (bytes[i] == '\a')
            return i + 1;
        if (bytes[i] == escape)
            return std::min(i + 2, bytes.size());
    }
    return bytes.size();
}

class Rendering
{
public:
    explicit Rendering(std::string_view raw)
        : m_raw(lastState(raw))
        , m_skipped(static_cast<std::size_t>(m_raw.data() - raw.data()))
    {
        m_line.text.reserve(m_raw.size());
        m_line.origins.reserve(m_raw.size());
    }

    ShownLine finish()
    {
        while (m_at < m_raw.size())
            takeOne();
        closeSpan();
        return std::move(m_line);
    }

private:
    void takeOne()
    {
        const std::string_view rest = m_raw.substr(m_at);
        if (rest.front() == escape) {
            takeSequence(rest.substr(0, sequenceLength(rest)));
            return;
        }
        const CodePoint point = codePointAt(rest);
        if (!point.valid)
            put("\xEF\xBF\xBD", 1);
        else if (isHidden(point.value))
            put(escaped(point.value), point.size);
        else
            put(rest.substr(0, point.size), point.size);
    }

    void takeSequence(std::string_view sequence)
    {
        if (sequence.size() > 2 && sequence[1] == '[' && sequence.back() == 'm') {
            SgrStyle style = m_style;
            applySgr(sequence.substr(2, sequence.size() - 3), style);
            if (!(style == m_style))
                closeSpan();
            m_style = style;
        }
        m_at += sequence.size();
    }

    void put(std::string_view text, std::size_t rawSize)
    {
        m_line.text += text;
        m_line.origins.insert(
            m_line.origins.end(), text.size(), static_cast<std::uint32_t>(m_skipped + m_at));
        m_at += rawSize;
    }

    void closeSpan()
    {
        const auto end = static_cast<std::uint32_t>(m_line.text.size());
        if (end > m_spanBegin && !(m_style == SgrStyle()))
            m_line.spans.push_back({m_spanBegin, end, m_style});
        m_spanBegin = end;
    }

    std::string_view m_raw;
    std::size_t m_skipped;
    std::size_t m_at = 0;
    ShownLine m_line;
    SgrStyle m_style;
    std::uint32_t m_spanBegin = 0;
};

} // namespace

std::string_view lastState(std::string_view raw)
{
    while (!raw.empty() && raw.back() == '\r')
        raw.remove_suffix(1);
    const void *redrawn = raw.empty() ? nullptr : memrchr(raw.data(), '\r', raw.size());
    if (redrawn == nullptr)
        return raw;
    return raw.substr(static_cast<std::size_t>(static_cast<const char *>(redrawn) - raw.data()) + 1);
}

ShownLine show(std::string_view raw)
{
    return Rendering(raw).finish();
}

} // namespace atelier
