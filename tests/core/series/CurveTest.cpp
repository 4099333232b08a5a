#include "core/series/Curve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

using namespace atelier::series;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const double gap = std::nan("");

History historyOf(const std::vector<Point> &points)
{
    History history;
    for (const Point &point : points)
        history.append(point);
    return history;
}

std::vector<Point> stepsWith(const std::vector<double> &values)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i < values.size(); ++i)
        points.push_back({static_cast<std::int64_t>(i), static_cast<std::int64_t>(i) * 500, values[i]});
    return points;
}

std::vector<Point> byStep(std::vector<Point> points)
{
    std::stable_sort(
        points.begin(), points.end(), [](const Point &a, const Point &b) { return a.step < b.step; });
    return points;
}

Curve curveOf(const std::vector<Point> &points, const CurveKind &kind = {})
{
    Curve curve(kind);
    curve.update(historyOf(points));
    return curve;
}

void expectPoints(const Curve &curve, const std::vector<Point> &expected)
{
    ASSERT_EQ(curve.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        ASSERT_EQ(curve.x(i), static_cast<double>(expected[i].step)) << i;
        ASSERT_TRUE(curve.point(i).value == expected[i].value
            || (std::isnan(expected[i].value) && std::isnan(curve.point(i).value)))
            << i;
    }
}

/// Points whose step goes up, now and then falls back, stays or leaps; now and then without a value.
std::vector<Point> restless(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> dice(0, 99);
    std::normal_distribution<double> normal(1, 2);
    std::vector<Point> points;
    std::int64_t step = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const int roll = dice(random);
        step = roll == 0 ? step / 2 : roll < 5 ? step : roll < 7 ? step + 50 : step + 1;
        const double value = roll == 9 ? gap
            : roll == 10               ? infinity
            : roll == 11               ? -infinity
                                       : normal(random);
        points.push_back({step, static_cast<std::int64_t>(i), value});
    }
    return points;
}

/// Each column found by looking at every point.
void expectColumns(const Curve &curve, Line line, const Range &x, int count)
{
    std::vector<std::vector<std::size_t>> expected(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < curve.size(); ++i)
        if (x.contains(curve.x(i))) {
            const double place = (curve.x(i) - x.from) * count / (x.to - x.from);
            expected[static_cast<std::size_t>(std::clamp(static_cast<int>(place), 0, count - 1))].push_back(
                i);
        }
    std::vector<Column> found = curve.columns(line, x, count);
    std::erase_if(found, [&](const Column &column) { return !x.contains(curve.x(column.begin)); });
    std::size_t at = 0;
    for (const std::vector<std::size_t> &points : expected) {
        if (points.empty())
            continue;
        ASSERT_LT(at, found.size());
        const Column &column = found[at++];
        ASSERT_EQ(column.begin, points.front());
        ASSERT_EQ(column.end, points.back() + 1);
        Extremes extremes;
        for (const std::size_t i : points)
            extremes.include(curve.shown(i, line));
        ASSERT_EQ(column.extremes.isEmpty(), extremes.isEmpty());
        if (!extremes.isEmpty()) {
            ASSERT_EQ(column.extremes.least, extremes.least);
            ASSERT_EQ(column.extremes.greatest, extremes.greatest);
        }
    }
    ASSERT_EQ(at, found.size());
}

} // namespace

TEST(Curve, KeepsTheOrderOfArrivalAmongPointsOfOneStep)
{
    const Curve curve = curveOf({{5, 0, 1}, {5, 0, 2}, {3, 0, 3}, {5, 0, 4}, {3, 0, 5}});
    expectPoints(curve, {{3, 0, 3}, {3, 0, 5}, {5, 0, 1}, {5, 0, 2}, {5, 0, 4}});
}

TEST(Curve, SortsWhateverArrivesInPiecesOfAnySize)
{
    for (const unsigned seed : {1U, 2U, 3U}) {
        const std::vector<Point> points = restless(6000, seed);
        std::mt19937 random(seed);
        std::uniform_int_distribution<std::size_t> piece(1, 200);
        Curve curve({XAxis::Step, Domain::All, 0.8});
        History history;
        while (history.size() < points.size()) {
            const std::size_t end = std::min(points.size(), history.size() + piece(random));
            for (std::size_t i = history.size(); i < end; ++i)
                history.append(points[i]);
            curve.update(history);
        }
        expectPoints(curve, byStep(points));
        for (const Line line : {Line::Raw, Line::Smoothed})
            for (const int count : {1, 7, 300, 5000})
                expectColumns(curve, line, {0, curve.x(curve.size() - 1)}, count);
    }
}

TEST(Curve, SmoothsInTheOrderOfXHoweverThePointsArrived)
{
    const std::vector<Point> points = restless(3000, 11);
    Curve pieces({XAxis::Step, Domain::All, 0.9});
    History history;
    for (const Point &point : points) {
        history.append(point);
        if (history.size() % 37 == 0)
            pieces.update(history);
    }
    pieces.update(history);
    Smoother smoother(0.9);
    const std::vector<Point> sorted = byStep(points);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const double expected = smoother.next(sorted[i].value);
        if (std::isfinite(expected))
            ASSERT_NEAR(pieces.value(i, Line::Smoothed), expected, 1e-9) << i;
        else
            ASSERT_FALSE(std::isfinite(pieces.value(i, Line::Smoothed)));
    }
}

TEST(Curve, FindsTheColumnsOfEveryZoom)
{
    const Curve curve = curveOf(restless(20'000, 21));
    std::mt19937 random(4);
    std::uniform_real_distribution<double> place(-50, curve.x(curve.size() - 1) + 50);
    for (int i = 0; i < 60; ++i) {
        const auto [from, to] = std::minmax({place(random), place(random)});
        expectColumns(curve, Line::Raw, {from, to}, 1 + i * 20);
    }
}

TEST(Curve, GivesTheNeighboursOfAPieceThatHasNoPoints)
{
    const Curve curve = curveOf({{0, 0, 1}, {10, 0, 2}});
    const std::vector<Column> columns = curve.columns(Line::Raw, {4, 6}, 100);
    ASSERT_EQ(columns.size(), 2U);
    EXPECT_EQ(columns[0].begin, 0U);
    EXPECT_EQ(columns[1].begin, 1U);
}

TEST(Curve, PutsAMillionEqualStepsIntoOneColumn)
{
    std::vector<Point> points(1'000'000, Point{7, 7, 1.5});
    points[5000].value = -2;
    points[999'999].value = 9;
    const Curve curve = curveOf(points);
    const std::vector<Column> columns = curve.columns(Line::Raw, {6, 8}, 1000);
    ASSERT_EQ(columns.size(), 1U);
    EXPECT_EQ(columns[0].end, 1'000'000U);
    EXPECT_EQ(columns[0].extremes.least, -2);
    EXPECT_EQ(columns[0].extremes.greatest, 9);
    EXPECT_EQ(curve.columns(Line::Raw, {7, 7}, 1000).size(), 1U);
}

TEST(Curve, TurnsAMillionReversedStepsAround)
{
    std::vector<Point> points;
    for (int i = 0; i < 1'000'000; ++i)
        points.push_back({1'000'000 - i, i, static_cast<double>(i)});
    const Curve curve = curveOf(points);
    for (std::size_t i = 0; i < points.size(); i += 997) {
        ASSERT_EQ(curve.x(i), static_cast<double>(i + 1));
        ASSERT_EQ(curve.point(i).value, static_cast<double>(999'999 - i));
    }
}

TEST(Curve, CountsWhatIsOnNoLine)
{
    const Curve all = curveOf(stepsWith({1, gap, 0, infinity, -3, -infinity, gap, 2}));
    EXPECT_EQ(all.leftOutCount(LeftOut::NotANumber, {0, 7}), 2U);
    EXPECT_EQ(all.leftOutCount(LeftOut::NotANumber, {2, 6}), 1U);
    EXPECT_EQ(all.leftOutCount(LeftOut::PlusInfinity, {0, 7}), 1U);
    EXPECT_EQ(all.leftOutCount(LeftOut::MinusInfinity, {0, 7}), 1U);
    EXPECT_EQ(all.leftOutCount(LeftOut::NotPositive, {0, 7}), 0U);
    EXPECT_EQ(all.leftOutColumns(LeftOut::NotANumber, {0, 7}, 100), (std::vector<double>{1, 6}));
    EXPECT_EQ(all.leftOutColumns(LeftOut::NotANumber, {0, 7}, 1), (std::vector<double>{1}));

    const Curve positive = curveOf(
        stepsWith({1, gap, 0, infinity, -3, -infinity, gap, 2}), {XAxis::Step, Domain::Positive, 0});
    EXPECT_EQ(positive.leftOutCount(LeftOut::NotPositive, {0, 7}), 2U);
    EXPECT_EQ(positive.extremes(Line::Raw, {0, 7}).least, 1);
    EXPECT_TRUE(std::isnan(positive.shown(2, Line::Raw)));
}

TEST(Curve, TellsTimeFromTheFirstArrivalOrFrom1970)
{
    const std::vector<Point> points{
        {0, 1'700'000'001'500, 1}, {1, 1'700'000'003'000, 2}, {2, 1'700'000'001'000, 3}};
    const Curve relative = curveOf(points, {XAxis::RelativeTime, Domain::All, 0});
    EXPECT_EQ(relative.x(0), -0.5);
    EXPECT_EQ(relative.x(1), 0);
    EXPECT_EQ(relative.x(2), 1.5);
    const Curve wall = curveOf(points, {XAxis::WallTime, Domain::All, 0});
    EXPECT_EQ(wall.x(1), 1'700'000'001.5);
}

TEST(Curve, FindsTheNearestPointAndOfEqualOnesTheLast)
{
    const Curve curve = curveOf({{0, 0, 1}, {10, 0, 2}, {10, 0, 3}, {30, 0, 4}});
    EXPECT_EQ(curve.nearest(-5), 0U);
    EXPECT_EQ(curve.nearest(4), 0U);
    EXPECT_EQ(curve.nearest(6), 2U);
    EXPECT_EQ(curve.nearest(19), 2U);
    EXPECT_EQ(curve.nearest(21), 3U);
    EXPECT_EQ(curve.nearest(99), 3U);
    EXPECT_FALSE(Curve({}).nearest(0));
}

TEST(Curve, StandsTheLargestAndTheSmallestNumbers)
{
    const Curve curve
        = curveOf(stepsWith({1e300, -1e300, 5e-324, 0, 1.7e308, -1.7e308}), {XAxis::Step, Domain::All, 0.5});
    const Extremes extremes = curve.extremes(Line::Raw, {0, 5});
    EXPECT_EQ(extremes.least, -1.7e308);
    EXPECT_EQ(extremes.greatest, 1.7e308);
    for (std::size_t i = 0; i < curve.size(); ++i)
        EXPECT_TRUE(std::isfinite(curve.value(i, Line::Smoothed)));
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    const Curve wide = curveOf({{-most, 0, 1}, {0, 0, 2}, {most, 0, 3}});
    EXPECT_EQ(wide.columns(Line::Raw, {wide.x(0), wide.x(2)}, 3).size(), 3U);
}

TEST(Curve, ACopyStaysAsItWas)
{
    std::vector<Point> points = restless(3000, 5);
    History history = historyOf(points);
    Curve curve({XAxis::Step, Domain::All, 0.7});
    curve.update(history);
    const Curve before = curve;
    history.append({1, 0, 77});
    curve.update(history);
    expectPoints(before, byStep(points));
    expectColumns(before, Line::Smoothed, {0, 1000}, 100);
    EXPECT_EQ(curve.size(), 3001U);
}
