#pragma once

#include "app/cli/Verb.h"

#include <vector>

namespace atelier::cli {

[[nodiscard]] std::vector<Verb> workspaceVerbs();
[[nodiscard]] std::vector<Verb> jobVerbs();
[[nodiscard]] std::vector<Verb> dataVerbs();
[[nodiscard]] Verb doctorVerb();

} // namespace atelier::cli
