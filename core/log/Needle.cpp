#include "core/log/Needle.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <locale.h>
#include <wctype.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace atelier {

namespace {

// The letters' cases must not depend on the locale that the program runs under.
locale_t unicode()
{
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
}

std::size_t letterSize(unsigned char lead)
{
    return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

char32_t decoded(std::string_view letter)
{
    if (letter.size() == 1)
        return static_cast<unsigned char>(letter.front());
    char32_t value = static_cast<unsigned char>(letter.front()) & (0xFFU >> (letter.size() + 1));
    for (const char c : letter.substr(1))
        value = (value << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    return value;
}

std::string encoded(char32_t value, std::size_t size)
{
    if (size == 1)
        return {static_cast<char>(value)};
    std::string letter(size, '\0');
    for (std::size_t i = size - 1; i > 0; --i, value >>= 6U)
        letter[i] = static_cast<char>(0x80U | (value & 0x3FU));
    letter[0] = static_cast<char>((0xF00U >> size) | value);
    return letter;
}

std::size_t sizeOf(char32_t value)
{
    return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

std::string inCase(std::string_view letter, wint_t (*convert)(wint_t, locale_t))
{
    const auto other = static_cast<char32_t>(convert(static_cast<wint_t>(decoded(letter)), unicode()));
    return sizeOf(other) == letter.size() ? encoded(other, letter.size()) : std::string(letter);
}

// How often a byte is met in logs, roughly: the rarer, the fewer places have to be looked at closely.
int frequency(char c)
{
    if (std::string_view(" 0123456789eta").find(c) != std::string_view::npos)
        return 3;
    if (std::string_view("oinsrld.:-=").find(c) != std::string_view::npos)
        return 2;
    return c >= 'a' && c <= 'z' ? 1 : 0;
}

} // namespace

Needle::Needle(std::string_view text, LetterCase letterCase)
{
    while (!text.empty()) {
        const std::string_view letter = text.substr(0, letterSize(static_cast<unsigned char>(text.front())));
        const bool fold = letterCase == LetterCase::Ignore && unicode() != nullptr;
        m_lower += fold ? inCase(letter, towlower_l) : std::string(letter);
        m_upper += fold ? inCase(letter, towupper_l) : std::string(letter);
        m_letters.push_back(static_cast<std::uint8_t>(letter.size()));
        text.remove_prefix(letter.size());
    }
    const auto rarer
        = [this](std::size_t a, std::size_t b) { return frequency(m_lower[a]) < frequency(m_lower[b]); };
    for (std::size_t i = 1; i < size(); ++i)
        m_rare = rarer(i, m_rare) ? i : m_rare;
    m_other = m_rare == 0 ? size() - 1 : 0;
    for (std::size_t i = 0; i < size(); ++i)
        m_other = i != m_rare && rarer(i, m_other) ? i : m_other;
}

bool Needle::isAt(const char *bytes) const
{
    // From the end, byte by byte: where each line has the word before a number that is looked for, most
    // places are told apart by its last digit.
    for (std::size_t i = size(); i-- > 0;)
        if (bytes[i] != m_lower[i] && bytes[i] != m_upper[i])
            return false;
    if (m_letters.size() == size())
        return true;
    std::size_t at = 0;
    for (const std::uint8_t letter : m_letters) {
        if (std::memcmp(bytes + at, m_lower.data() + at, letter) != 0
            && std::memcmp(bytes + at, m_upper.data() + at, letter) != 0)
            return false;
        at += letter;
    }
    return true;
}

#ifdef __SSE2__

std::uint32_t Needle::candidates(const char *bytes) const
{
    const auto equal = [this, bytes](std::size_t at) {
        const __m128i there = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + at));
        return _mm_or_si128(_mm_cmpeq_epi8(there, _mm_set1_epi8(m_lower[at])),
            _mm_cmpeq_epi8(there, _mm_set1_epi8(m_upper[at])));
    };
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_and_si128(equal(m_rare), equal(m_other))));
}

#else

std::uint32_t Needle::candidates(const char *bytes) const
{
    std::uint32_t places = 0;
    for (std::size_t i = 0; i < step; ++i) {
        const auto equal
            = [&](std::size_t at) { return bytes[i + at] == m_lower[at] || bytes[i + at] == m_upper[at]; };
        places |= equal(m_rare) && equal(m_other) ? 1U << i : 0U;
    }
    return places;
}

#endif

std::size_t Needle::find(std::string_view bytes, std::size_t from) const
{
    std::size_t at = from;
    for (; at + size() + step - 1 <= bytes.size(); at += step) {
        for (std::uint32_t places = candidates(bytes.data() + at); places != 0; places &= places - 1) {
            const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(places));
            if (isAt(bytes.data() + place))
                return place;
        }
    }
    for (; at + size() <= bytes.size(); ++at)
        if (isAt(bytes.data() + at))
            return at;
    return std::string_view::npos;
}

} // namespace atelier
