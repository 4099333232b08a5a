#pragma once

#include "ui/theme/style/Paint.h"

#include <optional>

/// Each family of controls is painted and measured in a file of its own. A function answers false, or
/// nothing, for what is not of its family.
namespace atelier::ui::style {

/// What sizeFromContents is asked for.
struct Contents
{
    QStyle::ContentsType type;
    const QStyleOption *option;
    QSize size; ///< what Fusion would make of it
    const QWidget *widget;
};

// Buttons.cpp: push and tool buttons
[[nodiscard]] bool drawButton(QStyle::PrimitiveElement element, const Paint &paint);
[[nodiscard]] bool drawButton(QStyle::ControlElement element, const Paint &paint);
[[nodiscard]] bool drawButton(QStyle::ComplexControl control, const Paint &paint);
[[nodiscard]] std::optional<QSize> buttonSize(const Contents &contents);

// Checks.cpp: check boxes and radio buttons
[[nodiscard]] bool drawCheck(QStyle::PrimitiveElement element, const Paint &paint);

// Fields.cpp: line edits, combo boxes, spin boxes
[[nodiscard]] bool drawField(QStyle::PrimitiveElement element, const Paint &paint);
[[nodiscard]] bool drawField(QStyle::ControlElement element, const Paint &paint);
[[nodiscard]] bool drawField(QStyle::ComplexControl control, const Paint &paint);
[[nodiscard]] std::optional<QSize> fieldSize(const Contents &contents);
[[nodiscard]] std::optional<QRect> fieldRect(
    QStyle::ComplexControl control, QStyle::SubControl part, const QStyleOptionComplex &option);

// Ranges.cpp: scroll bars, sliders, progress bars
[[nodiscard]] bool drawRange(QStyle::ControlElement element, const Paint &paint);
[[nodiscard]] bool drawRange(QStyle::ComplexControl control, const Paint &paint);
[[nodiscard]] std::optional<QRect> rangeRect(
    QStyle::ComplexControl control, QStyle::SubControl part, const QStyleOptionComplex &option);

// Menus.cpp: menus, the popups of combo boxes, tool tips
[[nodiscard]] bool drawMenu(QStyle::PrimitiveElement element, const Paint &paint);
[[nodiscard]] bool drawMenu(QStyle::ControlElement element, const Paint &paint);
[[nodiscard]] std::optional<QSize> menuSize(const Contents &contents);

// Views.cpp: rows, headers and frames of item views, splitters
[[nodiscard]] bool drawView(QStyle::PrimitiveElement element, const Paint &paint);
[[nodiscard]] bool drawView(QStyle::ControlElement element, const Paint &paint);
[[nodiscard]] std::optional<QSize> viewSize(const Contents &contents);

// Tabs.cpp
[[nodiscard]] bool drawTab(QStyle::ControlElement element, const Paint &paint);
[[nodiscard]] std::optional<QSize> tabSize(const Contents &contents);

} // namespace atelier::ui::style
