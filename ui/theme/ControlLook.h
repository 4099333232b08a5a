#pragma once

#include <QColor>

class QWidget;

namespace atelier::ui {

/// One Primary in a region of a page; DangerGhost is for a row of tools, Link for the end of a heading.
enum class ButtonKind { Default, Primary, Ghost, Danger, DangerGhost, Link };

/// Small is for rows, cards and toasts.
enum class ControlSize { Normal, Small };

/// How StudioStyle paints and measures a push button, tool button or field.
void setButtonKind(QWidget &button, ButtonKind kind);
void setControlSize(QWidget &control, ControlSize size);
[[nodiscard]] ButtonKind buttonKind(const QWidget *button);
[[nodiscard]] ControlSize controlSize(const QWidget *control);

/// 32 or 26 px at a text scale of 100 %.
[[nodiscard]] int controlHeight(ControlSize size);

/// Marks a field whose value cannot be taken; it gets a border in the danger colour.
void setInvalid(QWidget &field, bool invalid);
[[nodiscard]] bool isInvalid(const QWidget *field);

/// A line edit without border and fill, for one that stands within another control.
void setBare(QWidget &field, bool bare);
[[nodiscard]] bool isBare(const QWidget *field);

/// The colour of a button's text.
struct ButtonState
{
    bool enabled = true;
    bool hovered = false;
    bool on = false;
};
[[nodiscard]] QColor buttonTextColor(ButtonKind kind, ButtonState state);

} // namespace atelier::ui
