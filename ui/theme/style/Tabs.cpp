#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/theme/style/Families.h"

namespace atelier::ui::style {

namespace {

constexpr double underline = 2.5;

void drawShape(const Paint &paint)
{
    const QRectF box = paint.option.rect;
    const bool selected = paint.has(QStyle::State_Selected);
    if (paint.hovered() && !selected)
        drawBox(paint.painter, box.adjusted(2, 5, -2, -5), controlRadius, colors().hover);
    if (selected)
        drawBox(paint.painter, QRectF(box.x() + 10, box.bottom() - underline, box.width() - 20, underline),
            underline / 2, colors().accentStroke);
    if (selected && paint.focused())
        drawFocusRing(paint.painter, box.adjusted(3, 5, -3, -5), controlRadius);
}

bool drawLabel(const Paint &paint)
{
    const auto *tab = paint.as<QStyleOptionTab>();
    if (tab == nullptr)
        return false;
    const bool selected = paint.has(QStyle::State_Selected);
    paint.painter.setFont(font(selected ? TextStyle::BodyStrong : TextStyle::Body));
    paint.painter.setPen(!paint.enabled() ? colors().disabled : selected ? colors().text : colors().text2);
    paint.painter.drawText(paint.option.rect, Qt::AlignCenter | Qt::TextHideMnemonic, tab->text);
    return true;
}

} // namespace

bool drawTab(QStyle::ControlElement element, const Paint &paint)
{
    if (element == QStyle::CE_TabBarTabLabel)
        return drawLabel(paint);
    if (element != QStyle::CE_TabBarTabShape)
        return false;
    drawShape(paint);
    return true;
}

std::optional<QSize> tabSize(const Contents &contents)
{
    if (contents.type != QStyle::CT_TabBarTab)
        return std::nullopt;
    return QSize(contents.size.width(), scaled(40));
}

} // namespace atelier::ui::style
