#pragma once

#include "core/base/Json.h"

#include <QString>

#include <cstdint>

namespace atelier::ui {

/// A value as a cell shows it: on one line, decimals with up to 15 digits, by the language in force. "" for
/// an empty cell.
[[nodiscard]] QString shownValue(const Json &value);

/// A value as it is copied: with all digits, the same in every language. "" for an empty cell.
[[nodiscard]] QString copiedValue(const Json &value);

/// A count as tr takes it.
[[nodiscard]] int clamped(std::int64_t count);

constexpr int shortDigits = 4;

/// A number as means show it: with that many digits, and all before its point.
[[nodiscard]] QString shortNumber(double value, int digits = shortDigits);

/// `19 – 79.5`: with as many digits as tell both ends apart.
[[nodiscard]] QString rangeText(double least, double greatest);

} // namespace atelier::ui
