#include "ui/graph/GraphScene.h"

#include "core/graph/LayeredLayout.h"
#include "ui/graph/Canvas.h"
#include "ui/graph/EdgeItem.h"
#include "ui/graph/GraphSelection.h"
#include "ui/graph/NodeItem.h"

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr LayoutPitch pitch{100, 246, 24};
constexpr int thinFrom = 200; // edges
constexpr double panRoom = 2000; // around the graph, so that every node can be moved to the middle

QPointF toPoint(const LayoutPoint &point)
{
    return {point.x, point.y};
}

} // namespace

GraphScene::GraphScene(GraphModel &model, GraphSelection &selection, QObject *parent)
    : QGraphicsScene(parent)
    , m_model(model)
    , m_selection(selection)
{
    setItemIndexMethod(BspTreeIndex);
    connect(&model, &GraphModel::structureChanged, this, &GraphScene::rebuild);
    connect(&model, &GraphModel::nodeChanged, this, &GraphScene::refresh);
    connect(&selection, &GraphSelection::selectionChanged, this, &GraphScene::choose);
    rebuild();
}

void GraphScene::moveOn()
{
    for (NodeItem *node : m_nodes)
        if (node->node().isRunning())
            node->update();
    for (EdgeItem *edge : m_edges)
        if (edge->isActive())
            edge->update();
}

NodeItem *GraphScene::node(int index) const
{
    return index >= 0 && index < static_cast<int>(m_nodes.size()) ? m_nodes[static_cast<std::size_t>(index)]
                                                                  : nullptr;
}

NodeItem *GraphScene::chosen() const
{
    return node(m_model.indexOf(m_selection.selected()));
}

bool GraphScene::isMoving() const
{
    return std::any_of(
        m_nodes.begin(), m_nodes.end(), [](const NodeItem *node) { return node->node().isRunning(); });
}

void GraphScene::rebuild()
{
    m_nodes.clear();
    m_edges.clear();
    clear();
    const GraphLayout layout = layeredLayout(m_model.digraph(), pitch, FlowDirection::Down);
    addNodes(layout);
    addEdges(layout);
    setSceneRect(m_content.adjusted(-panRoom, -panRoom, panRoom, panRoom));
    choose(m_selection.selected());
    Q_EMIT rebuilt();
}

void GraphScene::addNodes(const GraphLayout &layout)
{
    m_content = {};
    for (int i = 0; i < m_model.nodes().size(); ++i) {
        auto *item = new NodeItem(m_model.nodes()[i], i);
        item->setPos(toPoint(layout.nodes[static_cast<std::size_t>(i)]));
        addItem(item);
        m_nodes.push_back(item);
        m_content |= QRectF(item->pos(), QSizeF(nodeWidth, nodeHeight));
    }
}

void GraphScene::addEdges(const GraphLayout &layout)
{
    const QPointF middle(nodeWidth / 2, nodeHeight / 2);
    const auto weight = m_model.links().size() < thinFrom ? EdgeWeight::Normal : EdgeWeight::Thin;
    m_incoming.assign(m_nodes.size(), {});
    for (int i = 0; i < m_model.links().size(); ++i) {
        const GraphLink &link = m_model.links()[i];
        const NodeItem *from = node(link.from);
        const NodeItem *to = node(link.to);
        QPolygonF bends;
        for (const LayoutPoint &bend : layout.bends[static_cast<std::size_t>(i)])
            bends << toPoint(bend) + middle;
        auto *item = new EdgeItem(edgeLine(from->pos() + from->outputAt(link.output),
                                      to->pos() + to->inputAt(link.input), bends, nodeHeight),
            from->node().outputs.value(link.output, {{}, PortType::Any}).type, weight);
        item->setActive(to->node().isRunning());
        addItem(item);
        m_edges.push_back(item);
        m_incoming[static_cast<std::size_t>(link.to)].push_back(item);
    }
}

void GraphScene::refresh(int index)
{
    const GraphNode &changed = m_model.nodes()[index];
    node(index)->setNode(changed);
    for (EdgeItem *edge : m_incoming[static_cast<std::size_t>(index)])
        edge->setActive(changed.isRunning());
}

void GraphScene::choose(const QString &id)
{
    const int chosen = m_model.indexOf(id);
    for (NodeItem *node : m_nodes)
        node->setChosen(node->index() == chosen);
}

} // namespace atelier::ui
