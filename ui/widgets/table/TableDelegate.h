#pragma once

#include "ui/widgets/table/Cell.h"

#include <QStyledItemDelegate>

namespace atelier::ui {

class DataTable;

/// The width of a first column that shows a row's name whole; 0 for a cell that is none.
[[nodiscard]] int widthOfName(const Cell &cell);

/// Paints the cells of a DataTable, with hover, selection and focus of their row.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TableDelegate(DataTable &table);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Tells a name that is shown elided.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    [[nodiscard]] QRect contentsOf(const QStyleOptionViewItem &option, int column) const;
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const DataTable &m_table;
};

} // namespace atelier::ui
