#include "core/series/Csv.h"

#include "core/series/Format.h"

#include <array>
#include <charconv>
#include <cmath>

namespace atelier::series {

std::string csvText(const std::string &text)
{
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"')
            cell += '"';
        cell += c;
    }
    return cell + '"';
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
