#pragma once

#include "ui/code/CodeLanguage.h"
#include "ui/theme/Colors.h"

class QsciLexer;
class QFont;
class QObject;

namespace atelier::ui {

/// What knows a language's words; nothing for plain text.
[[nodiscard]] QsciLexer *makeLexer(CodeLanguage language, QObject *parent);

/// Gives each of its styles the theme's colour for it, and all of them one font.
void applyLook(QsciLexer &lexer, CodeLanguage language, const Colors &colors, const QFont &font);

} // namespace atelier::ui
