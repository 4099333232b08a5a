#pragma once

#include <QString>

namespace atelier::ui {

/// What a text is written in, as far as it is coloured.
enum class CodeLanguage {
    Plain,
    Python,
    Yaml,
    Json,
    Shell,
    R,
    Cpp,
    Sql,
    Markdown,
    Properties,
    CMake,
    Markup
};

/// By the file's name, else by the text's first line.
[[nodiscard]] CodeLanguage languageOf(const QString &fileName, QStringView text);

/// "Python"; "" for plain text.
[[nodiscard]] QString languageName(CodeLanguage language);

} // namespace atelier::ui
