#pragma once

#include <QString>

namespace atelier::ui {

/// What was typed into the palette: `>` seeks commands alone, `#` jobs alone, `?` help; everything else both.
struct PaletteQuery
{
    enum class Scope { Everything, Commands, Jobs, Help };

    explicit PaletteQuery(const QString &typed);

    Scope scope = Scope::Everything;
    QString text; ///< without the sign
};

/// How well a text fits what was typed: 0 not at all, more is better. All letters in their order must be
/// there; a beginning is better than a word's beginning, and that than a place within a word.
[[nodiscard]] int fitOf(const QString &text, const QString &typed);

} // namespace atelier::ui
