#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/style/Families.h"

namespace atelier::ui::style {

namespace {

constexpr double side = 16;
constexpr double ringRoom = 3;

void drawRing(const Paint &paint, const QRectF &box, double radius)
{
    if (paint.focused())
        drawFocusRing(
            paint.painter, box.adjusted(-ringRoom, -ringRoom, ringRoom, ringRoom), radius + ringRoom);
}

void drawCheckIndicator(const Paint &paint)
{
    const QRectF box = centered(paint.option.rect, side, side).toAlignedRect();
    const CheckMark mark = paint.has(QStyle::State_NoChange) ? CheckMark::Dash
        : paint.on()                                         ? CheckMark::Check
                                                             : CheckMark::None;
    drawCheckBox(paint.painter, box, mark, {paint.hovered(), paint.pressed(), paint.on()}, paint.enabled());
    drawRing(paint, box, tagRadius);
}

void drawRadioIndicator(const Paint &paint)
{
    const Colors &c = colors();
    const QRectF box = centered(paint.option.rect, side, side).toAlignedRect();
    const QColor stroke = !paint.enabled() ? c.stroke
        : paint.on()                       ? c.accentStroke
        : paint.hovered()                  ? c.accentStroke
                                           : c.strokeStrong;
    drawBox(paint.painter, box, side / 2, c.field, stroke, paint.on() ? 1.6 : 1.2);
    if (paint.on())
        drawBox(paint.painter, box.adjusted(4, 4, -4, -4), side / 2,
            paint.enabled() ? c.accentStroke : c.disabled);
    drawRing(paint, box, side / 2);
}

} // namespace

bool drawCheck(QStyle::PrimitiveElement element, const Paint &paint)
{
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        drawCheckIndicator(paint);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        drawRadioIndicator(paint);
        return true;
    case QStyle::PE_FrameFocusRect:
        // The indicators and our own widgets show their focus themselves.
        return true;
    default:
        return false;
    }
}

} // namespace atelier::ui::style
