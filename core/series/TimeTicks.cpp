#include "core/series/Ticks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

namespace atelier::series {

namespace {

constexpr std::array<std::int64_t, 20> fixedSteps{1, 2, 5, 10, 15, 30, minute, 2 * minute, 5 * minute,
    10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day,
    7 * day};
constexpr std::array monthSteps{1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000};

constexpr double roundOff = 1e-6; // seconds
constexpr double shortestMonth = 28.0 * static_cast<double>(day);

/// Nothing for less than a second or more than weeks.
std::optional<std::int64_t> fixedStep(const Range &seconds, int most)
{
    const double least = (seconds.to - seconds.from) / most;
    if (least < 0.5)
        return std::nullopt;
    for (const std::int64_t step : fixedSteps)
        if (static_cast<double>(step) >= least)
            return step;
    return std::nullopt;
}

std::string twoDigits(int number)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d", number);
    return text.data();
}

std::string clockLabel(const Civil &at, std::int64_t step)
{
    const bool midnight = at.hour == 0 && at.minute == 0 && at.second == 0;
    if (midnight)
        return twoDigits(static_cast<int>(at.month)) + "-" + twoDigits(static_cast<int>(at.day));
    const std::string minutes = twoDigits(at.hour) + ":" + twoDigits(at.minute);
    return step < minute ? minutes + ":" + twoDigits(at.second) : minutes;
}

/// The moment at which the clock on the wall says so.
std::int64_t momentOf(std::int64_t wall, const UtcOffset &offset)
{
    const std::int64_t guess = wall - offset(wall);
    return wall - offset(guess);
}

std::vector<Tick> fixedClockTicks(const Range &range, std::int64_t step, const UtcOffset &offset)
{
    std::vector<Tick> ticks;
    const auto begin = static_cast<std::int64_t>(std::floor(range.from));
    std::int64_t wall = begin + offset(begin);
    wall -= ((wall % step) + step) % step;
    for (;; wall += step) {
        const auto at = static_cast<double>(momentOf(wall, offset));
        if (at > range.to)
            return ticks;
        if (at >= range.from && (ticks.empty() || at > ticks.back().at))
            ticks.push_back({at, clockLabel(civil(wall), step)});
    }
}

std::vector<Tick> monthTicks(const Range &range, int most, const UtcOffset &offset)
{
    const double least = (range.to - range.from) / most;
    const auto step = std::find_if(monthSteps.begin(), monthSteps.end() - 1,
        [&](int months) { return months * shortestMonth >= least; });
    const auto begin = static_cast<std::int64_t>(std::floor(range.from));
    const Civil first = civil(begin + offset(begin));
    int month = first.year * 12 + static_cast<int>(first.month) - 1;
    month -= month % *step;
    std::vector<Tick> ticks;
    for (;; month += *step) {
        const Civil start{month / 12, static_cast<unsigned>(month % 12 + 1), 1, 0, 0, 0};
        const auto at = static_cast<double>(momentOf(secondsOf(start), offset));
        if (at > range.to)
            return ticks;
        const std::string year = std::to_string(start.year);
        if (at >= range.from)
            ticks.push_back({at, *step >= 12 ? year : year + "-" + twoDigits(static_cast<int>(start.month))});
    }
}

} // namespace

std::vector<Tick> durationTicks(const Range &seconds, int most)
{
    if (seconds.isEmpty())
        return {{seconds.from, formatDuration(seconds.from)}};
    const auto step = fixedStep(seconds, most);
    std::vector<Tick> ticks;
    if (!step) {
        const Range range = seconds.to - seconds.from < static_cast<double>(day)
            ? seconds
            : Range{seconds.from / static_cast<double>(day), seconds.to / static_cast<double>(day)};
        const bool days = range != seconds;
        for (Tick &tick : linearTicks(range, most))
            ticks.push_back(
                {days ? tick.at * static_cast<double>(day) : tick.at, tick.label + (days ? " d" : " s")});
        return ticks;
    }
    const auto width = static_cast<double>(*step);
    for (double i = std::ceil(seconds.from / width); i * width <= seconds.to; ++i)
        ticks.push_back({i * width, i == 0 ? "0" : formatDuration(i * width)});
    return ticks;
}

std::vector<Tick> clockTicks(const Range &unixSeconds, int most, const UtcOffset &offset)
{
    constexpr double margin = 400.0 * static_cast<double>(day); // the ticks around the ends
    if (!hasCivil(unixSeconds.from - margin) || !hasCivil(unixSeconds.to + margin))
        return linearTicks(unixSeconds, most);
    if (unixSeconds.isEmpty())
        return {{unixSeconds.from, formatClock(unixSeconds.from, offset)}};
    if (const auto step = fixedStep(unixSeconds, most))
        return fixedClockTicks(unixSeconds, *step, offset);
    if (unixSeconds.to - unixSeconds.from > static_cast<double>(day))
        return monthTicks(unixSeconds, most, offset);
    // Fractions of a second: told from the whole second before, for the clock alone would need no more
    // digits.
    const double second = std::floor(unixSeconds.from);
    std::vector<Tick> ticks;
    for (const Tick &tick : linearTicks({unixSeconds.from - second, unixSeconds.to - second}, most)) {
        const double whole = std::floor(tick.at + roundOff);
        const auto moment = static_cast<std::int64_t>(second + whole);
        const Civil at = civil(moment + offset(moment));
        const std::string fraction = formatFixed(std::max(0.0, tick.at - whole), 3);
        ticks.push_back({second + tick.at,
            twoDigits(at.hour) + ":" + twoDigits(at.minute) + ":" + twoDigits(at.second)
                + fraction.substr(1)});
    }
    return ticks;
}

} // namespace atelier::series
