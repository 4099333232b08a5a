#include "ui/shell/PaletteDelegate.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/KeyCap.h"

#include <QIcon>
#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int rowHeight = 36;
constexpr int titleHeight = 28;
constexpr int keyGap = 4;
constexpr int contextGap = 10;
constexpr int leastContext = 40; // less says nothing

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
    int end = row.right() - 10;
    const QStringList keys = index.data(Keys).toStringList();
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const QSize size = keyCapSize(*key);
        const QPoint corner(end - size.width(), row.center().y() - size.height() / 2);
        drawKeyCap(*painter, placed({corner, size}), *key);
        end -= size.width() + keyGap;
    }
    const int begin = row.left() + 38;
    const QString words = index.data(Qt::DisplayRole).toString();
    const int room = end - begin - 8;
    const int width = qMin(QFontMetrics(ui::font(TextStyle::Body)).horizontalAdvance(words) + 1, room);
    text(placed({begin, row.top(), width, row.height()}), TextStyle::Body, colors().text, words,
        Qt::AlignLeft);
    if (const int left = room - width - contextGap; left > leastContext)
        text(placed({begin + width + contextGap, row.top(), left, row.height()}), TextStyle::Caption,
            colors().text3, index.data(Context).toString(), Qt::AlignLeft);
    painter->restore();
}

} // namespace atelier::ui
