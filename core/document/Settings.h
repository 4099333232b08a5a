#pragma once

#include "core/base/Result.h"
#include "core/document/DocumentTree.h"

#include <string>

namespace atelier {

/// Sets `path=value` (`inputs.rate=0.1`) in the tree, making mappings where there are none. The value is read
/// as YAML; what is no YAML is text. Paths in it are relative to the working directory.
[[nodiscard]] Result<void> applySetting(Node &root, const std::string &setting);

} // namespace atelier
