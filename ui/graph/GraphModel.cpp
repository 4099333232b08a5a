#include "ui/graph/GraphModel.h"

#include <algorithm>
#include <tuple>

namespace atelier::ui {

namespace {

bool looksLike(const StateLook &a, const StateLook &b)
{
    return std::tie(a.text, a.tone, a.mark, a.icon) == std::tie(b.text, b.tone, b.mark, b.icon);
}

bool looksLike(const GraphNode &a, const GraphNode &b)
{
    return std::tie(a.title, a.detail, a.icon, a.tone, a.progress, a.reused)
        == std::tie(b.title, b.detail, b.icon, b.tone, b.progress, b.reused)
        && looksLike(a.state, b.state);
}

bool isSameStep(const GraphNode &a, const GraphNode &b)
{
    return std::tie(a.id, a.inputs, a.outputs) == std::tie(b.id, b.inputs, b.outputs);
}

} // namespace

void GraphModel::setGraph(const QVector<GraphNode> &nodes, const QVector<GraphEdge> &edges)
{
    if (hasStructure(nodes, edges)) {
        for (int i = 0; i < nodes.size(); ++i)
            replace(i, nodes[i]);
        return;
    }
    m_nodes = nodes;
    m_edges = edges;
    m_indices.clear();
    for (int i = 0; i < nodes.size(); ++i)
        m_indices.insert(nodes[i].id, i);
    resolveLinks();
    m_order.clear();
    for (const std::size_t node : topologicalOrder(acyclic(digraph())))
        m_order.append(static_cast<int>(node));
    Q_EMIT structureChanged();
}

void GraphModel::setNode(const GraphNode &node)
{
    if (const int index = indexOf(node.id); index >= 0)
        replace(index, node);
}

Digraph GraphModel::digraph() const
{
    Digraph graph{static_cast<std::size_t>(m_nodes.size()), {}};
    for (const GraphLink &link : m_links)
        graph.edges.push_back({static_cast<std::size_t>(link.from), static_cast<std::size_t>(link.to)});
    return graph;
}

bool GraphModel::hasStructure(const QVector<GraphNode> &nodes, const QVector<GraphEdge> &edges) const
{
    return edges == m_edges
        && std::equal(nodes.begin(), nodes.end(), m_nodes.begin(), m_nodes.end(), isSameStep);
}

void GraphModel::resolveLinks()
{
    m_links.clear();
    for (const GraphEdge &edge : m_edges) {
        const int from = indexOf(edge.from);
        const int to = indexOf(edge.to);
        if (from >= 0 && to >= 0)
            m_links.append({from, edge.output, to, edge.input});
    }
}

void GraphModel::replace(int index, const GraphNode &node)
{
    GraphNode &old = m_nodes[index];
    if (looksLike(old, node))
        return;
    GraphNode changed = node;
    changed.inputs = old.inputs;
    changed.outputs = old.outputs;
    old = changed;
    Q_EMIT nodeChanged(index);
}

} // namespace atelier::ui
