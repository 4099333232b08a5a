#pragma once

#include "core/graph/LayeredGraph.h"

namespace atelier {

/// How much room a vertex takes within its layer.
struct VertexWidths
{
    double node = 0;
    double bend = 0;
};

/// The position of every vertex within its layer, from 0: neighbours keep their distance and links run as
/// straight as that allows, long edges before short ones and those of busy nodes before those of others.
[[nodiscard]] std::vector<double> straighten(const LayeredGraph &graph, const VertexWidths &widths);

} // namespace atelier
