#pragma once

#include <Qsci/qscilexer.h>

namespace atelier::ui {

/// R, for which QScintilla has no class of its own, though Scintilla knows it.
class RLexer : public QsciLexer
{
    Q_OBJECT

public:
    using QsciLexer::QsciLexer;

    enum Style { Default, Comment, Keyword, BaseFunction, OtherFunction, Number, String, String2 };

    [[nodiscard]] const char *language() const override { return "R"; }
    [[nodiscard]] const char *lexer() const override { return "r"; }
    [[nodiscard]] const char *keywords(int set) const override;
    [[nodiscard]] QString description(int style) const override;
};

} // namespace atelier::ui
