#include "ui/log/LineCells.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace atelier::ui {

namespace {

constexpr int tabWidth = 8;

struct Range
{
    char32_t first;
    char32_t last;
};

// Unicode's East Asian Width W and F, joined where only unassigned code points lie between.
constexpr std::array wideRanges{Range{0x1100, 0x115F}, Range{0x231A, 0x231B}, Range{0x2E80, 0x303E},
    Range{0x3041, 0x4DBF}, Range{0x4E00, 0xA4CF}, Range{0xA960, 0xA97F}, Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF}, Range{0xFE30, 0xFE6F}, Range{0xFF00, 0xFF60}, Range{0xFFE0, 0xFFE6},
    Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1FAFF}, Range{0x20000, 0x3FFFD}};

// Scripts that run to the left, join their letters or stack marks on them, and what joins two emoji.
constexpr std::array shapedRanges{Range{0x0590, 0x109F}, Range{0x1700, 0x18AF}, Range{0x1900, 0x1CFF},
    Range{0x200D, 0x200D}, Range{0xA800, 0xA95F}, Range{0xA980, 0xABFF}, Range{0xFB1D, 0xFDFF},
    Range{0xFE70, 0xFEFE}, Range{0x10800, 0x11FFF}, Range{0x1E800, 0x1EFFF}};

// In letters. Shaping costs a millisecond for 4,000 of Arabic, and a line of binary rubbish has letters of
// dozens of scripts, each looked for in every font: such lines stay in cells.
constexpr qsizetype longestShaped = 500;

template<std::size_t count>
bool isIn(const std::array<Range, count> &ranges, char32_t c)
{
    return std::any_of(ranges.begin(), ranges.end(),
        [c](const Range &range) { return c >= range.first && c <= range.last; });
}

int cellsOf(char32_t c, int column)
{
    if (c == '\t')
        return tabWidth - column % tabWidth;
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        return isIn(wideRanges, c) ? 2 : 1;
    }
}

bool isPlainByte(char c)
{
    return c >= 0x20 && c < 0x7F;
}

std::uint32_t utf8Size(char32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

} // namespace

LineCells::LineCells(const std::string &utf8)
    : m_text(QString::fromStdString(utf8))
{
    if (std::all_of(utf8.begin(), utf8.end(), isPlainByte))
        return;
    int column = 0;
    std::uint32_t byte = 0;
    bool hasShaped = false;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        m_columns.push_back(column);
        m_bytes.push_back(byte);
        char32_t c = m_text[i].unicode();
        if (m_text[i].isHighSurrogate() && i + 1 < m_text.size()) {
            c = QChar::surrogateToUcs4(m_text[i], m_text[i + 1]);
            m_columns.push_back(column);
            m_bytes.push_back(byte);
            ++i;
        }
        column += cellsOf(c, column);
        hasShaped = hasShaped || isIn(shapedRanges, c);
        byte += utf8Size(c);
    }
    m_columns.push_back(column);
    m_bytes.push_back(byte);
    m_needsShaping
        = hasShaped && m_text.size() <= longestShaped && !m_text.contains(QChar::ReplacementCharacter);
}

int LineCells::columnOf(int index) const
{
    return isPlain() ? index : m_columns[static_cast<std::size_t>(index)];
}

int LineCells::indexAt(int column) const
{
    if (isPlain())
        return std::clamp(column, 0, size());
    const auto behind = std::upper_bound(m_columns.begin(), m_columns.end(), column);
    if (behind == m_columns.begin())
        return 0;
    const auto cell = std::lower_bound(m_columns.begin(), m_columns.end(), *std::prev(behind));
    return static_cast<int>(cell - m_columns.begin());
}

int LineCells::indexOfByte(std::size_t byte) const
{
    if (isPlain())
        return std::min(static_cast<int>(byte), size());
    return static_cast<int>(std::lower_bound(m_bytes.begin(), m_bytes.end(), byte) - m_bytes.begin());
}

int LineCells::before(int index) const
{
    if (isPlain())
        return std::max(0, index - 1);
    while (index > 0 && columnOf(index - 1) == columnOf(std::min(index, size())))
        --index;
    return std::max(0, indexAt(columnOf(std::max(0, index - 1))));
}

int LineCells::behind(int index) const
{
    if (isPlain())
        return std::min(size(), index + 1);
    const int column = columnOf(index);
    while (index < size() && columnOf(index) == column)
        ++index;
    return index;
}

} // namespace atelier::ui
