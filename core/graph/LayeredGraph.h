#pragma once

#include "core/graph/Digraph.h"

#include <map>
#include <utility>
#include <vector>

namespace atelier {

/// A graph in ranks in which every link joins neighbouring ranks: an edge over several ranks has gained a
/// bend in each rank between. Vertices below `nodes` are the graph's own, the others are bends.
struct LayeredGraph
{
    using Chain = std::vector<std::size_t>;

    std::size_t nodes = 0;
    std::vector<std::vector<std::size_t>> layers; ///< vertices by rank, in the order they stand in
    std::vector<std::vector<std::size_t>> above; ///< by vertex: what leads to it
    std::vector<std::vector<std::size_t>> below; ///< by vertex: where it leads
    std::map<std::pair<std::size_t, std::size_t>, Chain> bends; ///< by the ends of a long edge, downwards

    [[nodiscard]] bool isBend(std::size_t vertex) const { return vertex >= nodes; }
    [[nodiscard]] std::size_t vertices() const { return above.size(); }
};

/// Vertices stand in the order of a walk from the lowest node on. Where the bends would outnumber the nodes
/// by far, the longest edges get none and do not count.
[[nodiscard]] LayeredGraph layered(const AcyclicGraph &graph);

} // namespace atelier
