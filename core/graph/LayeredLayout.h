#pragma once

#include "core/graph/Digraph.h"

#include <vector>

namespace atelier {

enum class FlowDirection { Down, Right };

struct LayoutPoint
{
    double x = 0;
    double y = 0;

    [[nodiscard]] bool operator==(const LayoutPoint &) const = default;
};

/// Distances between centres, in the caller's unit.
struct LayoutPitch
{
    double rank = 1; ///< from one rank to the next, along the flow
    double node = 1; ///< between neighbours in a rank, across the flow
    double bend = 1; ///< between edges that pass a rank
};

/// Where the centres of the nodes lie, from 0 on; and for each edge the points in the ranks that it passes
/// between its ends, from its start to its end.
struct GraphLayout
{
    std::vector<LayoutPoint> nodes;
    std::vector<std::vector<LayoutPoint>> bends;
};

/// Lays out a graph in ranks (Sugiyama's way). The same graph always gives the same layout; its parts that
/// are not connected stand beside and below each other.
[[nodiscard]] GraphLayout layeredLayout(
    const Digraph &graph, const LayoutPitch &pitch, FlowDirection direction);

} // namespace atelier
