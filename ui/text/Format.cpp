#include "ui/text/Format.h"

#include "core/series/Format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr std::int64_t secondMs = 1'000;
constexpr std::int64_t minuteMs = 60 * secondMs;
constexpr std::int64_t hourMs = 60 * minuteMs;
constexpr std::int64_t dayMs = 24 * hourMs;
constexpr std::int64_t tenthsUpTo = 9'950; // ms; from here on a tenth of a second would say "10.0 s"

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString whole(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

} // namespace

QString noFigure()
{
    return QStringLiteral("–");
}

QString durationText(std::int64_t ms)
{
    if (ms < 0)
        return noFigure();
    if (ms < tenthsUpTo)
        return Words::tr("%1 s").arg(QLocale().toString(static_cast<double>(ms) / secondMs, 'f', 1));
    // Rounded before the units are told apart: 59.6 s is a minute.
    ms = (ms + secondMs / 2) / secondMs * secondMs;
    if (ms < minuteMs)
        return Words::tr("%1 s").arg(whole(ms / secondMs));
    if (ms < hourMs)
        return Words::tr("%1 min %2 s").arg(whole(ms / minuteMs), whole(ms % minuteMs / secondMs));
    if (ms < dayMs)
        return Words::tr("%1 h %2 min").arg(whole(ms / hourMs), whole(ms % hourMs / minuteMs));
    return Words::tr("%1 d %2 h").arg(whole(ms / dayMs), whole(ms % dayMs / hourMs));
}

QString ageText(std::int64_t unixMs, std::int64_t nowMs)
{
    const std::int64_t age = nowMs - unixMs;
    if (age < minuteMs)
        return Words::tr("just now");
    if (age < hourMs)
        return Words::tr("%1 min ago").arg(whole(age / minuteMs));
    if (age < dayMs)
        return Words::tr("%1 h ago").arg(whole(age / hourMs));
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(unixMs);
    const bool isThisYear = moment.date().year() == QDateTime::fromMSecsSinceEpoch(nowMs).date().year();
    return isThisYear ? QLocale().toString(moment.date(), Words::tr("d MMM"))
                      : QLocale().toString(moment.date(), QLocale::ShortFormat);
}

QString momentText(std::int64_t unixMs)
{
    return QDateTime::fromMSecsSinceEpoch(unixMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString bytesText(std::uint64_t bytes)
{
    static constexpr std::array<const char *, 5> units{QT_TRANSLATE_NOOP("Format", "%1 B"),
        QT_TRANSLATE_NOOP("Format", "%1 kB"), QT_TRANSLATE_NOOP("Format", "%1 MB"),
        QT_TRANSLATE_NOOP("Format", "%1 GB"), QT_TRANSLATE_NOOP("Format", "%1 TB")};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 999.5 && unit + 1 < units.size(); ++unit)
        value /= 1000;
    const int digits = unit == 0 || value >= 99.95 ? 0 : 1;
    return Words::tr(units[unit]).arg(QLocale().toString(value, 'f', digits));
}

QString numberText(const std::string &number)
{
    QString text = QString::fromStdString(number);
    return text.replace(u'.', QLocale().decimalPoint());
}

QString metricText(double value)
{
    return numberText(series::formatValue(value));
}

QString percentText(double share)
{
    return Words::tr("%1%").arg(whole(std::llround(share * 100)));
}

} // namespace atelier::ui
