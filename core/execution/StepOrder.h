#pragma once

#include "core/domain/Job.h"

#include <vector>

namespace atelier {

using NamedStep = Named<PipelineStep>::value_type;

/// Every step after those it takes from, and the author's order otherwise; steps that wait for each other are
/// left out. Takes time in proportion to the steps: they may be thousands, written in any order.
[[nodiscard]] std::vector<const NamedStep *> inOrder(const PipelineJob &pipeline);

} // namespace atelier
