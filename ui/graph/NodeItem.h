#pragma once

#include "ui/graph/GraphModel.h"

#include <QFont>
#include <QGraphicsItem>
#include <QStaticText>

#include <optional>

namespace atelier::ui {

/// A node of a graph as a card: icon, two lines, the state and the ports. At a small zoom the name alone is
/// left, in a size that can be read.
class NodeItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    NodeItem(const GraphNode &node, int index);

    void setNode(const GraphNode &node);
    void setChosen(bool chosen);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] const GraphNode &node() const { return m_node; }
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    [[nodiscard]] QPointF inputAt(int port) const;
    [[nodiscard]] QPointF outputAt(int port) const;
    /// What the mouse is told: a port's name, or the texts in full.
    [[nodiscard]] QString toolTipAt(const QPointF &point) const;

private:
    void layOutTexts();
    void paintBox(QPainter &painter) const;
    void paintTitle(QPainter &painter);
    void paintCard(QPainter &painter, bool focused) const;
    void paintTexts(QPainter &painter);
    /// In the middle of the card where it has no top.
    void paintName(QPainter &painter, double room, std::optional<double> top);
    void paintPorts(QPainter &painter) const;

    GraphNode m_node;
    QStaticText m_name; ///< for that font and room
    QFont m_nameFont;
    double m_nameRoom = 0;
    QStaticText m_detail;
    const int m_index;
    bool m_chosen = false;
};

} // namespace atelier::ui
