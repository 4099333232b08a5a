#pragma once

#include "core/graph/Digraph.h"

namespace atelier::test {

/// A graph whose edges lead to one of the next `reach` nodes; the same seed gives the same graph.
[[nodiscard]] Digraph randomGraph(std::size_t nodes, std::size_t edges, std::size_t reach, unsigned seed = 7);

} // namespace atelier::test
