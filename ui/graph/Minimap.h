#pragma once

#include <QPixmap>
#include <QTransform>
#include <QWidget>

class QGraphicsView;

namespace atelier::ui {

class GraphModel;
class GraphScene;

/// The whole graph in small with the part that its view shows; a press moves the view there.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    Minimap(GraphModel &model, GraphScene &scene, QGraphicsView &view);

protected:
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void forget();
    void moveViewTo(const QPointF &place);
    [[nodiscard]] QTransform fromScene() const;
    [[nodiscard]] QPixmap drawn() const;

    GraphScene &m_scene;
    QGraphicsView &m_view;
    QPixmap m_nodes; ///< null until it is painted anew
};

} // namespace atelier::ui
