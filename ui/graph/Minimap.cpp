#include "ui/graph/Minimap.h"

#include "ui/graph/Canvas.h"
#include "ui/graph/GraphModel.h"
#include "ui/graph/GraphScene.h"
#include "ui/graph/NodeItem.h"
#include "ui/graph/NodeLook.h"
#include "ui/theme/Draw.h"

#include <QEvent>
#include <QGraphicsView>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr QSize mapSize(176, 116);
constexpr double mapPadding = 8;
constexpr double leastSide = 1.5; // or a node of a large graph would vanish

} // namespace

Minimap::Minimap(GraphModel &model, GraphScene &scene, QGraphicsView &view)
    : QWidget(&view)
    , m_scene(scene)
    , m_view(view)
{
    resize(mapSize);
    setAccessibleName(tr("Overview of the graph"));
    connect(&scene, &GraphScene::rebuilt, this, &Minimap::forget);
    connect(&model, &GraphModel::nodeChanged, this, &Minimap::forget);
}

void Minimap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        forget();
    QWidget::changeEvent(event);
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    moveViewTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    moveViewTo(event->position());
}

// What is left to others would reach the view below.
void Minimap::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void Minimap::paintEvent(QPaintEvent * /*event*/)
{
    if (m_nodes.isNull() || m_nodes.devicePixelRatio() != devicePixelRatioF())
        m_nodes = drawn();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_nodes);
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
    const QRectF frame = fromScene().mapRect(seen).intersected(QRectF(rect()).adjusted(3, 3, -3, -3));
    drawBox(painter, frame, tagRadius, colors().accentSubtle, colors().accentStroke, 1.2);
}

void Minimap::forget()
{
    m_nodes = {};
    update();
}

void Minimap::moveViewTo(const QPointF &place)
{
    m_view.centerOn(fromScene().inverted().map(place));
}

QTransform Minimap::fromScene() const
{
    const QRectF all = m_scene.contentRect();
    const QRectF inner = QRectF(rect()).adjusted(mapPadding, mapPadding, -mapPadding, -mapPadding);
    const double scale = std::min(inner.width() / all.width(), inner.height() / all.height());
    QTransform transform;
    transform.translate(inner.center().x(), inner.center().y());
    transform.scale(scale, scale);
    transform.translate(-all.center().x(), -all.center().y());
    return transform;
}

QPixmap Minimap::drawn() const
{
    const double ratio = devicePixelRatioF();
    QPixmap pixmap(size() * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawBox(painter, rect(), cardRadius, colors().raised, colors().strokeSubtle);
    const QTransform transform = fromScene();
    for (int i = 0; const NodeItem *node = m_scene.node(i); ++i) {
        QRectF box = transform.mapRect(QRectF(node->pos(), QSizeF(nodeWidth, nodeHeight)));
        box.setSize(box.size().expandedTo({leastSide, leastSide}));
        painter.fillRect(box, stateSolid(node->node().state));
    }
    return pixmap;
}

} // namespace atelier::ui
