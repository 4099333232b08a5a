#include "tests/bench/support/Table.h"

#include <algorithm>
#include <cstdio>

namespace atelier::test {

Table::Table(std::vector<std::string> headings)
    : m_rows{std::move(headings)}
{
}

void Table::add(std::vector<std::string> cells)
{
    m_rows.push_back(std::move(cells));
}

void Table::print() const
{
    std::vector<std::size_t> widths(m_rows.front().size());
    for (const auto &row : m_rows)
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    for (const auto &row : m_rows) {
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
            std::printf(i == 0 ? "%-*s" : "  %*s", static_cast<int>(widths[i]), row[i].c_str());
        std::printf("\n");
    }
}

std::string number(double value, int digits)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

} // namespace atelier::test
