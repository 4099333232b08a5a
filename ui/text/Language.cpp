#include "ui/text/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

// Outside of any namespace, as the macro wants it.
static void initTranslationResource()
{
    Q_INIT_RESOURCE(translations);
}

namespace atelier::ui {

namespace {

const QString english = QStringLiteral("en");
const QString pseudo = QStringLiteral("pseudo");

bool isSpoken(const QString &code)
{
    const auto all = languages();
    return std::any_of(all.begin(), all.end(), [&](const Language &one) { return one.code == code; });
}

QLocale firstSpoken()
{
    const QStringList names = QLocale::system().uiLanguages();
    for (const QString &name : names)
        if (const QLocale locale(name); isSpoken(locale.name().section(u'_', 0, 0)))
            return locale;
    return QLocale(english);
}

void install(const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

QList<Language> languages()
{
    return {{english, QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

QString systemLanguage()
{
    return QStringLiteral("system");
}

bool isLanguage(const QString &code)
{
    return code == systemLanguage() || code == pseudo || isSpoken(code);
}

QString languageKey()
{
    return QStringLiteral("appearance/language");
}

void useLanguage(const QString &wanted)
{
    initTranslationResource();
    const QLocale locale = isSpoken(wanted) ? QLocale(wanted)
        : wanted == pseudo                  ? QLocale(english)
                                            : firstSpoken();
    QLocale::setDefault(locale);
    const QString code = wanted == pseudo ? pseudo : locale.name().section(u'_', 0, 0);
    const QString folder = QStringLiteral(":/translations");
    // The texts in the sources are English, but for their plurals.
    install(QStringLiteral("atelier_en"), folder);
    install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (code != english)
        install(QStringLiteral("atelier_") + code, folder);
}

} // namespace atelier::ui
