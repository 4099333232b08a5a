#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// One word for a POSIX shell that stands for exactly these bytes; a NUL cannot be passed on and is refused.
[[nodiscard]] Result<std::string> shellQuote(std::string_view word);

/// The words quoted, with spaces between.
[[nodiscard]] Result<std::string> shellQuote(const std::vector<std::string> &words);

} // namespace atelier
