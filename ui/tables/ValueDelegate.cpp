#include "ui/tables/ValueDelegate.h"

#include "ui/tables/PagedTable.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"

#include <QPainter>

namespace atelier::ui {

namespace {

constexpr int padding = 12;
constexpr int tagPadding = 7;
constexpr int tagHeight = 20;
constexpr int waitingHeight = 8;

bool standsAtTheEnd(const QModelIndex &index)
{
    const TableColumn *column = static_cast<const PagedTable *>(index.model())->column(index.column());
    return column != nullptr && (column->kind == ValueKind::Integer || column->kind == ValueKind::Decimal);
}

} // namespace

void ValueDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = colors();
    const QRect &box = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(box, c.selected);
    painter->fillRect(QRect(box.x(), box.bottom(), box.width(), 1), c.strokeSubtle);
    painter->fillRect(QStyle::visualRect(option.direction, box, QRect(box.right(), box.y(), 1, box.height())),
        c.strokeSubtle);
    const QRect inside = box.adjusted(padding, 0, -padding, -1);
    const Qt::Alignment side = standsAtTheEnd(index) ? Qt::AlignTrailing : Qt::AlignLeading;
    const auto aligned = [&](const QSize &size) {
        return QStyle::alignedRect(option.direction, side | Qt::AlignVCenter, size, inside);
    };
    if (!index.data(PagedTable::IsHereRole).toBool()) {
        drawBox(*painter, aligned({inside.width() * 2 / 3, waitingHeight}), waitingHeight / 2.0, c.hover);
    } else if (index.data(PagedTable::IsEmptyRole).toBool()) {
        const QString word = tr("empty");
        painter->setFont(font(TextStyle::Caption));
        const QRect tag
            = aligned({painter->fontMetrics().horizontalAdvance(word) + 2 * tagPadding, scaled(tagHeight)});
        drawTint(*painter, tag, tagRadius, c.warningFill, c.warningText);
        painter->setPen(c.warningText);
        painter->drawText(tag, Qt::AlignCenter, word);
    } else {
        painter->setFont(font(TextStyle::Body));
        painter->setPen(c.text);
        painter->drawText(inside,
            static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, side)),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inside.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(*painter, QRectF(box).adjusted(1, 1, -1, -2), tagRadius);
}

} // namespace atelier::ui
