#pragma once

#include <cstddef>
#include <vector>

namespace atelier {

/// Nodes 0 to `nodes` - 1 and what leads from one to another. Edges may name nodes that do not exist, lead
/// back to their start or close a cycle: whoever reads a graph tolerates that.
struct Digraph
{
    struct Edge
    {
        std::size_t from = 0;
        std::size_t to = 0;

        [[nodiscard]] bool operator==(const Edge &) const = default;
    };

    std::size_t nodes = 0;
    std::vector<Edge> edges;
};

/// The sound part of a graph: without unknown ends, loops and doubles, and with the edges that close a cycle
/// turned round.
struct AcyclicGraph
{
    std::vector<std::vector<std::size_t>> successors;
    std::vector<std::vector<std::size_t>> predecessors;

    [[nodiscard]] std::size_t size() const { return successors.size(); }
};

[[nodiscard]] AcyclicGraph acyclic(const Digraph &graph);

/// Every node after all that lead to it; among those that could come next, the lowest number.
[[nodiscard]] std::vector<std::size_t> topologicalOrder(const AcyclicGraph &graph);

/// For each node the number of the connected part that it belongs to, in order of their lowest nodes.
[[nodiscard]] std::vector<std::size_t> connectedParts(const AcyclicGraph &graph);

} // namespace atelier
