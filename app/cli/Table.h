#pragma once

#include <string>
#include <vector>

namespace atelier::cli {

/// Aligned columns with two blanks between them, and a line of titles where there are any.
class Table
{
public:
    /// Titles, which say how many columns there are; empty ones show none.
    explicit Table(std::vector<std::string> titles);

    void add(std::vector<std::string> cells);
    [[nodiscard]] bool empty() const { return m_rows.empty(); }
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::string> m_titles;
    std::vector<std::vector<std::string>> m_rows;
};

/// How many columns a terminal needs for the text: code points, without colour sequences.
[[nodiscard]] std::size_t shownWidth(const std::string &text);

/// The text with blanks behind it up to a width.
[[nodiscard]] std::string padded(const std::string &text, std::size_t width);

} // namespace atelier::cli
