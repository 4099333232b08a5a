#include "core/document/YamlScalar.h"

#include "core/domain/Literal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <optional>

namespace atelier {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

template<typename Test>
bool all(std::string_view text, Test test)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), test);
}

std::string withoutUnderscores(std::string_view text)
{
    std::string digits(text);
    std::erase(digits, '_');
    return digits;
}

struct Signed
{
    bool isNegative = false;
    std::string_view rest;
};

Signed withoutSign(std::string_view text)
{
    const bool hasSign = text.starts_with('-') || text.starts_with('+');
    return {text.starts_with('-'), hasSign ? text.substr(1) : text};
}

std::optional<std::string> integerInBase(const Signed &number, std::string_view digits, int base)
{
    const std::string clean = withoutUnderscores(digits);
    std::uint64_t value = 0;
    const auto [end, problem] = std::from_chars(clean.data(), clean.data() + clean.size(), value, base);
    if (clean.empty() || problem != std::errc() || end != clean.data() + clean.size())
        return std::nullopt;
    return (number.isNegative && value != 0 ? "-" : "") + std::to_string(value);
}

std::optional<std::string> decimal(const Signed &number, std::string_view digits)
{
    if (!isDigit(digits.front()) || !all(digits, [](char c) { return isDigit(c) || c == '_'; }))
        return std::nullopt;
    const std::string clean = withoutUnderscores(digits);
    return (number.isNegative && clean != "0" ? "-" : "") + clean; // of any length, as Python's integers
}

/// `1:30` and `12:05:30`: counted in sixties.
std::optional<std::string> sexagesimal(const Signed &number)
{
    std::string_view rest = number.rest;
    if (rest.size() > 32 || rest.front() == '0' || rest.find(':') == std::string_view::npos)
        return std::nullopt;
    std::int64_t value = 0;
    for (bool isFirst = true;; isFirst = false) {
        const std::size_t colon = rest.find(':');
        const std::string part = withoutUnderscores(rest.substr(0, colon));
        const bool isSixty = part.size() == 1 || (part.size() == 2 && part[0] <= '5');
        if (!all(part, isDigit) || part.size() > 12 || (!isFirst && !isSixty))
            return std::nullopt;
        if (value > std::numeric_limits<std::int64_t>::max() / 100)
            return std::nullopt;
        value = value * 60 + std::strtoll(part.c_str(), nullptr, 10);
        if (colon == std::string_view::npos)
            return (number.isNegative ? "-" : "") + std::to_string(value);
        rest.remove_prefix(colon + 1);
    }
}

std::optional<std::string> integer(std::string_view text)
{
    const Signed number = withoutSign(text);
    if (number.rest.empty())
        return std::nullopt;
    if (number.rest.starts_with("0b"))
        return integerInBase(number, number.rest.substr(2), 2);
    if (number.rest.starts_with("0x"))
        return integerInBase(number, number.rest.substr(2), 16);
    if (number.rest.size() > 1 && number.rest.front() == '0')
        return integerInBase(number, number.rest.substr(1), 8);
    if (auto value = decimal(number, number.rest))
        return value;
    return isDigit(number.rest.front()) ? sexagesimal(number) : std::nullopt;
}

/// `12.`, `12.5`, `.5`, each with an exponent only if that has a sign.
bool isFloat(std::string_view text)
{
    const std::size_t e = text.find_first_of("eE");
    const std::string_view mantissa = text.substr(0, e);
    const std::size_t dot = mantissa.find('.');
    if (dot == std::string_view::npos)
        return false;
    const auto digitOrUnderscore = [](char c) { return isDigit(c) || c == '_'; };
    const std::string_view whole = mantissa.substr(0, dot);
    const std::string_view fraction = mantissa.substr(dot + 1);
    const bool hasWhole = !whole.empty() && isDigit(whole.front()) && all(whole, digitOrUnderscore);
    const bool hasFraction = !fraction.empty() && all(fraction, digitOrUnderscore);
    const bool isMantissa = hasWhole ? fraction.empty() || hasFraction
                                     : whole.empty() && hasFraction && isDigit(fraction.front());
    if (!isMantissa || e == std::string_view::npos)
        return isMantissa;
    const std::string_view exponent = text.substr(e + 1);
    return exponent.size() > 1 && (exponent[0] == '+' || exponent[0] == '-')
        && all(exponent.substr(1), isDigit);
}

std::optional<std::string> number(std::string_view text)
{
    const Signed parts = withoutSign(text);
    const std::string_view sign = parts.isNegative ? "-" : "";
    if (isOneOf(parts.rest, {".inf", ".Inf", ".INF"}))
        return std::string(sign) + "inf";
    if (isOneOf(text, {".nan", ".NaN", ".NAN"}))
        return "nan";
    if (!isFloat(parts.rest))
        return std::nullopt;
    const std::string clean = withoutUnderscores(parts.rest);
    double value = 0;
    const auto [end, problem] = std::from_chars(clean.data(), clean.data() + clean.size(), value);
    if (problem == std::errc::result_out_of_range)
        return std::string(sign) + (clean.find("e-") != std::string::npos ? "0.0" : "inf");
    if (problem != std::errc() || end != clean.data() + clean.size())
        return std::nullopt;
    return literalText(parts.isNegative ? -value : value);
}

/// `2026-07-10` and whatever goes on with a time of day.
bool isDate(std::string_view text)
{
    const std::string_view pattern = "dddd-dd-dd";
    const auto fits
        = [&](std::size_t i) { return pattern[i] == 'd' ? isDigit(text[i]) : text[i] == pattern[i]; };
    if (text.size() < pattern.size() || text.size() > 40)
        return false;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (!fits(i))
            return false;
    const std::string_view rest = text.substr(pattern.size());
    if (rest.empty())
        return true;
    const bool isTime = rest.find(':') != std::string_view::npos
        && (rest[0] == 'T' || rest[0] == 't' || rest[0] == ' ' || rest[0] == '\t');
    return isTime && rest.substr(1).find_first_not_of("0123456789:.+-Z \t") == std::string_view::npos;
}

} // namespace

Scalar plainScalar(std::string_view text)
{
    if (isOneOf(text, {"", "~", "null", "Null", "NULL"}))
        return {NodeKind::Null, {}};
    if (isOneOf(text, {"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"}))
        return {NodeKind::Boolean, literalText(true)};
    if (isOneOf(text, {"no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"}))
        return {NodeKind::Boolean, literalText(false)};
    if (auto value = integer(text))
        return {NodeKind::Integer, std::move(*value)};
    if (auto value = number(text))
        return {NodeKind::Number, std::move(*value)};
    if (isDate(text))
        return {NodeKind::Date, std::string(text)};
    return {NodeKind::Text, std::string(text)};
}

} // namespace atelier
