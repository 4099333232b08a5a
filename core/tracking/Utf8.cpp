#include "core/tracking/Utf8.h"

#include <cwctype>
#include <locale.h>

namespace atelier {

namespace {

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The character at `position`, which moves behind it.
char32_t next(std::string_view text, std::size_t &position)
{
    const auto lead = static_cast<unsigned char>(text[position++]);
    if (lead < 0x80U)
        return lead;
    const std::size_t length = lead >= 0xF0U ? 3 : lead >= 0xE0U ? 2 : 1;
    char32_t character = lead & (0x3FU >> length);
    for (std::size_t i = 0; i < length && position < text.size() && isContinuation(text[position]); ++i)
        character = (character << 6U) | (static_cast<unsigned char>(text[position++]) & 0x3FU);
    return character;
}

/// The C library knows the classes of all characters, but tells them only in a Unicode locale; this one
/// exists on every system and does not touch the process's own.
locale_t unicode()
{
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
}

} // namespace

std::size_t characterCount(std::string_view text)
{
    std::size_t count = 0;
    for (const char byte : text)
        count += isContinuation(byte) ? 0 : 1;
    return count;
}

void cutTo(std::string &text, std::size_t limit)
{
    if (text.size() <= limit)
        return;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!isContinuation(text[i]) && ++count > limit) {
            text.resize(i);
            return;
        }
}

bool isLetterOrDigit(char32_t character)
{
    if (character < 0x80)
        return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z')
            || (character >= U'0' && character <= U'9');
    return unicode() != nullptr && iswalnum_l(static_cast<std::wint_t>(character), unicode()) != 0;
}

bool everyCharacter(std::string_view text, bool (*isGood)(char32_t))
{
    for (std::size_t i = 0; i < text.size();)
        if (!isGood(next(text, i)))
            return false;
    return true;
}

} // namespace atelier
