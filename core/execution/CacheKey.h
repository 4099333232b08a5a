#pragma once

#include "core/execution/Plan.h"

#include <string>
#include <vector>

namespace atelier {

/// SHA-256, in hex, of all that decides what a step makes: command, code, environment and its variables,
/// inputs by content, and the outputs' types. Names, descriptions and limits are not in it.
///
/// An input that comes from a step counts as that step's own key, not as the bytes that it made: so an edited
/// step and everything after it run again, always. The output of a step that is not deterministic counts as
/// new each time.
[[nodiscard]] std::string cacheKeyOf(const PlannedStep &step, const std::vector<PlannedStep> &before);

} // namespace atelier
