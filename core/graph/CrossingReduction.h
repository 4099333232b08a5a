#pragma once

#include "core/graph/LayeredGraph.h"

namespace atelier {

/// Orders every layer by the mean places of its neighbours, downwards and upwards, and keeps the order with
/// the fewest crossings.
void reduceCrossings(LayeredGraph &graph);

/// How many pairs of links cross.
[[nodiscard]] std::size_t crossings(const LayeredGraph &graph);

} // namespace atelier
