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
