#include "ui/theme/ControlLook.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/theme/style/Families.h"

#include <algorithm>

namespace atelier::ui::style {

namespace {

constexpr int gap = 6; // between icon and text
constexpr int chevron = 12;
constexpr int menuRoom = chevron + 8;

bool isFilled(ButtonKind kind)
{
    return kind == ButtonKind::Primary || kind == ButtonKind::Danger;
}

QColor filledColor(ButtonKind kind, const Paint &paint)
{
    const Colors &c = colors();
    if (!paint.enabled())
        return c.pressed;
    if (kind == ButtonKind::Primary)
        return paint.pressed() ? c.accentPressed : paint.hovered() ? c.accentHover : c.accent;
    return c.dangerSolid;
}

State stateOf(const Paint &paint)
{
    return {paint.hovered(), paint.pressed(), paint.on()};
}

// A link has no padding, to stand in line with the text around it: no ring fits around it.
void drawUnderline(const Paint &paint)
{
    const int thickness = paint.focused() ? 2 : paint.hovered() && paint.enabled() ? 1 : 0;
    const QRect &box = paint.option.rect;
    const int text = paint.option.fontMetrics.height();
    paint.painter.fillRect(QRect(box.x(), box.center().y() + text / 2, box.width(), thickness),
        paint.focused() ? colors().strokeFocus : colors().accentText);
}

void drawBevel(const Paint &paint)
{
    const QRectF box = paint.option.rect;
    const ButtonKind kind = buttonKind(paint.widget);
    if (kind == ButtonKind::Link)
        return drawUnderline(paint);
    const Colors &c = colors();
    if (isFilled(kind))
        drawBox(paint.painter, box, controlRadius, filledColor(kind, paint));
    else if (kind == ButtonKind::Default)
        drawBox(paint.painter, box, controlRadius, paint.enabled() ? c.raised : c.canvas,
            paint.on()            ? c.accentStroke
                : paint.hovered() ? over(c.hover, c.strokeStrong)
                                  : c.stroke);
    const bool layered = kind == ButtonKind::Danger || !isFilled(kind);
    if (layered)
        drawStateLayer(paint.painter, box, controlRadius, stateOf(paint));
    if (!paint.focused())
        return;
    drawFocusRing(paint.painter, box, controlRadius);
    // On a fill of nearly its own colour the ring is told by a second line within it.
    if (isFilled(kind))
        drawBox(
            paint.painter, box.adjusted(2, 2, -2, -2), controlRadius - 2, Qt::NoBrush, colors().onAccent, 1);
}

QIcon::Mode iconMode(const Paint &paint)
{
    return !paint.enabled() ? QIcon::Disabled : paint.hovered() ? QIcon::Active : QIcon::Normal;
}

void drawIcon(const Paint &paint, const QIcon &icon, const QRect &within, QSize size)
{
    const QRect box = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, size, within);
    icon.paint(&paint.painter, box, Qt::AlignCenter, iconMode(paint), paint.on() ? QIcon::On : QIcon::Off);
}

struct Label
{
    QString text;
    QIcon icon;
    QSize iconSize;
    bool hasMenu;

    [[nodiscard]] int iconRoom() const
    {
        if (icon.isNull())
            return 0;
        return iconSize.width() + (text.isEmpty() ? 0 : gap);
    }
};

// Icon, text and chevron side by side, in the middle.
void drawLabel(const Paint &paint, const Label &label, const QColor &color)
{
    const QRect &box = paint.option.rect;
    const int menu = label.hasMenu ? menuRoom : 0;
    const int wanted = paint.option.fontMetrics.size(Qt::TextShowMnemonic, label.text).width();
    const int room = box.width() - label.iconRoom() - menu;
    const int text = std::min(wanted, std::max(0, room));
    int x = box.x() + (box.width() - label.iconRoom() - text - menu) / 2;
    const auto place = [&](int width) {
        const QRect part = paint.leading(QRect(x, box.y(), width, box.height()));
        x += width;
        return part;
    };
    if (!label.icon.isNull()) {
        drawIcon(paint, label.icon, place(label.iconSize.width()), label.iconSize);
        x += label.text.isEmpty() ? 0 : gap;
    }
    paint.painter.setPen(color);
    const QString shown = text < wanted
        ? paint.option.fontMetrics.elidedText(label.text, Qt::ElideRight, text, Qt::TextShowMnemonic)
        : label.text;
    paint.painter.drawText(
        place(text), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextDontClip, shown);
    if (label.hasMenu) {
        x += menuRoom - chevron;
        paintIcon(paint.painter, u"chevron_down", centered(place(chevron), chevron, chevron), color);
    }
}

bool drawPushLabel(const Paint &paint)
{
    const auto *button = paint.as<QStyleOptionButton>();
    if (button == nullptr)
        return false;
    const QColor color
        = buttonTextColor(buttonKind(paint.widget), {paint.enabled(), paint.hovered(), paint.on()});
    drawLabel(paint,
        {button->text, button->icon, button->iconSize,
            button->features.testFlag(QStyleOptionButton::HasMenu)},
        color);
    return true;
}

void drawToolPanel(const Paint &paint)
{
    drawStateLayer(paint.painter, paint.option.rect, controlRadius, stateOf(paint));
    if (paint.focused())
        drawFocusRing(paint.painter, paint.option.rect, controlRadius);
}

bool drawTool(const Paint &paint)
{
    const auto *button = paint.as<QStyleOptionToolButton>();
    if (button == nullptr)
        return false;
    drawToolPanel(paint);
    const bool iconOnly = button->toolButtonStyle == Qt::ToolButtonIconOnly || button->text.isEmpty();
    if (iconOnly) {
        drawIcon(paint, button->icon, button->rect, button->iconSize);
        return true;
    }
    const QColor color = buttonTextColor(ButtonKind::Ghost, {paint.enabled(), paint.hovered(), paint.on()});
    const bool withIcon = button->toolButtonStyle != Qt::ToolButtonTextOnly;
    drawLabel(paint,
        {button->text, withIcon ? button->icon : QIcon(), button->iconSize,
            button->features.testFlag(QStyleOptionToolButton::HasMenu)},
        color);
    return true;
}

QSize pushSize(const Contents &contents)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(contents.option);
    const ControlSize size = controlSize(contents.widget);
    const int height = controlHeight(size);
    if (button == nullptr)
        return {contents.size.width(), height};
    const bool hasMenu = button->features.testFlag(QStyleOptionButton::HasMenu);
    const Label label{button->text, button->icon, button->iconSize, hasMenu};
    if (label.text.isEmpty())
        return {height + (hasMenu ? menuRoom : 0), height};
    const int text = button->fontMetrics.size(Qt::TextShowMnemonic, label.text).width();
    // A pixel, since the text's own width is rounded.
    const int padding
        = buttonKind(contents.widget) == ButtonKind::Link ? 1 : scaled(size == ControlSize::Small ? 9 : 12);
    return {text + label.iconRoom() + (hasMenu ? menuRoom : 0) + 2 * padding, height};
}

QSize toolSize(const Contents &contents)
{
    const int height = controlHeight(controlSize(contents.widget));
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(contents.option);
    if (button == nullptr || button->toolButtonStyle == Qt::ToolButtonIconOnly || button->text.isEmpty())
        return {height, height};
    const bool hasMenu = button->features.testFlag(QStyleOptionToolButton::HasMenu);
    const int icon = button->toolButtonStyle == Qt::ToolButtonTextOnly ? 0 : button->iconSize.width() + gap;
    const int text = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    return {text + icon + (hasMenu ? menuRoom : 0) + 2 * scaled(10), height};
}

} // namespace

bool drawButton(QStyle::PrimitiveElement element, const Paint &paint)
{
    if (element == QStyle::PE_PanelButtonCommand)
        drawBevel(paint);
    else if (element == QStyle::PE_PanelButtonTool)
        drawToolPanel(paint);
    else
        return false;
    return true;
}

bool drawButton(QStyle::ControlElement element, const Paint &paint)
{
    if (element == QStyle::CE_PushButtonLabel)
        return drawPushLabel(paint);
    if (element != QStyle::CE_PushButtonBevel)
        return false;
    drawBevel(paint);
    return true;
}

bool drawButton(QStyle::ComplexControl control, const Paint &paint)
{
    return control == QStyle::CC_ToolButton && drawTool(paint);
}

std::optional<QSize> buttonSize(const Contents &contents)
{
    if (contents.type == QStyle::CT_PushButton)
        return pushSize(contents);
    if (contents.type == QStyle::CT_ToolButton)
        return toolSize(contents);
    return std::nullopt;
}

} // namespace atelier::ui::style
