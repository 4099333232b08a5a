#pragma once

#include "ui/code/CodeLanguage.h"
#include "ui/theme/Colors.h"

#include <QFont>
#include <QtPlugin>

#include <optional>

class QWidget;

namespace atelier::ui {

/// A text to read, coloured by its language, with a caret, line numbers and folds. Its widget's parent owns
/// both. GUI thread.
class CodeText
{
public:
    [[nodiscard]] virtual QWidget &widget() = 0;

    virtual void showText(const QString &text, CodeLanguage language) = 0;
    /// The font in pixels.
    virtual void setLook(const Colors &colors, const QFont &font) = 0;
    virtual void setWrapped(bool wrapped) = 0;

    /// Marks all hits, goes to the first from the caret on, and tells how many there are; "" marks nothing.
    virtual int find(const QString &text, bool matchCase) = 0;
    virtual void goToNextHit() = 0;
    virtual void goToPreviousHit() = 0;
    [[nodiscard]] virtual std::optional<int> currentHit() const = 0; ///< from 0

    [[nodiscard]] virtual int lineCount() const = 0;
    virtual void goToLine(int line) = 0; ///< from 0; one that is not there is the nearest that is
    virtual void toggleFold() = 0; ///< of what the caret is in

    [[nodiscard]] virtual bool hasSelection() const = 0;
    virtual void copySelection() = 0;
    virtual void selectWhole() = 0;

protected:
    ~CodeText() = default;
};

/// What atelier-code brings. It is a module of its own, loaded with the first code that is shown: the library
/// behind it would cost every start of the window some milliseconds.
class CodeModule
{
public:
    [[nodiscard]] virtual CodeText *makeText(QWidget *parent) = 0;

protected:
    ~CodeModule() = default;
};

} // namespace atelier::ui

Q_DECLARE_INTERFACE(atelier::ui::CodeModule, "atelier.CodeModule/1")
