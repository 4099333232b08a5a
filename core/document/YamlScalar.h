#pragma once

#include "core/document/DocumentTree.h"

#include <string_view>

namespace atelier {

/// A scalar's kind, and its text as it reaches a command.
struct Scalar
{
    NodeKind kind = NodeKind::Text;
    std::string text;
};

/// What an unquoted scalar means in YAML 1.1: `yes` is a boolean, `010` is 8, `1e-3` is text, `2026-07-10` a
/// date.
[[nodiscard]] Scalar plainScalar(std::string_view text);

} // namespace atelier
