#include "ui/theme/Tokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using Qt::Literals::StringLiterals::operator""_L1;
using Qt::Literals::StringLiterals::operator""_s;

// Outside of any namespace, as the macro wants it.
static void initTokenResource()
{
    Q_INIT_RESOURCE(tokens);
}

namespace atelier::ui {

namespace {

// tokens.json writes #RRGGBB or #RRGGBBAA, Qt reads the alpha first.
QColor colorFrom(const QString &text)
{
    constexpr int withAlpha = 9;
    if (text.size() != withAlpha)
        return QColor(text);
    QColor color(text.left(withAlpha - 2));
    color.setAlpha(text.right(2).toInt(nullptr, 16));
    return color;
}

QColor tokenColor(const QJsonValue &value, const char *name)
{
    const QColor color = colorFrom(value.toString());
    if (!color.isValid())
        qFatal("tokens.json: the token \"%s\" is missing or no colour", name);
    return color;
}

// A theme may name another one that it only changes.
QJsonObject tokensOf(const QJsonObject &themes, const QString &name)
{
    const QJsonObject own = themes[name].toObject();
    const QString base = own["extends"_L1].toString();
    if (base.isEmpty())
        return own;
    QJsonObject merged = themes[base].toObject();
    for (auto token = own.begin(); token != own.end(); ++token)
        merged[token.key()] = token.value();
    return merged;
}

} // namespace

Colors readTokens(const QByteArray &json, QStringView theme)
{
    const QJsonObject tokens = tokensOf(QJsonDocument::fromJson(json).object(), theme.toString());
    Colors read;
#define ATELIER_READ_TOKEN(name) read.name = tokenColor(tokens[QLatin1StringView(#name)], #name);
    ATELIER_COLOR_TOKENS(ATELIER_READ_TOKEN)
#undef ATELIER_READ_TOKEN
    const QJsonArray chart = tokens["chart"_L1].toArray();
    for (qsizetype i = 0; i < static_cast<qsizetype>(read.chart.size()); ++i)
        read.chart[static_cast<std::size_t>(i)] = tokenColor(chart.at(i), "chart");
    return read;
}

QByteArray builtInTokens()
{
    initTokenResource();
    QFile file(u":/theme/tokens.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tokens.json is not built in");
    return file.readAll();
}

} // namespace atelier::ui
