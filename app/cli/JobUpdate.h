#pragma once

#include "app/cli/Arguments.h"
#include "core/base/Error.h"
#include "core/base/Json.h"

#include <vector>

namespace atelier::cli {

/// The edit that `job update` sends: from `--set display_name=…`, `--tag x` and `--remove tags.x`.
/// What is wrong with them goes into `errors`.
[[nodiscard]] Json jobEditOf(const Arguments &arguments, std::vector<Error> &errors);

} // namespace atelier::cli
