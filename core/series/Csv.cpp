#include "core/series/Csv.h"

#include "core/series/Format.h"

#include <array>
#include <charconv>
#include <cmath>

namespace atelier::series {

namespace {

bool isNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

} // namespace

std::string csvText(const std::string &text)
{
    const bool isFormula = !text.empty()
        && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos && !isNumber(text);
    std::string cell = (isFormula ? "'" : "") + text;
    if (cell.find_first_of(",\"\r\n") == std::string::npos)
        return cell;
    for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2))
        cell.insert(at, 1, '"');
    return '"' + cell + '"';
}

std::string csvNumber(double value)
{
    if (std::isnan(value))
        return "NaN";
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

std::string toCsv(std::span<const NamedHistory> series)
{
    std::string csv = "series,step,time,value\r\n";
    for (const NamedHistory &each : series) {
        const std::string name = csvText(each.name) + ",";
        for (std::size_t i = 0; i < each.history.size(); ++i) {
            const Point &point = each.history[i];
            csv += name + std::to_string(point.step) + "," + formatUtc(point.timeMs) + ",";
            csv += csvNumber(point.value) + "\r\n";
        }
    }
    return csv;
}

} // namespace atelier::series
