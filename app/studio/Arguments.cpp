#include "app/studio/Arguments.h"

#include <QCommandLineParser>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::studio {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addPositionalArgument(
        u"workspace"_s, u"The workspace's folder; the last one, or the sample."_s, u"[workspace]"_s);
    parser.addOptions({
        {u"gallery"_s, u"Show every widget."_s},
        {u"headless"_s, u"Run the sample pipeline on the terminal, then write the picture of its page."_s},
        {u"picture"_s, u"Write the window to a PNG file instead of showing it."_s, u"file"_s},
        {u"page"_s, u"The page to begin with: home, jobs, settings, or one of the gallery."_s, u"name"_s},
        {u"job"_s, u"Begin with the page of this job, or with the comparison of several, with commas."_s,
            u"name"_s},
        {u"tab"_s, u"The tab of the job's page: overview, metrics, logs, steps, code."_s, u"name"_s},
        {u"theme"_s, u"system, light, dark or high-contrast."_s, u"theme"_s, u"system"_s},
        {u"text"_s, u"The size of text, 0.9 to 1.5."_s, u"factor"_s, u"1"_s},
        {u"scale"_s, u"Device pixels in one pixel of the picture, 1 to 4."_s, u"factor"_s, u"1"_s},
        {u"mirrored"_s, u"Lay the window out from right to left."_s},
        {{u"h"_s, u"help"_s}, u"Show this."_s},
    });
}

Result<ui::Scheme> schemeFrom(const QString &name)
{
    const QStringList names{u"system"_s, u"light"_s, u"dark"_s, u"high-contrast"_s};
    const qsizetype index = names.indexOf(name);
    if (index < 0)
        return Error{ErrorKind::Invalid, "studio.theme",
            "There is no theme " + name.toStdString()
                + "; give --theme system, light, dark or high-contrast.",
            {}, {}};
    return static_cast<ui::Scheme>(index);
}

Result<double> factorFrom(const QString &text, double smallest, double largest)
{
    bool isNumber = false;
    const double factor = text.toDouble(&isNumber);
    if (!isNumber || factor < smallest || factor > largest)
        return Error{ErrorKind::Invalid, "studio.factor",
            "\"" + text.toStdString() + "\" is no factor from " + QString::number(smallest).toStdString()
                + " to " + QString::number(largest).toStdString() + ".",
            {}, {}};
    return factor;
}

} // namespace

Result<Arguments> readArguments(const QStringList &words)
{
    constexpr double largestPixelScale = 4;
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(words))
        return Error{ErrorKind::Invalid, "studio.arguments", parser.errorText().toStdString(), {}, {}};
    if (parser.isSet(u"headless"_s) && !parser.isSet(u"picture"_s))
        return Error{ErrorKind::Invalid, "studio.headless",
            "Say with --picture FILE where the page's picture goes.", {}, {}};
    const auto scheme = schemeFrom(parser.value(u"theme"_s));
    if (!scheme)
        return scheme.error();
    const auto text = factorFrom(parser.value(u"text"_s), ui::smallestTextScale, ui::largestTextScale);
    if (!text)
        return text.error();
    const auto pixels = factorFrom(parser.value(u"scale"_s), 1, largestPixelScale);
    if (!pixels)
        return pixels.error();
    return Arguments{parser.isSet(u"gallery"_s), parser.isSet(u"help"_s), parser.isSet(u"headless"_s),
        parser.positionalArguments().value(0), parser.value(u"picture"_s), parser.value(u"page"_s),
        parser.value(u"job"_s), parser.value(u"tab"_s), *scheme, *text, *pixels, parser.isSet(u"mirrored"_s)};
}

QString helpText()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace atelier::studio
