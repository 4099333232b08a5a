#include "core/series/Csv.h"

#include "core/series/Format.h"

#include <array>
#include <charconv>
#include <cmath>

namespace atelier::series {

namespace {

std::string quoted(const std::string &text)
{
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"')
            cell += '"';
        cell += c;
    }
    return cell + '"';
}

void appendValue(std::string &line, double value)
{
    if (std::isnan(value)) {
        line += "NaN";
        return;
    }
    std::array<char, 32> text{};
    line.append(text.data(), std::to_chars(text.begin(), text.end(), value).ptr);
}

} // namespace

std::string toCsv(std::span<const NamedHistory> series)
{
    std::string csv = "series,step,time,value\r\n";
    for (const NamedHistory &each : series) {
        const std::string name = quoted(each.name) + ",";
        for (std::size_t i = 0; i < each.history.size(); ++i) {
            const Point &point = each.history[i];
            csv += name + std::to_string(point.step) + "," + formatUtc(point.timeMs) + ",";
            appendValue(csv, point.value);
            csv += "\r\n";
        }
    }
    return csv;
}

} // namespace atelier::series
