#include "core/series/Format.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace atelier::series {

namespace {

std::string printed(double value, std::chars_format format, int precision)
{
    std::array<char, 400> text{}; // the largest double has 309 digits before its point
    const auto [end, error] = std::to_chars(text.begin(), text.end(), value, format, precision);
    return {text.data(), error == std::errc() ? end : text.data()};
}

std::string withoutNoise(const std::string &number)
{
    return number.find_first_not_of("-0.") == std::string::npos && number.front() == '-' ? number.substr(1)
                                                                                         : number;
}

/// `1.234e-07` as `1.234e-7`.
std::string scientific(double value, int decimals)
{
    const std::string text = printed(value, std::chars_format::scientific, decimals);
    const auto e = text.find('e');
    const int exponent = std::atoi(text.c_str() + e + 1);
    return text.substr(0, e + 1) + std::to_string(exponent);
}

std::string notFinite(double value)
{
    if (std::isnan(value))
        return "NaN";
    return value > 0 ? "∞" : "-∞";
}

std::string pair(std::int64_t large, const char *largeUnit, std::int64_t small, const char *smallUnit)
{
    const std::string text = std::to_string(large) + " " + largeUnit;
    return small == 0 ? text : text + " " + std::to_string(small) + " " + smallUnit;
}

template<typename... Parts>
std::string print(const char *format, Parts... parts)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, parts...);
    return text.data();
}

} // namespace

std::string formatValue(double value)
{
    if (!std::isfinite(value))
        return notFinite(value);
    constexpr double smallest = 1e-4;
    constexpr double largest = 1e7;
    const double size = std::abs(value);
    if (size != 0 && (size < smallest || size >= largest))
        return scientific(value, 3);
    if (value == std::floor(value))
        return withoutNoise(printed(value, std::chars_format::fixed, 0));
    const int whole = size < 1 ? 0 : static_cast<int>(std::floor(std::log10(size))) + 1;
    const int leadingZeros = size < 1 ? -static_cast<int>(std::floor(std::log10(size))) - 1 : 0;
    return withoutNoise(printed(value, std::chars_format::fixed, std::max(0, 4 - whole) + leadingZeros));
}

std::string formatFixed(double value, int decimals)
{
    return withoutNoise(printed(value, std::chars_format::fixed, decimals));
}

std::string formatDuration(double seconds)
{
    if (!(std::abs(seconds) < 1e12))
        return formatValue(seconds) + " s";
    if (seconds < 0)
        return "-" + formatDuration(-seconds);
    if (seconds < minute)
        return formatValue(std::round(seconds * 1000) / 1000) + " s";
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    if (whole < hour)
        return pair(whole / minute, "min", whole % minute, "s");
    if (whole < day)
        return pair(whole / hour, "h", whole % hour / minute, "min");
    return pair(whole / day, "d", whole % day / hour, "h");
}

std::string formatClock(double unixSeconds, const UtcOffset &offset)
{
    if (!hasCivil(unixSeconds))
        return formatValue(unixSeconds);
    const auto whole = static_cast<std::int64_t>(std::floor(unixSeconds));
    const Civil at = civil(whole + offset(whole));
    return print("%04d-%02u-%02u %02d:%02d:%02d", at.year, at.month, at.day, at.hour, at.minute, at.second);
}

std::string formatUtc(std::int64_t unixMilliseconds)
{
    constexpr std::int64_t thousand = 1000;
    std::int64_t seconds = unixMilliseconds / thousand;
    std::int64_t rest = unixMilliseconds % thousand;
    if (rest < 0) {
        rest += thousand;
        --seconds;
    }
    if (!hasCivil(static_cast<double>(seconds)))
        return std::to_string(unixMilliseconds);
    const Civil at = civil(seconds);
    return print("%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", at.year, at.month, at.day, at.hour, at.minute,
        at.second, static_cast<int>(rest));
}

} // namespace atelier::series
