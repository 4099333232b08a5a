#include "core/series/Curve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace atelier::series {

namespace {

constexpr double millisecondsPerSecond = 1000;

/// The first of [begin, end) for which `isBehind` holds; it holds for all behind that one.
template<typename IsBehind>
std::size_t firstBehind(std::size_t begin, std::size_t end, const IsBehind &isBehind)
{
    while (begin < end) {
        const std::size_t middle = begin + (end - begin) / 2;
        if (isBehind(middle))
            end = middle;
        else
            begin = middle + 1;
    }
    return begin;
}

std::size_t firstNotBefore(const Growing<std::uint32_t> &places, std::size_t place)
{
    return firstBehind(0, places.size(), [&](std::size_t i) { return places[i] >= place; });
}

/// A piece of the axis cut into columns of equal width.
class Columns
{
public:
    Columns(const Range &range, int count)
        : m_start(range.from / 2)
        , m_perX(count / (range.to / 2 - range.from / 2))
        , m_last(count - 1)
    {
    }

    [[nodiscard]] int at(double x) const
    {
        return std::clamp(static_cast<int>((x / 2 - m_start) * m_perX), 0, m_last);
    }

private:
    double m_start; // halved, as in Range
    double m_perX;
    int m_last;
};

std::optional<LeftOut> reasonToLeaveOut(double value, Domain domain)
{
    if (std::isnan(value))
        return LeftOut::NotANumber;
    if (std::isinf(value))
        return value > 0 ? LeftOut::PlusInfinity : LeftOut::MinusInfinity;
    if (domain == Domain::Positive && value <= 0)
        return LeftOut::NotPositive;
    return std::nullopt;
}

} // namespace

Curve::Curve(const CurveKind &kind)
    : m_kind(kind)
{
}

void Curve::update(const History &history)
{
    m_history = history;
    if (m_size == history.size())
        return;
    const std::size_t from = continues() ? m_size : merge();
    m_size = history.size();
    take(from);
}

double Curve::x(std::size_t i) const
{
    return xOf(point(i));
}

std::size_t Curve::lowerBound(double x) const
{
    return firstBehind(0, m_size, [&](std::size_t i) { return this->x(i) >= x; });
}

std::size_t Curve::upperBound(double x) const
{
    return firstBehind(0, m_size, [&](std::size_t i) { return this->x(i) > x; });
}

std::optional<std::size_t> Curve::nearest(double x) const
{
    if (m_size == 0)
        return std::nullopt;
    const std::size_t behind = upperBound(x);
    if (behind == 0)
        return upperBound(this->x(0)) - 1;
    if (behind == m_size || x - this->x(behind - 1) <= this->x(behind) - x)
        return behind - 1;
    return upperBound(this->x(behind)) - 1;
}

std::vector<Column> Curve::columns(Line line, const Range &x, int count) const
{
    const auto single = [&](std::size_t i) {
        const double value = shown(i, line);
        return Column{i, i + 1, {value, value}};
    };
    const Pyramid &pyramid = line == Line::Raw ? m_rawPyramid : m_smoothedPyramid;
    const std::size_t first = lowerBound(x.from);
    const std::size_t last = upperBound(x.to);
    std::vector<Column> columns;
    if (first > 0)
        columns.push_back(single(first - 1));
    for (std::size_t i = first; i < last;) {
        const std::size_t end = endOfColumn(i, last, x, count);
        columns.push_back({i, end, pyramid.between(i, end, [&](std::size_t at) { return shown(at, line); })});
        i = end;
    }
    if (last < m_size)
        columns.push_back(single(last));
    return columns;
}

Extremes Curve::extremes(Line line, const Range &x) const
{
    const Pyramid &pyramid = line == Line::Raw ? m_rawPyramid : m_smoothedPyramid;
    return pyramid.between(
        lowerBound(x.from), upperBound(x.to), [&](std::size_t i) { return shown(i, line); });
}

std::size_t Curve::leftOutCount(LeftOut kind, const Range &x) const
{
    const Growing<std::uint32_t> &places = m_leftOut[static_cast<std::size_t>(kind)];
    return firstNotBefore(places, upperBound(x.to)) - firstNotBefore(places, lowerBound(x.from));
}

std::vector<double> Curve::leftOutColumns(LeftOut kind, const Range &x, int count) const
{
    const Growing<std::uint32_t> &places = m_leftOut[static_cast<std::size_t>(kind)];
    const std::size_t last = upperBound(x.to);
    std::vector<double> found;
    std::size_t i = firstNotBefore(places, lowerBound(x.from));
    while (i < places.size() && places[i] < last) {
        found.push_back(this->x(places[i]));
        i = firstNotBefore(places, endOfColumn(places[i], last, x, count));
    }
    return found;
}

double Curve::xOf(const Point &point) const
{
    switch (m_kind.axis) {
    case XAxis::RelativeTime:
        return (static_cast<double>(point.timeMs) - static_cast<double>(m_history[0].timeMs))
            / millisecondsPerSecond;
    case XAxis::WallTime:
        return static_cast<double>(point.timeMs) / millisecondsPerSecond;
    default:
        return static_cast<double>(point.step);
    }
}

double Curve::inDomain(double value) const
{
    const bool hasPlace = std::isfinite(value) && (m_kind.domain == Domain::All || value > 0);
    return hasPlace ? value : std::numeric_limits<double>::quiet_NaN();
}

std::size_t Curve::endOfColumn(std::size_t begin, std::size_t end, const Range &x, int count) const
{
    if (x.isEmpty())
        return end;
    const Columns columns(x, count);
    const int column = columns.at(this->x(begin));
    const auto isBehind = [&](std::size_t i) { return columns.at(this->x(i)) > column; };
    // Widening the search from the near end: a column is short beside the whole.
    std::size_t reach = 1;
    while (begin + reach < end && !isBehind(begin + reach)) {
        begin += reach;
        reach *= 2;
    }
    return firstBehind(begin + 1, std::min(begin + reach, end), isBehind);
}

bool Curve::continues() const
{
    double last = m_size == 0 ? -std::numeric_limits<double>::infinity() : x(m_size - 1);
    for (std::size_t i = m_size; i < m_history.size(); ++i) {
        const double next = xOf(m_history[i]);
        if (next < last)
            return false;
        last = next;
    }
    return true;
}

std::size_t Curve::merge()
{
    const auto before
        = [this](std::uint32_t a, std::uint32_t b) { return xOf(m_history[a]) < xOf(m_history[b]); };
    std::vector<std::uint32_t> arrived(m_history.size() - m_size);
    std::iota(arrived.begin(), arrived.end(), static_cast<std::uint32_t>(m_size));
    std::stable_sort(arrived.begin(), arrived.end(), before);

    const std::size_t from = upperBound(xOf(m_history[arrived.front()]));
    std::vector<std::uint32_t> behind;
    for (std::size_t i = from; i < m_size; ++i)
        behind.push_back(static_cast<std::uint32_t>(arrivalOf(i)));
    std::vector<std::uint32_t> merged(behind.size() + arrived.size());
    std::merge(behind.begin(), behind.end(), arrived.begin(), arrived.end(), merged.begin(), before);

    forget(from);
    for (std::size_t i = m_order.size(); i < from; ++i)
        m_order.append(static_cast<std::uint32_t>(i));
    for (const std::uint32_t arrival : merged)
        m_order.append(arrival);
    return from;
}

void Curve::forget(std::size_t from)
{
    m_size = from;
    if (!m_order.empty())
        m_order.truncate(from);
    if (!m_smoothed.empty())
        m_smoothed.truncate(from);
    m_rawPyramid.truncate(from);
    m_smoothedPyramid.truncate(from);
    for (Growing<std::uint32_t> &places : m_leftOut)
        places.truncate(firstNotBefore(places, from));
}

void Curve::take(std::size_t from)
{
    if (!m_order.empty())
        for (std::size_t i = m_order.size(); i < m_size; ++i)
            m_order.append(static_cast<std::uint32_t>(i));
    for (std::size_t i = from; i < m_size; ++i)
        noteLeftOut(i);
    m_rawPyramid.grow(m_size, [this](std::size_t i) { return shown(i, Line::Raw); });
    if (m_kind.smoothing <= 0) {
        m_smoothedPyramid = m_rawPyramid;
        return;
    }
    Smoother smoother = smootherAt(from);
    for (std::size_t i = from; i < m_size; ++i)
        m_smoothed.append(smoother.next(point(i).value));
    m_smoothedPyramid.grow(m_size, [this](std::size_t i) { return shown(i, Line::Smoothed); });
}

void Curve::noteLeftOut(std::size_t i)
{
    if (const auto reason = reasonToLeaveOut(point(i).value, m_kind.domain))
        m_leftOut[static_cast<std::size_t>(*reason)].append(static_cast<std::uint32_t>(i));
}

Smoother Curve::smootherAt(std::size_t i) const
{
    std::size_t last = i;
    while (last > 0 && !std::isfinite(m_smoothed[last - 1]))
        --last;
    if (last == 0)
        return Smoother(m_kind.smoothing);
    std::size_t notFinite = 0;
    for (const LeftOut kind : {LeftOut::NotANumber, LeftOut::PlusInfinity, LeftOut::MinusInfinity})
        notFinite += firstNotBefore(m_leftOut[static_cast<std::size_t>(kind)], i);
    return {m_kind.smoothing, m_smoothed[last - 1], i - notFinite};
}

} // namespace atelier::series
