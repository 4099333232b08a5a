#include "ui/tables/ValueText.h"

#include "ui/text/Format.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atelier::ui {

namespace {

constexpr int mostDigits = 15; // that a double surely keeps: those behind are noise of the binary form
constexpr double mostWritten = 1e15; // larger ones are powers of ten

QString decimal(double value, int digits)
{
    return numberText(QString::number(value, 'g', digits).toStdString());
}

/// All digits before the point, however few are wanted: `g` would turn a million into 1e+06.
int digitsFor(double value, int wanted)
{
    const double size = std::abs(value);
    const bool isWritten = size >= 1 && size < mostWritten;
    return isWritten ? std::clamp(static_cast<int>(std::log10(size)) + 2, wanted, mostDigits) : wanted;
}

} // namespace

QString shownValue(const Json &value)
{
    if (value.is_number_float())
        return decimal(value.get<double>(), mostDigits);
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

QString shortNumber(double value, int digits)
{
    return decimal(value, digitsFor(value, digits));
}

QString rangeText(double least, double greatest)
{
    int digits = shortDigits;
    while (digits < mostDigits && shortNumber(least, digits) == shortNumber(greatest, digits))
        ++digits;
    return shortNumber(least, digits) + QStringLiteral(" – ") + shortNumber(greatest, digits);
}

} // namespace atelier::ui
