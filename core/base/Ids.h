#pragma once

#include <cstddef>
#include <string>

namespace atelier {

/// `bytes` random bytes from the kernel, as twice as many lower-case hex digits.
[[nodiscard]] std::string randomHex(std::size_t bytes);

/// A random (version 4) UUID: 8-4-4-4-12 lower-case hex digits.
[[nodiscard]] std::string randomUuid();

/// A name that a person can say, unique enough for one workspace: `calm_river_x7k2m9qd`.
[[nodiscard]] std::string randomJobName();

} // namespace atelier
