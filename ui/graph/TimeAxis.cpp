#include "ui/graph/TimeAxis.h"

#include "ui/graph/TimeText.h"

#include <array>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr std::array<double, 20> roundSteps{0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, minuteSeconds,
    2 * minuteSeconds, 5 * minuteSeconds, 10 * minuteSeconds, 20 * minuteSeconds, 30 * minuteSeconds,
    hourSeconds, 2 * hourSeconds, 6 * hourSeconds, 12 * hourSeconds, daySeconds};

double roundStep(double least)
{
    for (const double step : roundSteps)
        if (step >= least)
            return step;
    return std::ceil(least / daySeconds) * daySeconds;
}

} // namespace

std::vector<double> TimeAxis::ticks(double apart) const
{
    std::vector<double> result;
    if (width <= 0)
        return result;
    const double step = roundStep(apart * end / width);
    for (int i = 0; i * step <= end; ++i)
        result.push_back(i * step);
    return result;
}

} // namespace atelier::ui
