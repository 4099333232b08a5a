#include "ui/graph/GraphView.h"

#include "ui/graph/AccessibleSteps.h"
#include "ui/graph/Canvas.h"
#include "ui/graph/GraphModel.h"
#include "ui/graph/GraphScene.h"
#include "ui/graph/GraphSelection.h"
#include "ui/graph/Minimap.h"
#include "ui/graph/NodeItem.h"
#include "ui/graph/NodeLook.h"
#include "ui/graph/StateLegend.h"
#include "ui/graph/ZoomBar.h"
#include "ui/theme/Motion.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr double leastZoom = 0.08;
constexpr double mostZoom = 3;
constexpr double legibleZoom = 0.75; // of a node's second line
constexpr int overlayMargin = 14;
constexpr int graphMargin = 8;
constexpr int minimapFrom = 40; // nodes

} // namespace

GraphView::GraphView(GraphModel &model, GraphSelection &selection, QWidget *parent)
    : QGraphicsView(parent)
    , m_model(model)
    , m_selection(selection)
    , m_scene(new GraphScene(model, selection, this))
    , m_zoomBar(new ZoomBar(this))
    , m_legend(new StateLegend(model, this))
    , m_minimap(new Minimap(model, *m_scene, *this))
{
    installAccessibleSteps();
    setAccessibleName(tr("Graph of the steps"));
    setScene(m_scene);
    setFrameShape(NoFrame);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setViewportUpdateMode(SmartViewportUpdate);
    setTransformationAnchor(NoAnchor);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The view has the focus; a viewport that takes it as well has no name to tell.
    viewport()->setFocusPolicy(Qt::NoFocus);
    viewport()->setLayoutDirection(Qt::LeftToRight);
    observe();
    updateMotion();
}

void GraphView::observe()
{
    connect(m_zoomBar, &ZoomBar::zoomInRequested, this,
        [this] { zoomBy(zoomStep, viewport()->rect().center()); });
    connect(m_zoomBar, &ZoomBar::zoomOutRequested, this,
        [this] { zoomBy(1 / zoomStep, viewport()->rect().center()); });
    connect(m_zoomBar, &ZoomBar::fitRequested, this, &GraphView::fit);
    connect(m_scene, &GraphScene::rebuilt, this, &GraphView::showGraph);
    connect(m_legend, &StateLegend::changed, this, &GraphView::placeOverlays);
    connect(&m_model, &GraphModel::nodeChanged, this, [this](int index) {
        updateMotion();
        announceChange(*this, static_cast<int>(m_model.order().indexOf(index)));
    });
    connect(&m_selection, &GraphSelection::selectionChanged, this, &GraphView::showSelection);
}

void GraphView::showGraph()
{
    updateMotion();
    placeOverlays();
    if (m_fit != Fit::None)
        fitAgain();
}

void GraphView::fit()
{
    m_fit = Fit::Whole;
    fitAgain();
}

void GraphView::fitAgain()
{
    const QRectF all = m_scene->contentRect();
    const QRect room = roomForGraph();
    if (all.isEmpty() || room.isEmpty())
        return;
    const double natural = std::min(room.width() / all.width(), room.height() / all.height());
    m_zoom = std::clamp(natural / canvasScale(), m_fit == Fit::Legible ? legibleZoom : 0.0, 1.0);
    applyZoom();
    centerOn(all.center());
    panBy(room.center() - mapFromScene(all.center()));
    if (const int above = room.top() - mapFromScene(all.topLeft()).y(); above > 0)
        panBy({0, above});
    viewport()->update();
}

void GraphView::setZoom(double zoom, const QPoint &fixed)
{
    const QPointF kept = mapToScene(fixed);
    m_fit = Fit::None;
    m_zoom = std::clamp(zoom, std::min(leastZoom, m_zoom), mostZoom);
    applyZoom();
    panBy(fixed - mapFromScene(kept));
}

void GraphView::applyZoom()
{
    const double scale = m_zoom * canvasScale();
    setTransform(QTransform::fromScale(scale, scale));
}

void GraphView::zoomBy(double factor, const QPoint &fixed)
{
    setZoom(m_zoom * factor, fixed);
}

void GraphView::panBy(const QPoint &distance)
{
    const int across = isRightToLeft() ? distance.x() : -distance.x();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + across);
    verticalScrollBar()->setValue(verticalScrollBar()->value() - distance.y());
}

void GraphView::selectStep(int step)
{
    if (const NodeItem *item = itemOf(step))
        m_selection.select(item->node().id);
}

void GraphView::openStep(int step)
{
    if (const NodeItem *item = itemOf(step))
        Q_EMIT nodeActivated(item->node().id);
}

int GraphView::stepCount() const
{
    return static_cast<int>(m_model.order().size());
}

int GraphView::selectedStep() const
{
    return static_cast<int>(m_model.order().indexOf(m_model.indexOf(m_selection.selected())));
}

QString GraphView::stepName(int step) const
{
    return spokenName(itemOf(step)->node());
}

QRect GraphView::stepRect(int step) const
{
    const NodeItem *item = itemOf(step);
    const QRectF box(item->pos(), QSizeF(nodeWidth, nodeHeight));
    return mapFromScene(box).boundingRect().translated(viewport()->pos());
}

void GraphView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::LayoutDirectionChange)
        return;
    applyZoom();
    showGraph();
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    showGraph();
}

void GraphView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    // The dots do not move by whole pixels at every zoom, and what floats above must not move at all.
    viewport()->update();
    m_minimap->update();
}

void GraphView::drawBackground(QPainter *painter, const QRectF &area)
{
    const QRect exposed = mapFromScene(area).boundingRect().adjusted(-1, -1, 1, 1);
    painter->setWorldMatrixEnabled(false);
    painter->fillRect(exposed, colors().canvas);
    paintDots(*painter, exposed, viewportTransform().map(QPointF()), m_zoom * canvasScale());
    painter->setWorldMatrixEnabled(true);
}

void GraphView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_motion.timerId()) {
        QGraphicsView::timerEvent(event);
        return;
    }
    if (isVisible() && !reducedMotion())
        m_scene->moveOn();
}

void GraphView::showSelection()
{
    NodeItem *chosen = m_scene->chosen();
    announceSelection(*this, selectedStep());
    if (chosen == nullptr || !isVisible())
        return;
    const QRect room = roomForGraph();
    const QRect box = mapFromScene(chosen->sceneBoundingRect()).boundingRect();
    if (room.contains(box))
        return;
    const auto into = [](int low, int high, int from, int to) {
        return low < from ? from - low : high > to ? to - high : 0;
    };
    m_fit = Fit::None;
    panBy({into(box.left(), box.right(), room.left(), room.right()),
        into(box.top(), box.bottom(), room.top(), room.bottom())});
}

void GraphView::placeOverlays()
{
    const bool mirrored = isRightToLeft();
    const auto place = [&](QWidget &overlay, bool atStart, int y) {
        const bool left = atStart != mirrored;
        overlay.move(left ? overlayMargin : width() - overlay.width() - overlayMargin, y);
    };
    m_zoomBar->adjustSize();
    m_legend->fit(width() - m_zoomBar->width() - 3 * overlayMargin);
    m_minimap->setVisible(stepCount() >= minimapFrom);
    place(*m_zoomBar, true, overlayMargin);
    place(*m_legend, false, overlayMargin);
    place(*m_minimap, false, height() - m_minimap->height() - overlayMargin);
}

void GraphView::updateMotion()
{
    if (!m_scene->isMoving())
        m_motion.stop();
    else if (!m_motion.isActive())
        m_motion.start(frameMs, this);
}

QRect GraphView::roomForGraph() const
{
    const int top = std::max(m_zoomBar->geometry().bottom(), m_legend->geometry().bottom()) + graphMargin;
    return viewport()->rect().adjusted(overlayMargin, top, -overlayMargin, -overlayMargin);
}

NodeItem *GraphView::nodeAt(const QPoint &place) const
{
    return qgraphicsitem_cast<NodeItem *>(itemAt(place));
}

NodeItem *GraphView::itemOf(int step) const
{
    return m_scene->node(m_model.order().value(step, -1));
}

} // namespace atelier::ui
