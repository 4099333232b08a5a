#pragma once

#include <cstdint>

namespace atelier {

/// Milliseconds since 1970: for what people read, never for durations, as this clock may jump.
[[nodiscard]] std::int64_t nowMs();

/// Milliseconds since some point, only ever growing.
[[nodiscard]] std::int64_t steadyMs();

} // namespace atelier
