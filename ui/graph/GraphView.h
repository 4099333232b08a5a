#pragma once

#include "ui/graph/StepList.h"

#include <QBasicTimer>
#include <QGraphicsView>

namespace atelier::ui {

class GraphModel;
class GraphScene;
class GraphSelection;
class Minimap;
class NodeItem;
class StateLegend;
class ZoomBar;

/// A graph to look at and to walk through: fit, zoom and pan by mouse and keys, one node chosen. Model and
/// selection outlive it. The canvas is never mirrored.
class GraphView : public QGraphicsView, public StepList
{
    Q_OBJECT

public:
    GraphView(GraphModel &model, GraphSelection &selection, QWidget *parent = nullptr);

    /// Shows the whole graph, at most at its natural size; keeps doing so until the user moves the view. A
    /// graph that nobody has moved or fitted is shown whole too, but no smaller than can be read: then from
    /// its first steps on.
    void fit();
    void setZoom(double zoom, const QPoint &fixed); ///< `fixed` stays where it is, in the viewport
    [[nodiscard]] double zoom() const { return m_zoom; } ///< 1 is the natural size

    void selectStep(int step) override;
    void openStep(int step) override;
    [[nodiscard]] int stepCount() const override;
    [[nodiscard]] int selectedStep() const override;
    [[nodiscard]] QString stepName(int step) const override;
    [[nodiscard]] QRect stepRect(int step) const override;

Q_SIGNALS:
    void nodeActivated(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &area) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    static constexpr double zoomStep = 1.2;

    enum class Fit { None, Legible, Whole };

    void observe();
    void showGraph();
    void fitAgain();
    void applyZoom();
    void zoomBy(double factor, const QPoint &fixed);
    void panBy(const QPoint &distance);
    bool handleCommand(const QKeyEvent &event);
    void showSelection();
    void placeOverlays();
    void updateMotion();
    [[nodiscard]] QRect roomForGraph() const;
    [[nodiscard]] NodeItem *nodeAt(const QPoint &place) const;
    [[nodiscard]] NodeItem *itemOf(int step) const;

    GraphModel &m_model;
    GraphSelection &m_selection;
    GraphScene *m_scene;
    ZoomBar *m_zoomBar;
    StateLegend *m_legend;
    Minimap *m_minimap;
    QBasicTimer m_motion;
    QPoint m_grip; ///< where the mouse was last while it pans
    double m_zoom = 1;
    Fit m_fit = Fit::Legible;
    bool m_panning = false;
    bool m_spaceHeld = false;
};

} // namespace atelier::ui
