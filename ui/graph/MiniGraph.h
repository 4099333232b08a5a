#pragma once

#include "core/graph/LayeredLayout.h"

#include <QBasicTimer>
#include <QWidget>

namespace atelier::ui {

struct GraphLink;
struct GraphNode;
class GraphModel;

/// A graph from left to right to look at only, 332 x 176: title and icon of each node, its state as border.
/// A graph that needs more room is painted smaller. The model outlives it.
class MiniGraph : public QWidget
{
    Q_OBJECT

public:
    explicit MiniGraph(GraphModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void layOut();
    void describe();
    void paintLink(QPainter &painter, const GraphLink &link, const std::vector<LayoutPoint> &bends) const;
    void paintNode(QPainter &painter, int index) const;
    void paintContent(QPainter &painter, const GraphNode &node, const QRectF &card) const;
    [[nodiscard]] QRectF box(int index) const;

    GraphModel &m_model;
    GraphLayout m_layout;
    QRectF m_content;
    QBasicTimer m_motion;
};

} // namespace atelier::ui
