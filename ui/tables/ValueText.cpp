#include "ui/tables/ValueText.h"

#include "ui/text/Format.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace atelier::ui {

namespace {

constexpr int shownDigits = 6;
constexpr int shortDigits = 4;

QString decimal(double value, int digits)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'g', digits);
}

} // namespace

QString shownValue(const Json &value)
{
    if (value.is_number_float())
        return decimal(value.get<double>(), shownDigits);
    return copiedValue(value).simplified();
}

QString copiedValue(const Json &value)
{
    if (value.is_null())
        return {};
    return value.is_string() ? textOf(value.get<std::string>()) : textOf(toText(value));
}

int clamped(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

QString shortNumber(double value)
{
    const bool isWhole = value == std::floor(value) && std::abs(value) < 1e9;
    return decimal(value, isWhole ? 10 : shortDigits);
}

} // namespace atelier::ui
