#include "ui/plot/PlotGeometry.h"

#include "ui/text/Format.h"

#include <QDateTime>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace atelier::ui {

namespace {

using series::Range;

// Logical pixels around the area.
constexpr double startMargin = 12;
constexpr double endMargin = 26;
constexpr double topMargin = 8;
constexpr double labelGap = 5;
constexpr double belowAxis = 6;
constexpr double bottomMargin = 1;

// One tick for so many pixels at most.
constexpr double tickHeight = 30;
constexpr double numberWidth = 64;
constexpr double timeWidth = 84;

int ticksFor(double pixels, double each)
{
    return std::max(2, static_cast<int>(pixels / each));
}

Range aroundOne(double value)
{
    const double margin = std::abs(value) * 0.05;
    if (!std::isnormal(margin))
        return {value - 1, value + 1};
    const Range range{value - margin, value + margin};
    if (std::isfinite(range.from) && std::isfinite(range.to))
        return range;
    return {std::min(value, value / 2), std::max(value, value / 2)};
}

Range aroundOneLog(double value)
{
    return {std::max(value / 2, std::numeric_limits<double>::denorm_min()),
        std::min(value * 2, std::numeric_limits<double>::max())};
}

Range fitY(const std::vector<DrawnLine> &lines, const Range &x, PlotScale scale, int ticks)
{
    series::Extremes extremes;
    for (const DrawnLine &line : lines)
        extremes.include(line.curve->extremes(series::Line::Raw, x));
    if (extremes.isEmpty())
        return scale == PlotScale::Linear ? Range{0, 1} : Range{1, 10};
    Range range{extremes.least, extremes.greatest};
    if (scale == PlotScale::Linear)
        return series::niceRange(range.isEmpty() ? aroundOne(range.from) : range, ticks);
    return series::niceLogRange(range.isEmpty() ? aroundOneLog(range.from) : range, ticks);
}

double widestLabel(const std::vector<series::Tick> &ticks, const QFontMetricsF &metrics)
{
    double widest = 0;
    for (const series::Tick &tick : ticks)
        widest = std::max(widest, metrics.horizontalAdvance(numberText(tick.label)));
    return widest;
}

std::vector<series::Tick> ticksOfX(const Range &x, series::XAxis axis, int most)
{
    if (axis == series::XAxis::RelativeTime)
        return series::durationTicks(x, most);
    if (axis == series::XAxis::WallTime)
        return series::clockTicks(x, most, localOffset());
    // There is no half step.
    const double steps = std::max(1.0, std::floor(x.to - x.from));
    return series::linearTicks(x, steps < most ? static_cast<int>(steps) : most);
}

} // namespace

PlotGeometry::PlotGeometry(const PlotScene &scene, const std::vector<DrawnLine> &lines)
    : m_scale(scene.view.scale)
    , m_pixelRatio(scene.pixelRatio)
{
    const QFontMetricsF metrics(scene.look.axisFont);
    const double bottom = belowAxis + metrics.height() + bottomMargin;
    m_area = QRectF(startMargin, topMargin, scene.size.width() - startMargin - endMargin,
        std::max(1.0, scene.size.height() - topMargin - bottom));
    fitRanges(scene, lines);
    m_yTicks = m_scale == PlotScale::Linear ? series::linearTicks(m_y, ticksFor(m_area.height(), tickHeight))
                                            : series::logTicks(m_y, ticksFor(m_area.height(), tickHeight));
    m_area.setLeft(startMargin + widestLabel(m_yTicks, metrics) + labelGap);
    m_area.setWidth(std::max(1.0, m_area.width()));
    m_area = QRectF(QPointF(onPixel(m_area.left()), onPixel(m_area.top())),
        QPointF(onPixel(m_area.right()), onPixel(m_area.bottom())));
    const double tickWidth = scene.view.axis == series::XAxis::Step ? numberWidth : timeWidth;
    m_xTicks = ticksOfX(m_x, scene.view.axis, ticksFor(m_area.width(), tickWidth));
}

int PlotGeometry::columns() const
{
    return std::max(1, static_cast<int>(std::lround(m_area.width() * m_pixelRatio)));
}

double PlotGeometry::left(double x) const
{
    return m_area.left() + m_x.shareOf(x) * m_area.width();
}

double PlotGeometry::top(double y) const
{
    const double share = m_scale == PlotScale::Linear
        ? m_y.shareOf(y)
        : Range{std::log10(m_y.from), std::log10(m_y.to)}.shareOf(std::log10(y));
    return m_area.bottom() - share * m_area.height();
}

double PlotGeometry::xAt(double left) const
{
    return m_x.at((left - m_area.left()) / m_area.width());
}

double PlotGeometry::yAt(double top) const
{
    const double share = (m_area.bottom() - top) / m_area.height();
    if (m_scale == PlotScale::Linear)
        return m_y.at(share);
    return std::pow(10, Range{std::log10(m_y.from), std::log10(m_y.to)}.at(share));
}

double PlotGeometry::onPixel(double logical) const
{
    return std::round(logical * m_pixelRatio) / m_pixelRatio;
}

void PlotGeometry::fitRanges(const PlotScene &scene, const std::vector<DrawnLine> &lines)
{
    m_x = scene.view.x.value_or(wholeX(lines));
    m_y = scene.view.y.value_or(fitY(lines, m_x, m_scale, ticksFor(m_area.height(), tickHeight)));
}

Range wholeX(const std::vector<DrawnLine> &lines)
{
    series::Extremes extremes;
    for (const DrawnLine &line : lines) {
        if (line.curve->size() == 0)
            continue;
        extremes.include(line.curve->x(0));
        extremes.include(line.curve->x(line.curve->size() - 1));
    }
    if (extremes.isEmpty())
        return {0, 1};
    const Range range{extremes.least, extremes.greatest};
    if (!range.isEmpty())
        return range;
    // Nothing is counted or timed from below zero.
    return {range.from == 0 ? 0 : range.from - 1, range.to + 1};
}

series::UtcOffset localOffset()
{
    return [](std::int64_t unixSeconds) -> std::int64_t {
        return QDateTime::fromSecsSinceEpoch(unixSeconds).offsetFromUtc();
    };
}

} // namespace atelier::ui
