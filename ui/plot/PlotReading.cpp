#include "ui/plot/PlotReading.h"

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

bool isLarger(const PlotReading::Row &a, const PlotReading::Row &b)
{
    if (std::isnan(a.value) || std::isnan(b.value))
        return std::isnan(b.value) && !std::isnan(a.value);
    return a.value > b.value;
}

bool reaches(const series::Curve &curve, double x)
{
    return curve.size() > 0 && curve.x(0) <= x && x <= curve.x(curve.size() - 1);
}

} // namespace

PlotReading readingAt(const PlotFrame &frame, double x)
{
    PlotReading reading{x, {}};
    for (const DrawnLine &line : frame.lines) {
        const auto nearest = line.curve->nearest(x);
        if (nearest && reaches(*line.curve, x))
            reading.rows.push_back({line.name, line.color, line.curve->value(*nearest, frame.lineShown())});
    }
    std::stable_sort(reading.rows.begin(), reading.rows.end(), isLarger);
    return reading;
}

std::optional<double> nearestX(const PlotFrame &frame, double x)
{
    std::optional<double> found;
    for (const DrawnLine &line : frame.lines) {
        const auto nearest = line.curve->nearest(x);
        if (!nearest)
            continue;
        const double candidate = line.curve->x(*nearest);
        if (frame.geometry.x().contains(candidate)
            && (!found || std::abs(candidate - x) < std::abs(*found - x)))
            found = candidate;
    }
    return found;
}

double neighbourOf(const PlotFrame &frame, double x, Neighbour side)
{
    const series::Range &range = frame.geometry.x();
    const double pixel = (range.to - range.from) / frame.geometry.area().width();
    std::optional<double> found;
    for (const DrawnLine &line : frame.lines) {
        const series::Curve &curve = *line.curve;
        const std::size_t place
            = side == Neighbour::Behind ? curve.lowerBound(x + pixel) : curve.upperBound(x - pixel);
        if (side == Neighbour::Behind ? place == curve.size() : place == 0)
            continue;
        const double candidate = curve.x(side == Neighbour::Behind ? place : place - 1);
        const bool nearer = !found || std::abs(candidate - x) < std::abs(*found - x);
        if (range.contains(candidate) && candidate != x && nearer)
            found = candidate;
    }
    return found.value_or(x);
}

QString formatX(double x, series::XAxis axis)
{
    switch (axis) {
    case series::XAxis::RelativeTime:
        return QString::fromStdString(series::formatDuration(x));
    case series::XAxis::WallTime:
        return QString::fromStdString(series::formatClock(x, localOffset()));
    default:
        return QString::fromStdString(series::formatFixed(x, 0));
    }
}

} // namespace atelier::ui
