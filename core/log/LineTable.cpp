#include "core/log/LineTable.h"

#include "core/log/NewlineCount.h"

#include <algorithm>

namespace atelier {

void LineTable::clear()
{
    *this = LineTable();
}

void LineTable::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (m_bytes % blockSize == 0)
            m_before.push_back(m_newlines);
        const std::string_view part = bytes.substr(0, blockSize - m_bytes % blockSize);
        m_newlines += countNewlines(part);
        m_bytes += part.size();
        m_lineEnded = part.back() == '\n';
        bytes.remove_prefix(part.size());
    }
}

void LineTable::append(const std::vector<std::uint64_t> &newlinesOfBlocks, bool isLineEnded)
{
    for (const std::uint64_t newlines : newlinesOfBlocks) {
        m_before.push_back(m_newlines);
        m_newlines += newlines;
    }
    m_bytes += newlinesOfBlocks.size() * blockSize;
    m_lineEnded = isLineEnded;
}

LineTable::Place LineTable::placeOf(std::uint64_t line) const
{
    if (line == 0)
        return {};
    const auto behind = std::lower_bound(m_before.begin(), m_before.end(), line);
    const auto block = static_cast<std::uint64_t>(behind - m_before.begin()) - 1;
    return {block * blockSize, line - m_before[block]};
}

std::uint64_t LineTable::newlinesBefore(std::uint64_t offset) const
{
    const std::uint64_t block = offset / blockSize;
    return block < m_before.size() ? m_before[block] : m_newlines;
}

} // namespace atelier
