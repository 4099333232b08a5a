#include "core/series/Pyramid.h"

#include <gtest/gtest.h>

#include <random>

using namespace atelier::series;

namespace {

std::vector<double> noise(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    std::uniform_int_distribution<int> gap(0, 9);
    std::vector<double> values(size);
    for (double &value : values)
        value = gap(random) == 0 ? std::nan("") : normal(random);
    return values;
}

Extremes slowExtremes(const std::vector<double> &values, std::size_t begin, std::size_t end)
{
    Extremes found;
    for (std::size_t i = begin; i < end; ++i) {
        if (std::isnan(values[i]))
            continue;
        found.least = found.isEmpty() ? values[i] : std::min(found.least, values[i]);
        found.greatest = std::isnan(found.greatest) ? values[i] : std::max(found.greatest, values[i]);
    }
    return found;
}

void expectSame(const Extremes &found, const Extremes &expected)
{
    ASSERT_EQ(found.isEmpty(), expected.isEmpty());
    if (expected.isEmpty())
        return;
    ASSERT_EQ(found.least, expected.least);
    ASSERT_EQ(found.greatest, expected.greatest);
}

void expectAllPieces(const Pyramid &pyramid, const std::vector<double> &values)
{
    const auto valueAt = [&](std::size_t i) { return values[i]; };
    std::mt19937 random(5);
    std::uniform_int_distribution<std::size_t> place(0, values.size());
    for (int i = 0; i < 500; ++i) {
        const auto [begin, end] = std::minmax({place(random), place(random)});
        expectSame(pyramid.between(begin, end, valueAt), slowExtremes(values, begin, end));
    }
    expectSame(pyramid.between(0, values.size(), valueAt), slowExtremes(values, 0, values.size()));
}

} // namespace

TEST(Pyramid, FindsTheExtremesOfEveryPiece)
{
    for (const std::size_t size : {1U, 15U, 16U, 17U, 64U, 1000U, 20'000U}) {
        const std::vector<double> values = noise(size, 3);
        Pyramid pyramid;
        pyramid.grow(size, [&](std::size_t i) { return values[i]; });
        expectAllPieces(pyramid, values);
    }
}

TEST(Pyramid, GrowsInPiecesOfAnySize)
{
    const std::vector<double> values = noise(7000, 4);
    Pyramid pyramid;
    std::mt19937 random(6);
    std::uniform_int_distribution<std::size_t> piece(1, 50);
    for (std::size_t size = 0; size < values.size();) {
        size = std::min(values.size(), size + piece(random));
        pyramid.grow(size, [&](std::size_t i) { return values[i]; });
    }
    expectAllPieces(pyramid, values);
}

TEST(Pyramid, TakesInOtherValuesBehindAPlaceThatItWasCutAt)
{
    for (const std::size_t kept : {0U, 1U, 16U, 63U, 64U, 1024U, 4999U}) {
        std::vector<double> values = noise(5000, 7);
        Pyramid pyramid;
        pyramid.grow(values.size(), [&](std::size_t i) { return values[i]; });
        const std::vector<double> others = noise(6000, 8);
        values.resize(kept);
        values.insert(values.end(), others.begin(), others.end());
        pyramid.truncate(kept);
        pyramid.grow(values.size(), [&](std::size_t i) { return values[i]; });
        expectAllPieces(pyramid, values);
    }
}

TEST(Pyramid, HasNoExtremesWhereThereAreOnlyGaps)
{
    const auto gap = [](std::size_t) { return std::nan(""); };
    Pyramid pyramid;
    pyramid.grow(100, gap);
    EXPECT_TRUE(pyramid.between(0, 100, gap).isEmpty());
    EXPECT_TRUE(pyramid.between(3, 3, gap).isEmpty());
}
