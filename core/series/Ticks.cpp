#include "core/series/Ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace atelier::series {

namespace {

constexpr double slack = 1e-9; // of a step: what rounding may take from a range

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that cuts the range into at most `most` pieces; 0
/// where its multiples cannot be told from each other there.
double roundStep(const Range &range, int most)
{
    const double least = range.to / most - range.from / most;
    const double power = std::pow(10, std::floor(std::log10(least)));
    if (!std::isnormal(power) || !std::isnormal(least))
        return 0;
    double step = 10 * power;
    for (const double factor : {5.0, 2.5, 2.0, 1.0})
        if (factor * power >= least * (1 - slack))
            step = factor * power;
    const double largest = std::max(std::abs(range.from), std::abs(range.to));
    constexpr double finest = 1e-15; // of the numbers themselves, what a double can tell apart
    return step > largest * finest && std::isfinite(step) ? step : 0;
}

int decimalsOf(double step)
{
    int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step))));
    // 0.25 has one digit more than its power of ten.
    const double scaled = step * std::pow(10, decimals);
    if (std::abs(scaled - std::round(scaled)) > slack * 1000)
        ++decimals;
    return decimals;
}

struct Suffix
{
    double scale;
    const char *text;
};

constexpr std::array suffixes{
    Suffix{1e12, "T"}, Suffix{1e9, "G"}, Suffix{1e6, "M"}, Suffix{1e3, "k"}, Suffix{1, ""}};

std::string scientificLabel(double value, double step)
{
    if (value == 0)
        return "0";
    const double power = std::floor(std::log10(std::abs(value)));
    const double unit = std::pow(10, power);
    if (!std::isnormal(unit))
        return formatValue(value);
    const int digits = std::clamp(decimalsOf(step / unit), 0, 12);
    return formatFixed(value / unit, digits) + "e" + std::to_string(static_cast<int>(power));
}

/// One way of writing for all ticks of an axis.
std::vector<Tick> labelled(const std::vector<double> &places, double step)
{
    constexpr double plainFrom = 1e-4;
    constexpr double plainTo = 1e5; // above, `100k` is shorter
    constexpr double suffixTo = 1e15;
    double largest = 0;
    for (const double place : places)
        largest = std::max(largest, std::abs(place));
    std::vector<Tick> ticks;
    for (const double place : places) {
        if (largest >= suffixTo || largest < plainFrom) {
            ticks.push_back({place, scientificLabel(place, step)});
            continue;
        }
        Suffix suffix = suffixes.back();
        if (largest >= plainTo)
            suffix = *std::find_if(
                suffixes.begin(), suffixes.end(), [&](const Suffix &each) { return largest >= each.scale; });
        const std::string number = formatFixed(place / suffix.scale, decimalsOf(step / suffix.scale));
        ticks.push_back({place, place == 0 ? number : number + suffix.text});
    }
    return ticks;
}

std::vector<Tick> ends(const Range &range)
{
    if (range.isEmpty())
        return {{range.from, formatValue(range.from)}};
    return {{range.from, formatValue(range.from)}, {range.to, formatValue(range.to)}};
}

std::string powerLabel(double value)
{
    constexpr double plainFrom = 1e-4;
    constexpr double plainTo = 1e4;
    if (value < plainFrom * (1 - slack) || value > plainTo * (1 + slack)) {
        const double power = std::floor(std::log10(value) + slack);
        const double unit = std::pow(10, power);
        const double digit = std::isnormal(unit) ? std::round(value / unit) : 1;
        return std::to_string(static_cast<int>(digit)) + "e" + std::to_string(static_cast<int>(power));
    }
    return formatFixed(value, std::max(0, -static_cast<int>(std::floor(std::log10(value) + slack))));
}

struct LogSteps
{
    int first; ///< decades
    int last;
    int every;
    bool between; ///< 2 and 5 times the powers as well
};

LogSteps logSteps(const Range &range, int most)
{
    const double low = std::log10(range.from);
    const double high = std::log10(range.to);
    const double decades = high - low;
    LogSteps steps{};
    steps.every = std::max(1, static_cast<int>(std::ceil(decades / most)));
    steps.between = steps.every == 1 && decades * 3 <= most;
    steps.first = static_cast<int>(std::floor(low + slack));
    steps.first -= ((steps.first % steps.every) + steps.every) % steps.every;
    steps.last = static_cast<int>(std::ceil(high - slack));
    return steps;
}

std::vector<double> logPlaces(const LogSteps &steps)
{
    std::vector<double> places;
    for (int power = steps.first; power <= steps.last; power += steps.every) {
        for (const double factor : {1.0, 2.0, 5.0})
            if (factor == 1.0 || steps.between)
                places.push_back(factor * std::pow(10, power));
    }
    return places;
}

} // namespace

std::vector<Tick> linearTicks(const Range &range, int most)
{
    const double step = range.isEmpty() ? 0 : roundStep(range, most);
    if (step == 0)
        return ends(range);
    std::vector<double> places;
    const double last = std::floor(range.to / step + slack);
    for (double i = std::ceil(range.from / step - slack); i <= last; ++i)
        places.push_back(i * step);
    return labelled(places, step);
}

std::vector<Tick> logTicks(const Range &range, int most)
{
    std::vector<Tick> ticks;
    if (range.to / range.from >= 10 * (1 - slack))
        for (const double place : logPlaces(logSteps(range, most)))
            if (place >= range.from * (1 - slack) && place <= range.to * (1 + slack) && place > 0)
                ticks.push_back({place, powerLabel(place)});
    return ticks.size() < 2 ? linearTicks(range, most) : ticks;
}

Range niceRange(const Range &range, int most)
{
    const double step = range.isEmpty() ? 0 : roundStep(range, most);
    const Range nice{std::floor(range.from / step + slack) * step, std::ceil(range.to / step - slack) * step};
    if (step == 0 || !std::isfinite(nice.from) || !std::isfinite(nice.to))
        return range;
    return nice;
}

Range niceLogRange(const Range &range, int most)
{
    if (range.isEmpty() || range.to / range.from < 10)
        return range;
    LogSteps steps = logSteps(range, most);
    steps.every = 1;
    steps.between = true;
    const std::vector<double> places = logPlaces(steps);
    Range nice = range;
    for (const double place : places)
        if (place > 0 && place <= range.from * (1 + slack))
            nice.from = place;
    const auto above = std::find_if(
        places.begin(), places.end(), [&](double place) { return place >= range.to * (1 - slack); });
    if (above != places.end() && std::isfinite(*above))
        nice.to = *above;
    return nice;
}

} // namespace atelier::series
