#pragma once

#include "core/document/Problems.h"

#include <string_view>

namespace atelier {

/// Reports a document whose `$schema` says that it is of another family (`job`, `component`, `data`); true
/// where it did.
[[nodiscard]] bool refuseFamily(const Node &root, std::string_view wanted, Problems &problems);

} // namespace atelier
