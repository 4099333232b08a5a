#include "core/series/Pyramid.h"

namespace atelier::series {

void Pyramid::truncate(std::size_t size)
{
    std::size_t span = blockItems;
    for (Growing<Extremes> &level : m_levels) {
        if (level.size() > size / span)
            level.truncate(size / span);
        span *= fanOut;
    }
}

void Pyramid::push(std::size_t level, const Extremes &extremes)
{
    if (level == m_levels.size())
        m_levels.emplace_back();
    Growing<Extremes> &blocks = m_levels[level];
    blocks.append(extremes);
    if (blocks.size() % fanOut != 0)
        return;
    Extremes joined;
    for (std::size_t i = blocks.size() - fanOut; i < blocks.size(); ++i)
        joined.include(blocks[i]);
    push(level + 1, joined);
}

Pyramid::Block Pyramid::largestBlock(std::size_t begin, std::size_t end) const
{
    Block largest;
    std::size_t shift = blockShift;
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        const std::size_t span = std::size_t{1} << shift;
        const bool starts = (begin & (span - 1)) == 0;
        if (!starts || begin + span > end || begin >> shift >= m_levels[level].size())
            break;
        largest = {level, shift};
        shift += fanShift;
    }
    return largest;
}

} // namespace atelier::series
