#pragma once

#include <cstdint>
#include <string_view>

namespace atelier {

/// How many newlines are in the bytes; 16 at a time, which is faster than memory delivers them.
[[nodiscard]] std::uint64_t countNewlines(std::string_view bytes);

} // namespace atelier
