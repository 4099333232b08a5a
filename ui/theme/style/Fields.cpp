#include "ui/theme/ControlLook.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/theme/style/Families.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>

namespace atelier::ui::style {

namespace {

constexpr int comboArrow = 26;
constexpr int spinButtons = 22;

bool isInsideAnother(const QWidget *edit)
{
    if (edit == nullptr)
        return false;
    return isBare(edit) || qobject_cast<QAbstractSpinBox *>(edit->parentWidget()) != nullptr
        || qobject_cast<QComboBox *>(edit->parentWidget()) != nullptr;
}

void drawWell(const Paint &paint, bool focused)
{
    const Colors &c = colors();
    const bool invalid = isInvalid(paint.widget);
    const QColor stroke = invalid ? c.dangerText
        : focused                 ? c.accentStroke
        : paint.hovered()         ? c.strokeStrong
                                  : c.stroke;
    drawBox(paint.painter, paint.option.rect, controlRadius, paint.enabled() ? c.field : c.canvas, stroke,
        focused || invalid ? attentionWidth : 1);
}

void drawArrow(const Paint &paint, QStringView name, const QRectF &box, int px)
{
    paintIcon(
        paint.painter, name, centered(box, px, px), paint.enabled() ? colors().text2 : colors().disabled);
}

bool drawCombo(const Paint &paint)
{
    const auto *combo = paint.as<QStyleOptionComboBox>();
    if (combo == nullptr)
        return false;
    const bool edited = combo->editable && paint.has(QStyle::State_HasFocus);
    if (buttonKind(paint.widget) == ButtonKind::Ghost)
        drawStateLayer(paint.painter, combo->rect, controlRadius, {paint.hovered(), paint.pressed(), false});
    else
        drawWell(paint, edited);
    if (paint.focused() && !combo->editable)
        drawFocusRing(paint.painter, combo->rect, controlRadius);
    drawArrow(paint, u"chevron_down", *fieldRect(QStyle::CC_ComboBox, QStyle::SC_ComboBoxArrow, *combo), 12);
    return true;
}

bool drawComboText(const Paint &paint)
{
    const auto *combo = paint.as<QStyleOptionComboBox>();
    if (combo == nullptr || combo->editable)
        return false;
    QRect text = *fieldRect(QStyle::CC_ComboBox, QStyle::SC_ComboBoxEditField, *combo);
    if (!combo->currentIcon.isNull()) {
        const QRect box(text.x(), text.y(), 16, text.height());
        combo->currentIcon.paint(&paint.painter, QStyle::visualRect(combo->direction, text, box));
        text = paint.mirrored() ? text.adjusted(0, 0, -22, 0) : text.adjusted(22, 0, 0, 0);
    }
    paint.painter.setPen(paint.enabled() ? colors().text : colors().disabled);
    paint.painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
        combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, text.width()));
    return true;
}

void drawStep(const Paint &paint, const QStyleOptionSpinBox &spin, QStyle::SubControl part)
{
    const QRectF box = *fieldRect(QStyle::CC_SpinBox, part, spin);
    const bool active = spin.activeSubControls.testFlag(part);
    drawStateLayer(paint.painter, box.adjusted(2, 1, -2, -1), 3,
        {active && paint.hovered(), active && paint.pressed(), false});
    const bool up = part == QStyle::SC_SpinBoxUp;
    drawArrow(paint, up ? u"chevron_up" : u"chevron_down", box, 10);
}

bool drawSpin(const Paint &paint)
{
    const auto *spin = paint.as<QStyleOptionSpinBox>();
    if (spin == nullptr)
        return false;
    drawWell(paint, paint.has(QStyle::State_HasFocus));
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return true;
    drawStep(paint, *spin, QStyle::SC_SpinBoxUp);
    drawStep(paint, *spin, QStyle::SC_SpinBoxDown);
    return true;
}

QRect spinRect(QStyle::SubControl part, const QStyleOptionComplex &option)
{
    const QRect &r = option.rect;
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(&option);
    const bool bare = spin != nullptr && spin->buttonSymbols == QAbstractSpinBox::NoButtons;
    const int buttons = bare ? 0 : spinButtons;
    const int half = r.height() / 2;
    QRect box = r;
    if (part == QStyle::SC_SpinBoxUp)
        box = QRect(r.right() - buttons, r.top() + 1, buttons, half - 1);
    else if (part == QStyle::SC_SpinBoxDown)
        box = QRect(r.right() - buttons, r.top() + half, buttons, half - 1);
    else if (part == QStyle::SC_SpinBoxEditField)
        box = r.adjusted(6, 1, -buttons - 2, -1);
    return QStyle::visualRect(option.direction, r, box);
}

std::optional<QRect> comboRect(QStyle::SubControl part, const QStyleOptionComplex &option)
{
    const QRect &r = option.rect;
    if (part == QStyle::SC_ComboBoxEditField)
        return QStyle::visualRect(option.direction, r, r.adjusted(10, 1, -comboArrow - 2, -1));
    if (part == QStyle::SC_ComboBoxArrow)
        return QStyle::visualRect(
            option.direction, r, QRect(r.right() - comboArrow - 1, r.top(), comboArrow, r.height()));
    if (part == QStyle::SC_ComboBoxListBoxPopup)
        return r.adjusted(0, 0, 0, 4);
    return std::nullopt;
}

} // namespace

bool drawField(QStyle::PrimitiveElement element, const Paint &paint)
{
    switch (element) {
    case QStyle::PE_PanelLineEdit:
        if (paint.widget != nullptr && paint.widget->inherits("QExpandingLineEdit"))
            paint.painter.fillRect(paint.option.rect, colors().surface);
        else if (!isInsideAnother(paint.widget))
            drawWell(paint, paint.has(QStyle::State_HasFocus));
        return true;
    case QStyle::PE_FrameLineEdit:
        return true;
    case QStyle::PE_IndicatorArrowDown:
        drawArrow(paint, u"chevron_down", paint.option.rect, 12);
        return true;
    case QStyle::PE_IndicatorArrowUp:
        drawArrow(paint, u"chevron_up", paint.option.rect, 12);
        return true;
    default:
        return false;
    }
}

bool drawField(QStyle::ControlElement element, const Paint &paint)
{
    return element == QStyle::CE_ComboBoxLabel && drawComboText(paint);
}

bool drawField(QStyle::ComplexControl control, const Paint &paint)
{
    if (control == QStyle::CC_ComboBox)
        return drawCombo(paint);
    return control == QStyle::CC_SpinBox && drawSpin(paint);
}

std::optional<QSize> fieldSize(const Contents &contents)
{
    const int height = controlHeight(controlSize(contents.widget));
    switch (contents.type) {
    case QStyle::CT_LineEdit:
        return QSize(contents.size.width(), height);
    case QStyle::CT_ComboBox:
        return QSize(contents.size.width() + 14, height);
    case QStyle::CT_SpinBox:
        return QSize(contents.size.width() + 8, height);
    default:
        return std::nullopt;
    }
}

std::optional<QRect> fieldRect(
    QStyle::ComplexControl control, QStyle::SubControl part, const QStyleOptionComplex &option)
{
    if (control == QStyle::CC_SpinBox)
        return spinRect(part, option);
    if (control == QStyle::CC_ComboBox)
        return comboRect(part, option);
    return std::nullopt;
}

} // namespace atelier::ui::style
