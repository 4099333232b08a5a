#include "ui/shell/PaletteDelegate.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"

#include <QIcon>
#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int rowHeight = 36;
constexpr int titleHeight = 28;

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {0, scaled(rowHeight) + (index.data(IsFirst).toBool() ? scaled(titleHeight) : 0)};
}

void PaletteDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(8, option.rect.height() - scaled(rowHeight), -8, 0);
    const auto text
        = [&](const QRect &box, TextStyle style, const QColor &color, const QString &words, int flags) {
              painter->setFont(ui::font(style));
              painter->setPen(color);
              painter->drawText(box, flags | Qt::AlignVCenter,
                  painter->fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
          };
    if (index.data(IsFirst).toBool())
        text(option.rect.adjusted(18, 6, -18, -scaled(rowHeight)), TextStyle::MicroStrong, colors().text3,
            index.data(Group).toString(), Qt::AlignLeft);
    if ((option.state & QStyle::State_Selected) != 0)
        drawBox(*painter, row, controlRadius, colors().selected);
    const auto placed = [&](const QRect &box) { return QStyle::visualRect(option.direction, row, box); };
    const QRect iconBox(row.left() + 10, row.center().y() - 8, 16, 16);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, placed(iconBox));
    const QString keys = index.data(Keys).toString();
    painter->setFont(ui::font(TextStyle::Caption));
    const int keysWidth = keys.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(keys) + 12;
    const QString context = index.data(Context).toString();
    const int contextWidth = qMin(painter->fontMetrics().horizontalAdvance(context) + 16, row.width() / 2);
    const int end = row.right() - 10;
    if (!keys.isEmpty())
        text(placed({end - keysWidth, row.top(), keysWidth, row.height()}), TextStyle::Caption,
            colors().text3, keys, Qt::AlignRight);
    if (!context.isEmpty())
        text(placed({end - keysWidth - contextWidth, row.top(), contextWidth, row.height()}),
            TextStyle::Caption, colors().text3, context, Qt::AlignRight);
    const int begin = row.left() + 38;
    text(placed({begin, row.top(), end - keysWidth - contextWidth - begin - 8, row.height()}),
        TextStyle::Body, colors().text, index.data(Qt::DisplayRole).toString(), Qt::AlignLeft);
    painter->restore();
}

} // namespace atelier::ui
