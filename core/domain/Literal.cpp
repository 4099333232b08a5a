#include "core/domain/Literal.h"

#include "core/domain/Names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace atelier {

namespace {

template<typename Number>
std::optional<Number> parsed(std::string_view text)
{
    if (text.starts_with('+') && text.size() > 1 && text[1] != '-')
        text.remove_prefix(1);
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Digits and exponent laid out as Python's repr() does: positional from 1e-4 up to 1e16.
std::string layOut(bool isNegative, const std::string &digits, int exponent)
{
    std::string text = isNegative ? "-" : "";
    const int count = static_cast<int>(digits.size());
    if (exponent < -4 || exponent >= 16) {
        text += digits.substr(0, 1) + (count > 1 ? "." + digits.substr(1) : "");
        const int size = std::abs(exponent);
        return text + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + std::to_string(size);
    }
    if (exponent < 0)
        return text + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    const auto whole = static_cast<std::size_t>(exponent + 1);
    if (digits.size() <= whole)
        return text + digits + std::string(whole - digits.size(), '0') + ".0";
    return text + digits.substr(0, whole) + "." + digits.substr(whole);
}

std::string rangeProblem(const InputPort &port, double value)
{
    if (port.min && value < *port.min)
        return "must be at least " + literalText(*port.min);
    if (port.max && value > *port.max)
        return "must be at most " + literalText(*port.max);
    return {};
}

std::string typeProblem(const InputPort &port, std::string_view text)
{
    switch (port.type) {
    case PortType::Integer:
        if (const auto value = integerFromText(text))
            return rangeProblem(port, static_cast<double>(*value));
        return "must be an integer";
    case PortType::Number:
        if (const auto value = numberFromText(text))
            return rangeProblem(port, *value);
        return "must be a number";
    case PortType::Boolean:
        return booleanFromText(text) ? std::string() : "must be true or false";
    default:
        return {};
    }
}

} // namespace

std::string literalText(bool value)
{
    return value ? "True" : "False";
}

std::string literalText(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    std::array<char, 64> buffer{};
    const auto written = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::scientific);
    const std::string_view text(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
    const std::size_t e = text.find('e');
    std::string digits(text.substr(0, e));
    std::erase(digits, '.');
    const auto exponent = parsed<int>(text.substr(e + 1)).value_or(0);
    return layOut(std::signbit(value), digits, exponent);
}

std::optional<std::int64_t> integerFromText(std::string_view text)
{
    return parsed<std::int64_t>(text);
}

std::optional<double> numberFromText(std::string_view text)
{
    const auto value = parsed<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<bool> booleanFromText(std::string_view text)
{
    if (lowerCase(text) == "true")
        return true;
    if (lowerCase(text) == "false")
        return false;
    return std::nullopt;
}

std::string literalText(PortType type, std::string_view text)
{
    if (type == PortType::Boolean)
        if (const auto value = booleanFromText(text))
            return literalText(*value);
    return std::string(text);
}

std::string literalProblem(const InputPort &port, std::string_view text)
{
    if (std::string problem = typeProblem(port, text); !problem.empty())
        return problem;
    if (port.enumeration.empty()
        || std::find(port.enumeration.begin(), port.enumeration.end(), text) != port.enumeration.end())
        return {};
    std::string all;
    for (const std::string &choice : port.enumeration)
        all += (all.empty() ? "" : ", ") + choice;
    return "must be one of: " + all;
}

} // namespace atelier
