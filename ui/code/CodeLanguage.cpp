#include "ui/code/CodeLanguage.h"

#include <QFileInfo>
#include <QHash>

#include <array>

namespace atelier::ui {

namespace {

constexpr qsizetype longestShebang = 200;

QHash<QString, CodeLanguage> listed(std::initializer_list<std::pair<const char *, CodeLanguage>> rows)
{
    QHash<QString, CodeLanguage> languages;
    for (const auto &[names, language] : rows)
        for (const QString &name : QString::fromLatin1(names).split(u' '))
            languages.insert(name, language);
    return languages;
}

const QHash<QString, CodeLanguage> &bySuffix()
{
    using enum CodeLanguage;
    static const auto languages = listed({{"py pyi pyw", Python}, {"yml yaml", Yaml},
        {"json jsonl ndjson ipynb geojson", Json}, {"sh bash zsh ksh env", Shell}, {"r", R},
        {"c h cc cpp cxx hpp hxx cu cuh java js mjs ts", Cpp}, {"sql ddl", Sql}, {"md markdown", Markdown},
        {"toml ini cfg conf properties", Properties}, {"cmake", CMake}, {"html htm xml svg", Markup}});
    return languages;
}

const QHash<QString, CodeLanguage> &byName()
{
    using enum CodeLanguage;
    static const auto languages
        = listed({{"mlmodel conda.yaml environment.yml", Yaml}, {"cmakelists.txt", CMake},
            {"dockerfile .bashrc .profile", Shell}, {"pipfile .gitconfig", Properties}});
    return languages;
}

CodeLanguage byFirstLine(QStringView text)
{
    const qsizetype end = text.left(longestShebang).indexOf(u'\n');
    const QStringView line = text.left(end < 0 ? longestShebang : end);
    if (line.startsWith(u"<?xml") || line.startsWith(u"<!DOCTYPE"))
        return CodeLanguage::Markup;
    if (!line.startsWith(u"#!"))
        return CodeLanguage::Plain;
    if (line.contains(u"python"))
        return CodeLanguage::Python;
    return line.contains(u"Rscript") ? CodeLanguage::R : CodeLanguage::Shell;
}

} // namespace

CodeLanguage languageOf(const QString &fileName, QStringView text)
{
    const QFileInfo file(fileName.toLower());
    if (const auto found = byName().constFind(file.fileName()); found != byName().constEnd())
        return *found;
    if (const auto found = bySuffix().constFind(file.suffix()); found != bySuffix().constEnd())
        return *found;
    return byFirstLine(text);
}

QString languageName(CodeLanguage language)
{
    // Names of languages are the same everywhere.
    static constexpr std::array<QStringView, 12> names{u"", u"Python", u"YAML", u"JSON", u"Shell", u"R",
        u"C++", u"SQL", u"Markdown", u"INI", u"CMake", u"XML"};
    return names[static_cast<std::size_t>(language)].toString();
}

} // namespace atelier::ui
