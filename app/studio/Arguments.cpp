#include "app/studio/Arguments.h"

#include "ui/text/Language.h"

#include <QCommandLineParser>
#include <QRect>

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
        {u"tab"_s,
            u"The tab of the job's page or of the list (experiments), or the section of the settings."_s,
            u"name"_s},
        {u"file"_s, u"Begin with this file of the job: outputs/predictions.parquet."_s, u"path"_s},
        {u"filter"_s, u"Show only the jobs of the list, or the rows of the file, that it leaves."_s,
            u"filter"_s},
        {u"theme"_s, u"system, light, dark, high-contrast or high-contrast-light."_s, u"theme"_s},
        {u"text"_s, u"The size of text, 0.9 to 1.5."_s, u"factor"_s},
        {u"language"_s, u"system, en, de, or pseudo, which shows what is not translated."_s, u"language"_s},
        {u"size"_s, u"Width and height of the window in a picture; 1440x900 where it is not given."_s,
            u"pixels"_s},
        {u"scale"_s, u"Device pixels in one pixel of the picture, 1 to 4."_s, u"factor"_s, u"1"_s},
        {u"mirrored"_s, u"Lay the window out from right to left."_s},
        {{u"h"_s, u"help"_s}, u"Show this."_s},
    });
}

Result<ui::Scheme> schemeFrom(const QString &name)
{
    const qsizetype index = ui::schemeNames().indexOf(name);
    if (index < 0)
        return Error{ErrorKind::Invalid, "studio.theme",
            "There is no theme " + name.toStdString()
                + "; give --theme system, light, dark, high-contrast or high-contrast-light.",
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

Result<QSize> sizeFrom(const QString &text)
{
    constexpr int smallest = 200;
    constexpr int largest = 10'000;
    const QStringList sides = text.split(u'x');
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    const QRect possible(QPoint(smallest, smallest), QPoint(largest, largest));
    if (sides.size() != 2 || !possible.contains(QPoint(size.width(), size.height())))
        return Error{ErrorKind::Invalid, "studio.size",
            "\"" + text.toStdString() + "\" is no size such as 1440x900.", {}, {}};
    return size;
}

Result<void> readLook(const QCommandLineParser &parser, Arguments &arguments)
{
    if (parser.isSet(u"theme"_s)) {
        const auto scheme = schemeFrom(parser.value(u"theme"_s));
        if (!scheme)
            return scheme.error();
        arguments.scheme = *scheme;
    }
    if (parser.isSet(u"text"_s)) {
        const auto text = factorFrom(parser.value(u"text"_s), ui::smallestTextScale, ui::largestTextScale);
        if (!text)
            return text.error();
        arguments.textScale = *text;
    }
    if (parser.isSet(u"size"_s)) {
        const auto size = sizeFrom(parser.value(u"size"_s));
        if (!size)
            return size.error();
        arguments.size = *size;
    }
    arguments.language = parser.value(u"language"_s);
    if (!arguments.language.isEmpty() && !ui::isLanguage(arguments.language))
        return Error{ErrorKind::Invalid, "studio.language",
            "There is no language " + arguments.language.toStdString()
                + "; give --language system, en, de or pseudo.",
            {}, {}};
    return {};
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
    if (parser.isSet(u"file"_s) && !parser.isSet(u"job"_s))
        return Error{ErrorKind::Invalid, "studio.file", "Say with --job NAME whose file it is.", {}, {}};
    Arguments arguments;
    if (auto read = readLook(parser, arguments); !read)
        return read.error();
    const auto pixels = factorFrom(parser.value(u"scale"_s), 1, largestPixelScale);
    if (!pixels)
        return pixels.error();
    arguments.gallery = parser.isSet(u"gallery"_s);
    arguments.help = parser.isSet(u"help"_s);
    arguments.headless = parser.isSet(u"headless"_s);
    arguments.workspace = parser.positionalArguments().value(0);
    arguments.picture = parser.value(u"picture"_s);
    arguments.page = parser.value(u"page"_s);
    arguments.job = parser.value(u"job"_s);
    arguments.tab = parser.value(u"tab"_s);
    arguments.file = parser.value(u"file"_s);
    arguments.filter = parser.value(u"filter"_s);
    arguments.pixelScale = *pixels;
    arguments.mirrored = parser.isSet(u"mirrored"_s);
    return arguments;
}

QString helpText()
{
    QCommandLineParser parser;
    describe(parser);
    // Without an application, which --help does not need, the parser does not know the program's name.
    return parser.helpText().replace(u"<executable_name>"_s, u"atelier-studio"_s);
}

} // namespace atelier::studio
