#pragma once

#include <QStyledItemDelegate>

namespace atelier::ui {

/// A row of the command palette: icon, text, where it belongs, its keys; the first of a group has the group's
/// title above it.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { Group = Qt::UserRole, Context, Keys, IsFirst };

    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace atelier::ui
