#include "ui/graph/TimeText.h"

#include <QLocale>

#include <cmath>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

QString twoDigits(qint64 value)
{
    return u"%1"_s.arg(value, 2, 10, QLatin1Char('0'));
}

} // namespace

QString TimeText::duration(double seconds)
{
    const qint64 whole = std::llround(seconds);
    if (seconds > 0 && seconds < 0.95)
        return tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    if (whole < minuteSeconds)
        return tr("%1 s").arg(whole);
    if (whole < hourSeconds)
        return tr("%1 min %2 s").arg(whole / minuteSeconds).arg(whole % minuteSeconds);
    if (whole < daySeconds)
        return tr("%1 h %2 min").arg(whole / hourSeconds).arg(whole % hourSeconds / minuteSeconds);
    return tr("%1 d %2 h").arg(whole / daySeconds).arg(whole % daySeconds / hourSeconds);
}

QString TimeText::clock(double seconds)
{
    const qint64 whole = std::llround(seconds);
    if (whole < minuteSeconds) {
        const bool fraction = std::abs(seconds - static_cast<double>(whole)) > 0.01;
        return tr("%1 s").arg(fraction ? QLocale().toString(seconds, 'f', 1) : QString::number(whole));
    }
    if (whole < hourSeconds)
        return u"%1:%2"_s.arg(whole / minuteSeconds).arg(twoDigits(whole % minuteSeconds));
    return u"%1:%2:%3"_s.arg(whole / hourSeconds)
        .arg(twoDigits(whole % hourSeconds / minuteSeconds), twoDigits(whole % minuteSeconds));
}

QString TimeText::now(double seconds)
{
    return tr("now %1").arg(clock(seconds));
}

} // namespace atelier::ui
