#pragma once

#include "core/graph/Digraph.h"

#include <vector>

namespace atelier {

/// The rank of each node: the length of the longest way to it, from 0; a node with more ways out than in
/// stands as near to what follows as it can.
[[nodiscard]] std::vector<std::size_t> ranks(const AcyclicGraph &graph);

} // namespace atelier
