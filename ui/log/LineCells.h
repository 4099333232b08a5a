#pragma once

#include <QString>

#include <string>
#include <vector>

namespace atelier::ui {

/// A line's text in the cells of a fixed-width font: wide characters take two, combining ones none, a tab as
/// many as lead to the next multiple of eight. Indices are those of `text`.
class LineCells
{
public:
    LineCells() = default;
    explicit LineCells(const std::string &utf8);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] int columns() const { return columnOf(size()); }
    [[nodiscard]] int size() const { return static_cast<int>(m_text.size()); }
    [[nodiscard]] int columnOf(int index) const;
    /// The index whose cell covers the column; the end behind the last one.
    [[nodiscard]] int indexAt(int column) const;
    [[nodiscard]] int indexOfByte(std::size_t byte) const;
    /// The nearest place before or behind that is not inside a character.
    [[nodiscard]] int before(int index) const;
    [[nodiscard]] int behind(int index) const;
    /// Each character is one cell and one unit: whole runs can be painted at once.
    [[nodiscard]] bool isPlain() const { return m_columns.empty(); }
    /// Its letters join, stack or run to the left: cells of one width would tear them apart. Not of long
    /// lines and of such that are not text.
    [[nodiscard]] bool needsShaping() const { return m_needsShaping; }

private:
    QString m_text;
    // For each index and the end; empty where all three count alike.
    std::vector<int> m_columns;
    std::vector<std::uint32_t> m_bytes;
    bool m_needsShaping = false;
};

} // namespace atelier::ui
