#pragma once

#include <string>
#include <vector>

namespace atelier::test {

/// A table of text, printed with aligned columns.
class Table
{
public:
    explicit Table(std::vector<std::string> headings);
    void add(std::vector<std::string> cells);
    void print() const;

private:
    std::vector<std::vector<std::string>> m_rows; ///< the headings first
};

/// `12.3` with so many digits behind the point.
[[nodiscard]] std::string number(double value, int digits = 1);

} // namespace atelier::test
