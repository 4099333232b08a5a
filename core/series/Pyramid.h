#pragma once

#include "core/series/Growing.h"

#include <cmath>
#include <limits>
#include <vector>

namespace atelier::series {

/// The least and the greatest of some values; both are NaN where there was none.
struct Extremes
{
    double least = std::numeric_limits<double>::quiet_NaN();
    double greatest = std::numeric_limits<double>::quiet_NaN();

    [[nodiscard]] bool isEmpty() const { return std::isnan(least); }

    /// NaN is left out.
    void include(double value)
    {
        if (!(value >= least)) // also when there was none yet
            least = std::isnan(value) ? least : value;
        if (!(value <= greatest))
            greatest = std::isnan(value) ? greatest : value;
    }
    void include(const Extremes &other)
    {
        include(other.least);
        include(other.greatest);
    }
};

/// Least and greatest value of any piece of a sequence in the time of its logarithm. It holds blocks of 16,
/// 64, 256 … values, not the values: `valueAt(i)` gives those. Growing by one value takes constant time on
/// average.
class Pyramid
{
public:
    /// Takes in the values up to `size`; the earlier ones must not have changed since.
    template<typename ValueAt>
    void grow(std::size_t size, const ValueAt &valueAt)
    {
        const std::size_t known = m_levels.empty() ? 0 : m_levels.front().size();
        for (std::size_t block = known; (block + 1) * blockItems <= size; ++block) {
            Extremes extremes;
            for (std::size_t i = block * blockItems; i < (block + 1) * blockItems; ++i)
                extremes.include(valueAt(i));
            push(0, extremes);
        }
    }

    /// Forgets what was taken in behind the first `size` values.
    void truncate(std::size_t size);

    /// Of the values in [begin, end), all of them taken in or not.
    template<typename ValueAt>
    [[nodiscard]] Extremes between(std::size_t begin, std::size_t end, const ValueAt &valueAt) const
    {
        Extremes found;
        while (begin < end) {
            const Block block = largestBlock(begin, end);
            if (block.shift == 0)
                found.include(valueAt(begin));
            else
                found.include(m_levels[block.level][begin >> block.shift]);
            begin += std::size_t{1} << block.shift;
        }
        return found;
    }

private:
    // Powers of two, because divisions would be most of the work.
    static constexpr std::size_t blockShift = 4;
    static constexpr std::size_t blockItems = 1U << blockShift;
    static constexpr std::size_t fanShift = 2;
    static constexpr std::size_t fanOut = 1U << fanShift;

    struct Block
    {
        std::size_t level = 0;
        std::size_t shift = 0; ///< it has 2^shift values; a single one is no block
    };

    void push(std::size_t level, const Extremes &extremes);
    [[nodiscard]] Block largestBlock(std::size_t begin, std::size_t end) const;

    std::vector<Growing<Extremes>> m_levels;
};

} // namespace atelier::series
