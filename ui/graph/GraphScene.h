#pragma once

#include <QGraphicsScene>

#include <vector>

namespace atelier {
struct GraphLayout;
}

namespace atelier::ui {

class EdgeItem;
class GraphModel;
class GraphSelection;
class NodeItem;

/// The items of a graph, laid out downwards. Observes the model and the selection, which outlive it.
class GraphScene : public QGraphicsScene
{
    Q_OBJECT

public:
    GraphScene(GraphModel &model, GraphSelection &selection, QObject *parent = nullptr);

    /// Repaints what moves by itself.
    void moveOn();

    /// The node's item, or null.
    [[nodiscard]] NodeItem *node(int index) const;
    [[nodiscard]] NodeItem *chosen() const;
    [[nodiscard]] QRectF contentRect() const { return m_content; }
    [[nodiscard]] bool isMoving() const;

Q_SIGNALS:
    void rebuilt();

private:
    void rebuild();
    void addNodes(const GraphLayout &layout);
    void addEdges(const GraphLayout &layout);
    void refresh(int index);
    void choose(const QString &id);

    GraphModel &m_model;
    GraphSelection &m_selection;
    std::vector<NodeItem *> m_nodes;
    std::vector<EdgeItem *> m_edges; ///< in the order of the model's links
    std::vector<std::vector<EdgeItem *>> m_incoming; ///< by node
    QRectF m_content;
};

} // namespace atelier::ui
