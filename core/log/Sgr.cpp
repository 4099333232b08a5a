#include "core/log/Sgr.h"

#include <array>
#include <vector>

namespace atelier {

namespace {

using Numbers = std::vector<int>;

Numbers numbersOf(std::string_view parameters)
{
    Numbers numbers{0};
    for (const char c : parameters) {
        if (c == ';' || c == ':')
            numbers.push_back(0);
        else if (c >= '0' && c <= '9' && numbers.back() < 1000)
            numbers.back() = numbers.back() * 10 + (c - '0');
    }
    return numbers;
}

std::uint8_t byte(int number)
{
    return static_cast<std::uint8_t>(number > 255 ? 255 : number);
}

SgrColor indexed(int index)
{
    return {SgrColor::Kind::Indexed, byte(index), 0, 0};
}

// What follows 38 or 48: `5;index` or `2;r;g;b`. Leaves `at` on the last number taken.
SgrColor extendedColor(const Numbers &numbers, std::size_t &at)
{
    const std::size_t left = numbers.size() - at - 1;
    if (left >= 2 && numbers[at + 1] == 5) {
        at += 2;
        return indexed(numbers[at]);
    }
    if (left >= 4 && numbers[at + 1] == 2) {
        at += 4;
        return {SgrColor::Kind::Rgb, byte(numbers[at - 2]), byte(numbers[at - 1]), byte(numbers[at])};
    }
    at = numbers.size() - 1;
    return {};
}

void applyColor(const Numbers &numbers, std::size_t &at, SgrStyle &style)
{
    const int number = numbers[at];
    if (number == 38)
        style.foreground = extendedColor(numbers, at);
    else if (number == 48)
        style.background = extendedColor(numbers, at);
    else if (number == 39)
        style.foreground = {};
    else if (number == 49)
        style.background = {};
    else if (number >= 30 && number <= 37)
        style.foreground = indexed(number - 30);
    else if (number >= 40 && number <= 47)
        style.background = indexed(number - 40);
    else if (number >= 90 && number <= 97)
        style.foreground = indexed(number - 90 + 8);
    else if (number >= 100 && number <= 107)
        style.background = indexed(number - 100 + 8);
}

} // namespace

void applySgr(std::string_view parameters, SgrStyle &style)
{
    const Numbers numbers = numbersOf(parameters);
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        switch (numbers[at]) {
        case 0:
            style = {};
            break;
        case 1:
            style.bold = true;
            break;
        case 2:
            style.faint = true;
            break;
        case 22:
            style.bold = style.faint = false;
            break;
        default:
            applyColor(numbers, at, style);
        }
    }
}

SgrColor cubeColor(std::uint8_t index)
{
    if (index >= 232) {
        const auto grey = static_cast<std::uint8_t>(8 + 10 * (index - 232));
        return {SgrColor::Kind::Rgb, grey, grey, grey};
    }
    constexpr std::array<std::uint8_t, 6> steps{0, 95, 135, 175, 215, 255};
    const auto place = static_cast<std::size_t>(index - 16);
    return {SgrColor::Kind::Rgb, steps[place / 36], steps[place / 6 % 6], steps[place % 6]};
}

} // namespace atelier
