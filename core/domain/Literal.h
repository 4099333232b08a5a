#pragma once

#include "core/domain/Port.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atelier {

/// The text in which a literal reaches a command: `True`, `0.001`, `1e+16`.
[[nodiscard]] std::string literalText(bool value);
[[nodiscard]] std::string literalText(double value);

[[nodiscard]] std::optional<std::int64_t> integerFromText(std::string_view text);
[[nodiscard]] std::optional<double> numberFromText(std::string_view text); ///< finite ones only
[[nodiscard]] std::optional<bool> booleanFromText(std::string_view text); ///< true/false, any case

/// The text of a literal as its type writes it: a boolean's `true` becomes `True`; anything else stays.
[[nodiscard]] std::string literalText(PortType type, std::string_view text);

/// Why the literal port does not take this text ("must be an integer"), or "" where it does.
[[nodiscard]] std::string literalProblem(const InputPort &port, std::string_view text);

} // namespace atelier
