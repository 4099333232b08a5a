#pragma once

#include "core/graph/Digraph.h"
#include "ui/theme/Tone.h"
#include "ui/widgets/StateLook.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QVector>

#include <optional>

namespace atelier::ui {

enum class PortType { Data, Model, Metrics, Transform, Any };

struct GraphPort
{
    QString name;
    PortType type = PortType::Data;

    [[nodiscard]] bool operator==(const GraphPort &) const = default;
};

/// A step as a graph and a timeline show it. What spins in its state is taken to be running.
struct GraphNode
{
    QString id;
    QString title;
    QString detail; ///< the second line
    QString icon;
    Tone tone = Tone::Neutral; ///< of the icon
    StateLook state;
    std::optional<double> progress; ///< 0 to 1
    bool reused = false;
    QVector<GraphPort> inputs;
    QVector<GraphPort> outputs;

    [[nodiscard]] bool isRunning() const { return state.mark == Mark::Spinner; }
};

/// From one node's output to another's input; a port that a node does not have is the middle of its side.
struct GraphEdge
{
    QString from;
    int output = 0;
    QString to;
    int input = 0;

    [[nodiscard]] bool operator==(const GraphEdge &) const = default;
};

/// An edge between nodes by their place in the model.
struct GraphLink
{
    int from = 0;
    int output = 0;
    int to = 0;
    int input = 0;
};

/// What a graph shows. Views observe it and change nothing.
class GraphModel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Edges whose ends are unknown are left out. Where only nodes' looks differ from before, the structure
    /// stays and each of those nodes changes by itself.
    void setGraph(const QVector<GraphNode> &nodes, const QVector<GraphEdge> &edges);
    /// Replaces the node with the same id; its ports stay as they are.
    void setNode(const GraphNode &node);

    [[nodiscard]] const QVector<GraphNode> &nodes() const { return m_nodes; }
    [[nodiscard]] const QVector<GraphLink> &links() const { return m_links; }
    [[nodiscard]] int indexOf(const QString &id) const { return m_indices.value(id, -1); }
    /// Every node after those that lead to it.
    [[nodiscard]] const QVector<int> &order() const { return m_order; }
    [[nodiscard]] Digraph digraph() const;

Q_SIGNALS:
    void nodeChanged(int index);
    void structureChanged();

private:
    [[nodiscard]] bool hasStructure(const QVector<GraphNode> &nodes, const QVector<GraphEdge> &edges) const;
    void resolveLinks();
    void replace(int index, const GraphNode &node);

    QVector<GraphNode> m_nodes;
    QVector<GraphEdge> m_edges;
    QVector<GraphLink> m_links;
    QHash<QString, int> m_indices;
    QVector<int> m_order;
};

} // namespace atelier::ui
