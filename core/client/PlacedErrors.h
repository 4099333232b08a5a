#pragma once

#include "core/document/DocumentTree.h"

#include <vector>

namespace atelier {

/// The service's errors, which know only the key path, with file, line and column of what the user wrote.
[[nodiscard]] std::vector<Error> placedErrors(std::vector<Error> errors, const Node &tree);

} // namespace atelier
