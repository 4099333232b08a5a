#pragma once

#include <QStyledItemDelegate>

namespace atelier::ui {

/// A cell of a table of data: numbers at the end, empty cells as a warning.
class ValueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace atelier::ui
