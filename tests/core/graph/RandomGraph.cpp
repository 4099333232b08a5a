#include "tests/core/graph/RandomGraph.h"

#include <algorithm>
#include <random>

namespace atelier::test {

Digraph randomGraph(std::size_t nodes, std::size_t edges, std::size_t reach, unsigned seed)
{
    std::minstd_rand random(seed);
    Digraph graph{nodes, {}};
    for (std::size_t i = 0; i < edges && nodes > 1; ++i) {
        // The first edges join every node to an earlier one, so that the graph is in one part.
        const std::size_t to = i + 1 < nodes ? i + 1 : 1 + random() % (nodes - 1);
        const std::size_t from = to - 1 - random() % std::min(to, reach);
        graph.edges.push_back({from, to});
    }
    return graph;
}

} // namespace atelier::test
