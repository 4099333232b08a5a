#include "core/log/Marks.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr std::size_t most = 4096;

} // namespace

void Marks::add(std::uint64_t line, Level level)
{
    append(line, level);
    if (m_marks.size() <= most)
        return;
    m_spacing *= 2;
    std::vector<Mark> finer;
    finer.swap(m_marks);
    for (const Mark &mark : finer)
        append(mark.line, mark.level);
}

void Marks::append(std::uint64_t line, Level level)
{
    if (m_marks.empty() || line / m_spacing > m_marks.back().line / m_spacing) {
        m_marks.push_back({line, level});
        return;
    }
    if (line / m_spacing < m_marks.back().line / m_spacing || level <= m_marks.back().level)
        return;
    m_marks.back() = {line, level};
}

} // namespace atelier
