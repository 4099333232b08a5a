#include "core/series/MetricPoints.h"

#include "core/base/Json.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace atelier::series {

namespace {

// A point goes as it lies in memory.
static_assert(std::endian::native == std::endian::little
    && std::is_trivially_copyable_v<Point> && sizeof(Point) == 24 && std::numeric_limits<double>::is_iec559);

std::size_t countOf(const MetricPoints &points)
{
    std::size_t count = 0;
    for (const MetricSeries &series : points.series)
        count += series.points.size();
    return count;
}

Json headOf(const MetricSeries &series)
{
    return {{"job", series.job}, {"step", series.step}, {"key", series.key}};
}

template<typename Number>
void append(std::string &text, Number number)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

void appendValue(std::string &text, double value)
{
    if (!std::isfinite(value)) {
        text += toText(numberJson(value));
        return;
    }
    const std::size_t begin = text.size();
    append(text, value);
    if (text.find_first_of(".e", begin) == std::string::npos)
        text += ".0"; // read as an integer, -0 would lose its sign
}

void append(std::string &text, std::size_t series, const Point &point)
{
    text += '[';
    append(text, series);
    text += ',';
    append(text, point.step);
    text += ',';
    append(text, point.timeMs);
    text += ',';
    appendValue(text, point.value);
    text += "],";
}

Error malformed()
{
    return {ErrorKind::Internal, "service.malformed-answer",
        "The service's answer does not hold the points that it announces. Its version may not fit this "
        "program's: end it, then try again.",
        {}, {}};
}

/// The next `count` points, taken from the front of `bytes`.
void takePoints(std::string_view &bytes, std::size_t count, History &history)
{
    std::array<Point, 256> some;
    while (count > 0) {
        const std::size_t now = std::min(count, some.size());
        std::memcpy(some.data(), bytes.data(), now * sizeof(Point));
        history.append(std::span(some).first(now));
        bytes.remove_prefix(now * sizeof(Point));
        count -= now;
    }
}

} // namespace

std::string toBytes(const MetricPoints &points)
{
    Json list = Json::array();
    for (const MetricSeries &series : points.series) {
        list.push_back(headOf(series));
        list.back()["points"] = series.points.size();
    }
    std::string bytes
        = toText({{"series", std::move(list)}, {"arrival", points.arrival}, {"reset", points.isReset}})
        + '\n';
    bytes.reserve(bytes.size() + countOf(points) * sizeof(Point));
    for (const MetricSeries &series : points.series)
        for (std::size_t i = 0; i < series.points.size();) {
            const auto piece = series.points.piece(i);
            bytes.append(reinterpret_cast<const char *>(piece.data()), piece.size_bytes());
            i += piece.size();
        }
    return bytes;
}

Result<MetricPoints> pointsFromBytes(std::string_view bytes)
{
    const std::size_t end = bytes.find('\n');
    const auto head = parseJson(bytes.substr(0, end));
    if (end == std::string_view::npos || !head || !head->is_object())
        return malformed();
    const Json list = head->value("series", Json::array());
    bytes.remove_prefix(end + 1);
    MetricPoints points{{}, integerAt(*head, "arrival"), head->value("reset", Json()) == Json(true)};
    for (const Json &series : list) {
        if (!series.is_object())
            return malformed();
        const auto count = static_cast<std::uint64_t>(integerAt(series, "points"));
        if (count > bytes.size() / sizeof(Point))
            return malformed();
        points.series.push_back({textAt(series, "job"), textAt(series, "step"), textAt(series, "key"), {}});
        takePoints(bytes, count, points.series.back().points);
    }
    if (!bytes.empty())
        return malformed();
    return points;
}

std::string toJsonText(const MetricPoints &points)
{
    constexpr std::size_t usualPoint = 48;
    Json list = Json::array();
    std::string text;
    text.reserve(countOf(points) * usualPoint);
    for (const MetricSeries &series : points.series) {
        for (std::size_t i = 0; i < series.points.size(); ++i)
            append(text, list.size(), series.points[i]);
        list.push_back(headOf(series));
    }
    if (!text.empty())
        text.pop_back(); // the last comma
    return R"({"series":)" + toText(list) + R"(,"points":[)" + text + R"(],"arrival":)"
        + std::to_string(points.arrival) + R"(,"reset":)" + (points.isReset ? "true" : "false") + "}";
}

} // namespace atelier::series
