#pragma once

#include "core/base/Json.h"

#include <QString>

#include <cstdint>

namespace atelier::ui {

/// A value as a cell shows it: on one line, decimals with six digits, by the language in force. "" for an
/// empty cell.
[[nodiscard]] QString shownValue(const Json &value);

/// A value as it is copied: with all digits, the same in every language. "" for an empty cell.
[[nodiscard]] QString copiedValue(const Json &value);

/// A count as tr takes it.
[[nodiscard]] int clamped(std::int64_t count);

/// A number as ranges and means show it: four digits.
[[nodiscard]] QString shortNumber(double value);

} // namespace atelier::ui
