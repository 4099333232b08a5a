#pragma once

#include "ui/code/CodeText.h"

#include <QPointer>
#include <Qsci/qscilexer.h>
#include <Qsci/qsciscintilla.h>

#include <utility>
#include <vector>

namespace atelier::ui {

/// Code in QScintilla, to read.
class CodeView : public QsciScintilla, public CodeText
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent);

    [[nodiscard]] QWidget &widget() override { return *this; }
    void showText(const QString &text, CodeLanguage language) override;
    void setLook(const Colors &colors, const QFont &font) override;
    void setWrapped(bool wrapped) override;
    int find(const QString &text, bool matchCase) override;
    void goToNextHit() override;
    void goToPreviousHit() override;
    [[nodiscard]] std::optional<int> currentHit() const override { return m_currentHit; }
    [[nodiscard]] int lineCount() const override { return lines(); }
    void goToLine(int line) override;
    void toggleFold() override;
    [[nodiscard]] bool hasSelection() const override { return hasSelectedText(); }
    void copySelection() override { copy(); }
    void selectWhole() override { selectAll(); }

    /// As a screen reader counts: in UTF-16 units of `shownText`.
    [[nodiscard]] const QString &shownText() const { return m_text; }
    [[nodiscard]] int caretOffset() const;
    [[nodiscard]] std::pair<int, int> selectedRange() const;
    void select(int begin, int end);
    [[nodiscard]] QRect boxOf(int offset) const; ///< within the widget
    [[nodiscard]] int offsetAt(QPoint point) const; ///< -1 where nothing is

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Hit
    {
        long begin; ///< in bytes, as Scintilla counts
        long end;
    };
    void addMargins();
    void dressMargins(const Colors &colors, const QFont &font);
    void showHit(int hit);
    void step(int by);
    [[nodiscard]] long bytesBefore(int offset) const;
    [[nodiscard]] int offsetOf(long byte) const;

    CodeLanguage m_language = CodeLanguage::Plain;
    QString m_text;
    Colors m_colors;
    QFont m_font;
    QPointer<QsciLexer> m_lexer;
    std::vector<Hit> m_hits;
    std::optional<int> m_currentHit;
};

} // namespace atelier::ui
