#pragma once

#include <QList>
#include <QString>

namespace atelier::ui {

/// A language that the window speaks.
struct Language
{
    QString code;
    QString name; ///< in itself
};
[[nodiscard]] QList<Language> languages();

/// Stands for the first of the system's languages that the window speaks.
[[nodiscard]] QString systemLanguage();

/// A language's code, `systemLanguage`, or "pseudo": every translated text longer and in ⟦…⟧.
[[nodiscard]] bool isLanguage(const QString &code);

/// Where the choice is kept in the settings.
[[nodiscard]] QString languageKey();

/// Translates texts, numbers and dates of the whole program from now on; once, after the application and
/// before the first widget. What is no language counts as the system's.
void useLanguage(const QString &wanted);

} // namespace atelier::ui
