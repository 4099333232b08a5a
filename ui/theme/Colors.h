#pragma once

#include <QColor>

#include <array>

/// The names of tokens.json, in its order.
// clang-format off
#define ATELIER_COLOR_TOKENS(X) \
    X(chrome) X(canvas) X(surface) X(raised) X(sunken) X(field) X(overlay) \
    X(hover) X(pressed) X(selected) X(selectedHover) \
    X(strokeSubtle) X(stroke) X(strokeStrong) X(strokeFocus) \
    X(text) X(text2) X(text3) X(disabled) \
    X(accent) X(accentHover) X(accentPressed) X(onAccent) X(accentText) X(accentStroke) X(accentSubtle) \
    X(successText) X(successFill) X(successSolid) \
    X(warningText) X(warningFill) X(warningSolid) \
    X(dangerText) X(dangerFill) X(dangerSolid) \
    X(infoText) X(infoFill) X(infoSolid) \
    X(neutralText) X(neutralFill) X(neutralSolid) \
    X(shadow) X(knob) X(sheen) X(grid) X(chartGrid) X(chartAxis) \
    X(portData) X(portModel) X(portMetrics) X(portTransform) X(portAny) \
    X(syntaxKeyword) X(syntaxString) X(syntaxNumber) X(syntaxComment) X(syntaxFunction) X(syntaxType)
// clang-format on

namespace atelier::ui {

/// Every colour of the window by its role. Alpha is part of `overlay`, the state layers (`hover`, `pressed`,
/// `selected`) and the `…Fill`s, which are painted over what lies below.
struct Colors
{
#define ATELIER_COLOR_MEMBER(name) QColor name;
    ATELIER_COLOR_TOKENS(ATELIER_COLOR_MEMBER)
#undef ATELIER_COLOR_MEMBER
    std::array<QColor, 12> chart; ///< the first n of these are the n that differ best
};

/// A role, for widgets that look it up when they paint: `colors().*role`.
using ColorRole = QColor Colors::*;

/// The colours of the theme in force. Read at paint time and not kept: a theme switch only repaints.
[[nodiscard]] const Colors &colors();

} // namespace atelier::ui
