#pragma once

#include <QHeaderView>

namespace atelier {
struct TableColumn;
}

namespace atelier::ui {

class PagedTable;

/// The head of a table's columns, 116 px: name, kind, how its values lie over all rows, range and empty
/// cells.
class ColumnHeader : public QHeaderView
{
    Q_OBJECT

public:
    ColumnHeader(PagedTable &table, QWidget *parent);

    /// Wide enough for the head of a column.
    [[nodiscard]] int headWidth(int column) const;

protected:
    void paintSection(QPainter *painter, const QRect &box, int column) const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] static QString rangeLine(const TableColumn &column);

    PagedTable &m_table;
};

} // namespace atelier::ui
