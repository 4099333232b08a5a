#include "core/graph/LayeredLayout.h"

#include "core/graph/CrossingReduction.h"
#include "core/graph/LayeredGraph.h"
#include "core/graph/Straightening.h"

#include <algorithm>
#include <cmath>

namespace atelier {

namespace {

/// A connected part of a graph with nodes and edges of its own, and its layout downwards.
struct Part
{
    Digraph graph;
    std::vector<std::size_t> nodes; ///< what they are called in the whole
    std::vector<std::size_t> edges;
    GraphLayout layout;
    double width = 0;
    double height = 0;
};

std::vector<Part> split(const Digraph &graph)
{
    const std::vector<std::size_t> partOf = connectedParts(acyclic(graph));
    std::vector<Part> parts(partOf.empty() ? 0 : *std::max_element(partOf.begin(), partOf.end()) + 1);
    std::vector<std::size_t> local(graph.nodes);
    for (std::size_t node = 0; node < graph.nodes; ++node) {
        Part &part = parts[partOf[node]];
        local[node] = part.graph.nodes++;
        part.nodes.push_back(node);
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto &[from, to] = graph.edges[i];
        if (from >= graph.nodes || to >= graph.nodes)
            continue;
        Part &part = parts[partOf[from]];
        part.graph.edges.push_back({local[from], local[to]});
        part.edges.push_back(i);
    }
    return parts;
}

std::vector<LayoutPoint> bendsOf(
    const Digraph::Edge &edge, const LayeredGraph &layers, const std::vector<LayoutPoint> &points)
{
    auto chain = layers.bends.find({edge.from, edge.to});
    const bool turned = chain == layers.bends.end();
    if (turned)
        chain = layers.bends.find({edge.to, edge.from});
    std::vector<LayoutPoint> bends;
    if (chain == layers.bends.end())
        return bends;
    for (const std::size_t vertex : chain->second)
        bends.push_back(points[vertex]);
    if (turned)
        std::reverse(bends.begin(), bends.end());
    return bends;
}

void layOut(Part &part, const LayoutPitch &pitch)
{
    LayeredGraph layers = layered(acyclic(part.graph));
    reduceCrossings(layers);
    const std::vector<double> across = straighten(layers, {pitch.node, pitch.bend});
    std::vector<LayoutPoint> points(layers.vertices());
    for (std::size_t rank = 0; rank < layers.layers.size(); ++rank)
        for (const std::size_t vertex : layers.layers[rank])
            points[vertex] = {across[vertex], static_cast<double>(rank) * pitch.rank};
    for (const Digraph::Edge &edge : part.graph.edges)
        part.layout.bends.push_back(bendsOf(edge, layers, points));
    part.layout.nodes.assign(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(layers.nodes));
    part.width = *std::max_element(across.begin(), across.end()) + pitch.node;
    part.height = static_cast<double>(layers.layers.size()) * pitch.rank;
}

void move(Part &part, double x, double y)
{
    const auto by = [&](LayoutPoint &point) { point = {point.x + x, point.y + y}; };
    std::for_each(part.layout.nodes.begin(), part.layout.nodes.end(), by);
    for (auto &bends : part.layout.bends)
        std::for_each(bends.begin(), bends.end(), by);
}

/// In rows from left to right, which together are about as wide as high.
void arrange(std::vector<Part> &parts)
{
    double area = 0;
    double widest = 0;
    for (const Part &part : parts) {
        area += part.width * part.height;
        widest = std::max(widest, part.width);
    }
    constexpr double widthToHeight = 1.6;
    const double limit = std::max(widest, std::sqrt(area * widthToHeight));
    double x = 0;
    double y = 0;
    double rowHeight = 0;
    for (Part &part : parts) {
        if (x > 0 && x + part.width > limit) {
            x = 0;
            y += rowHeight;
            rowHeight = 0;
        }
        move(part, x, y);
        x += part.width;
        rowHeight = std::max(rowHeight, part.height);
    }
}

void turn(GraphLayout &layout)
{
    const auto swap = [](LayoutPoint &point) { std::swap(point.x, point.y); };
    std::for_each(layout.nodes.begin(), layout.nodes.end(), swap);
    for (auto &bends : layout.bends)
        std::for_each(bends.begin(), bends.end(), swap);
}

GraphLayout join(std::vector<Part> parts, const Digraph &graph)
{
    GraphLayout whole{std::vector<LayoutPoint>(graph.nodes), {}};
    whole.bends.resize(graph.edges.size());
    for (Part &part : parts) {
        for (std::size_t i = 0; i < part.nodes.size(); ++i)
            whole.nodes[part.nodes[i]] = part.layout.nodes[i];
        for (std::size_t i = 0; i < part.edges.size(); ++i)
            whole.bends[part.edges[i]] = std::move(part.layout.bends[i]);
    }
    return whole;
}

} // namespace

GraphLayout layeredLayout(const Digraph &graph, const LayoutPitch &pitch, FlowDirection direction)
{
    std::vector<Part> parts = split(graph);
    for (Part &part : parts)
        layOut(part, pitch);
    arrange(parts);
    GraphLayout layout = join(std::move(parts), graph);
    if (direction == FlowDirection::Right)
        turn(layout);
    return layout;
}

} // namespace atelier
