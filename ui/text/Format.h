#pragma once

#include <QString>

#include <cstdint>
#include <string>

namespace atelier::ui {

// How figures are written for people, by the language in force. "–" stands for what is not known.

/// The product's word for "no figure".
[[nodiscard]] QString noFigure();

/// 0.4 s, 12 s, 1 min 48 s, 2 h 5 min, 3 d 4 h: rounded to the second, below ten seconds to a tenth.
[[nodiscard]] QString durationText(std::int64_t ms);

/// just now, 12 min ago, 3 h ago; a day and more is a date.
[[nodiscard]] QString ageText(std::int64_t unixMs, std::int64_t nowMs);

/// Date and time with seconds, for tool tips.
[[nodiscard]] QString momentText(std::int64_t unixMs);

/// 10.9 GB: powers of 1000, as disks and memory are sold and as Azure's pages count.
[[nodiscard]] QString bytesText(std::uint64_t bytes);

/// A number as the core writes it, with the language's decimal point.
[[nodiscard]] QString numberText(const std::string &number);

/// A metric's value, by series::formatValue: in tables, on cards and in charts alike.
[[nodiscard]] QString metricText(double value);

/// A share as whole per cent.
[[nodiscard]] QString percentText(double share);

/// A name or a figure within a text that may run in the other direction: neither turns the other around.
[[nodiscard]] inline QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

/// The core's text for the window.
[[nodiscard]] inline QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace atelier::ui
