#pragma once

#include "ui/graph/EdgeLine.h"
#include "ui/graph/GraphModel.h"

#include <QGraphicsItem>

namespace atelier::ui {

enum class EdgeWeight { Normal, Thin };

/// A line between two ports. While what it leads to is running it is dashed and moves.
class EdgeItem : public QGraphicsItem
{
public:
    /// Thin edges cost a third and suit a graph that is full of them.
    EdgeItem(EdgeLine line, PortType type, EdgeWeight weight);

    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }

    [[nodiscard]] QRectF boundingRect() const override { return m_box; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    [[nodiscard]] QPen pen(double scale) const;

    const EdgeLine m_line;
    const QRectF m_box;
    const PortType m_type;
    const EdgeWeight m_weight;
    bool m_active = false;
};

} // namespace atelier::ui
