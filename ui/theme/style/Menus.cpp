#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/theme/style/Families.h"

#include <algorithm>

namespace atelier::ui::style {

namespace {

constexpr int iconLead = 9;
constexpr int textLead = 34;
constexpr int trail = 12;
constexpr int shortcutGap = 28;

bool isComboPopup(const QWidget *widget)
{
    return widget != nullptr && widget->inherits("QComboBoxPrivateContainer");
}

void drawPanel(const Paint &paint, double radius)
{
    // Without translucency the window is masked, and its corners must not show what Fusion left there.
    if (paint.widget == nullptr || !paint.widget->testAttribute(Qt::WA_TranslucentBackground))
        paint.painter.fillRect(paint.option.rect, colors().raised);
    drawBox(paint.painter, paint.option.rect, radius, colors().raised, colors().stroke);
}

void drawSeparator(const Paint &paint)
{
    const QRect &r = paint.option.rect;
    paint.painter.fillRect(QRect(r.x() + 4, r.center().y(), r.width() - 8, 1), colors().strokeSubtle);
}

void drawItemIcon(const Paint &paint, const QStyleOptionMenuItem &item, bool chosen)
{
    const QRect &r = item.rect;
    const QRect box = paint.leading(QRect(r.x() + iconLead, r.y(), 16, r.height()));
    if (item.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item.checked)
            paintIcon(paint.painter, u"checkmark", centered(box, 16, 16),
                paint.enabled() ? colors().accentText : colors().disabled);
        return;
    }
    const QIcon::Mode mode = !paint.enabled() ? QIcon::Disabled : chosen ? QIcon::Active : QIcon::Normal;
    item.icon.paint(&paint.painter, box, Qt::AlignCenter, mode);
}

void drawItemText(const Paint &paint, const QStyleOptionMenuItem &item)
{
    const QStringList parts = item.text.split(u'\t');
    const QRect text = paint.leading(item.rect.adjusted(textLead, 0, -trail, 0));
    paint.painter.setFont(item.font);
    paint.painter.setPen(paint.enabled() ? colors().text : colors().disabled);
    paint.painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, parts.first());
    if (parts.size() < 2)
        return;
    paint.painter.setPen(paint.enabled() ? colors().text3 : colors().disabled);
    paint.painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, parts[1]);
}

void drawSubmenuArrow(const Paint &paint, const QStyleOptionMenuItem &item)
{
    const QRect &r = item.rect;
    const QRect box = paint.leading(QRect(r.right() - 20, r.y(), 12, r.height()));
    paintIcon(paint.painter, paint.mirrored() ? u"chevron_left" : u"chevron_right", centered(box, 12, 12),
        colors().text3);
}

bool drawItem(const Paint &paint)
{
    const auto *item = paint.as<QStyleOptionMenuItem>();
    if (item == nullptr)
        return false;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        drawSeparator(paint);
        return true;
    }
    const bool chosen = paint.enabled() && paint.has(QStyle::State_Selected);
    if (chosen)
        drawBox(paint.painter, QRectF(item->rect).adjusted(0, 1, 0, -1), 5, colors().hover);
    drawItemIcon(paint, *item, chosen);
    drawItemText(paint, *item);
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        drawSubmenuArrow(paint, *item);
    return true;
}

} // namespace

bool drawMenu(QStyle::PrimitiveElement element, const Paint &paint)
{
    switch (element) {
    case QStyle::PE_PanelMenu:
        drawPanel(paint, cardRadius);
        return true;
    case QStyle::PE_FrameMenu:
        return true;
    case QStyle::PE_PanelTipLabel:
        drawPanel(paint, controlRadius);
        return true;
    case QStyle::PE_Frame:
        if (!isComboPopup(paint.widget))
            return false;
        drawPanel(paint, cardRadius);
        return true;
    default:
        return false;
    }
}

bool drawMenu(QStyle::ControlElement element, const Paint &paint)
{
    switch (element) {
    case QStyle::CE_MenuItem:
        return drawItem(paint);
    case QStyle::CE_MenuEmptyArea:
    case QStyle::CE_MenuTearoff:
        return true;
    case QStyle::CE_ShapedFrame:
        if (!isComboPopup(paint.widget))
            return false;
        drawPanel(paint, cardRadius);
        return true;
    default:
        return false;
    }
}

std::optional<QSize> menuSize(const Contents &contents)
{
    constexpr int narrowest = 168;
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(contents.option);
    if (contents.type != QStyle::CT_MenuItem || item == nullptr)
        return std::nullopt;
    if (item->menuItemType == QStyleOptionMenuItem::Separator)
        return QSize(contents.size.width(), 9);
    const QFontMetrics metrics(item->font);
    const QStringList parts = item->text.split(u'\t');
    int width = textLead + metrics.size(Qt::TextShowMnemonic, parts.first()).width() + trail + shortcutGap;
    if (parts.size() > 1)
        width += metrics.horizontalAdvance(parts[1]);
    return QSize(std::max(width, scaled(narrowest)), scaled(30));
}

} // namespace atelier::ui::style
