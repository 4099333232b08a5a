#include "app/cli/Table.h"

#include <algorithm>

namespace atelier::cli {

Table::Table(std::vector<std::string> titles)
    : m_titles(std::move(titles))
{
}

void Table::add(std::vector<std::string> cells)
{
    cells.resize(m_titles.size());
    m_rows.push_back(std::move(cells));
}

std::string Table::text() const
{
    std::vector<std::vector<std::string>> rows = m_rows;
    if (std::any_of(
            m_titles.begin(), m_titles.end(), [](const std::string &title) { return !title.empty(); }))
        rows.insert(rows.begin(), m_titles);
    std::vector<std::size_t> widths(m_titles.size(), 0);
    for (const auto &row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], shownWidth(row[i]));
    std::string text;
    for (const auto &row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? padded(row[i], widths[i] + 2) : row[i];
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::size_t shownWidth(const std::string &text)
{
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b') {
            i = std::min(text.find('m', i), text.size());
            continue;
        }
        width += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return width;
}

std::string padded(const std::string &text, std::size_t width)
{
    const std::size_t shown = shownWidth(text);
    return shown < width ? text + std::string(width - shown, ' ') : text;
}

} // namespace atelier::cli
