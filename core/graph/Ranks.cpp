#include "core/graph/Ranks.h"

#include <algorithm>

namespace atelier {

namespace {

std::size_t lowestSuccessor(const std::vector<std::size_t> &successors, const std::vector<std::size_t> &ranks)
{
    const auto less = [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; };
    return ranks[*std::min_element(successors.begin(), successors.end(), less)];
}

} // namespace

std::vector<std::size_t> ranks(const AcyclicGraph &graph)
{
    const std::vector<std::size_t> order = topologicalOrder(graph);
    std::vector<std::size_t> result(graph.size(), 0);
    for (const std::size_t node : order)
        for (const std::size_t successor : graph.successors[node])
            result[successor] = std::max(result[successor], result[node] + 1);
    for (auto node = order.rbegin(); node != order.rend(); ++node)
        if (graph.successors[*node].size() > graph.predecessors[*node].size())
            result[*node] = lowestSuccessor(graph.successors[*node], result) - 1;
    return result;
}

} // namespace atelier
