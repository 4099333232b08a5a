#include "ui/theme/ControlLook.h"

#include "ui/theme/Colors.h"
#include "ui/theme/Type.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVariant>
#include <QWidget>

namespace atelier::ui {

namespace {

constexpr const char *kindProperty = "atelierButtonKind";
constexpr const char *sizeProperty = "atelierControlSize";
constexpr const char *invalidProperty = "atelierInvalid";
constexpr const char *bareProperty = "atelierBare";

void setLook(QWidget &widget, const char *property, const QVariant &value)
{
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
    // Qt's controls keep their size until the style changes.
    QEvent change(QEvent::StyleChange);
    QCoreApplication::sendEvent(&widget, &change);
}

} // namespace

void setButtonKind(QWidget &button, ButtonKind kind)
{
    setLook(button, kindProperty, static_cast<int>(kind));
}

void setControlSize(QWidget &control, ControlSize size)
{
    setLook(control, sizeProperty, static_cast<int>(size));
}

ButtonKind buttonKind(const QWidget *button)
{
    return button != nullptr ? static_cast<ButtonKind>(button->property(kindProperty).toInt())
                             : ButtonKind::Default;
}

ControlSize controlSize(const QWidget *control)
{
    return control != nullptr ? static_cast<ControlSize>(control->property(sizeProperty).toInt())
                              : ControlSize::Normal;
}

int controlHeight(ControlSize size)
{
    return scaled(size == ControlSize::Small ? 26 : 32);
}

void setInvalid(QWidget &field, bool invalid)
{
    setLook(field, invalidProperty, invalid);
}

bool isInvalid(const QWidget *field)
{
    return field != nullptr && field->property(invalidProperty).toBool();
}

void setBare(QWidget &field, bool bare)
{
    setLook(field, bareProperty, bare);
}

bool isBare(const QWidget *field)
{
    return field != nullptr && field->property(bareProperty).toBool();
}

QColor buttonTextColor(ButtonKind kind, ButtonState state)
{
    const Colors &c = colors();
    if (!state.enabled)
        return c.disabled;
    switch (kind) {
    case ButtonKind::Primary:
    case ButtonKind::Danger:
        return c.onAccent;
    case ButtonKind::DangerGhost:
        return c.dangerText;
    case ButtonKind::Link:
        return c.accentText;
    case ButtonKind::Ghost:
        return state.on ? c.accentText : state.hovered ? c.text : c.text2;
    case ButtonKind::Default:
        break;
    }
    return state.on ? c.accentText : c.text;
}

} // namespace atelier::ui
