// What mouse, wheel and keyboard do to a chart.
#include "ui/plot/MetricPlot.h"
#include "ui/plot/PlotAccessible.h"
#include "ui/plot/PlotReading.h"
#include "ui/plot/PlotZoom.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace atelier::ui {

namespace {

constexpr double shortestDrag = 5; // pixels; less is a click
constexpr double keyZoom = 0.7;
constexpr double keyMove = 0.15; // of what is shown

ZoomLimits limitsOf(const PlotFrame &frame)
{
    constexpr double fewSteps = 2;
    constexpr double shortTime = 0.01; // seconds
    return {wholeX(frame.lines), frame.view.axis == series::XAxis::Step ? fewSteps : shortTime};
}

} // namespace

void MetricPlot::mousePressEvent(QMouseEvent *event)
{
    const bool starts = event->button() == Qt::LeftButton && m_frame && !m_frame->isEmpty();
    if (starts)
        m_drag = Drag{event->position(), event->position(), event->modifiers().testFlag(Qt::ShiftModifier)};
}

void MetricPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_frame || m_frame->isEmpty())
        return;
    if (m_drag) {
        m_drag->to = event->position();
        update();
        return;
    }
    const QRectF &area = m_frame->geometry.area();
    const double left = event->position().x();
    if (left < area.left() || left > area.right())
        return moveCrosshair(std::nullopt);
    moveCrosshair(nearestX(*m_frame, m_frame->geometry.xAt(left)));
}

void MetricPlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    zoomToDrag();
    m_drag.reset();
    update();
}

void MetricPlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        resetZoom();
}

void MetricPlot::wheelEvent(QWheelEvent *event)
{
    // A page of charts must scroll under the mouse.
    const bool wanted = hasFocus() || event->modifiers().testFlag(Qt::ControlModifier);
    const double turned = event->angleDelta().y();
    if (!wanted || turned == 0 || !m_frame || m_frame->isEmpty())
        return event->ignore();
    constexpr double perDegree = 1.0015;
    zoomBy(std::pow(perDegree, -turned), m_frame->geometry.xAt(event->position().x()));
    event->accept();
}

void MetricPlot::keyPressEvent(QKeyEvent *event)
{
    if (!m_frame || m_frame->isEmpty())
        return QWidget::keyPressEvent(event);
    const series::Range &x = m_frame->geometry.x();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return shift ? moveBy(event->key() == Qt::Key_Left ? -keyMove : keyMove)
                     : stepCrosshair(event->key());
    case Qt::Key_Home:
    case Qt::Key_End:
        return stepCrosshair(event->key());
    case Qt::Key_Up:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(keyZoom, m_crosshair.value_or(x.at(0.5)));
    case Qt::Key_Down:
    case Qt::Key_Minus:
        return zoomBy(1 / keyZoom, m_crosshair.value_or(x.at(0.5)));
    case Qt::Key_0:
        return resetZoom();
    case Qt::Key_Escape:
        if (m_crosshair)
            return moveCrosshair(std::nullopt);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void MetricPlot::leaveEvent(QEvent * /*event*/)
{
    moveCrosshair(std::nullopt);
}

void MetricPlot::moveCrosshair(const std::optional<double> &x)
{
    if (m_crosshair == x)
        return;
    showCrosshair(x);
    Q_EMIT crosshairMoved(x);
}

void MetricPlot::stepCrosshair(int key)
{
    const series::Range &x = m_frame->geometry.x();
    if (key == Qt::Key_Home)
        moveCrosshair(nearestX(*m_frame, x.from));
    else if (key == Qt::Key_End || !m_crosshair || !x.contains(*m_crosshair))
        moveCrosshair(nearestX(*m_frame, x.to));
    else
        moveCrosshair(
            neighbourOf(*m_frame, *m_crosshair, key == Qt::Key_Left ? Neighbour::Before : Neighbour::Behind));
    PlotAccessible::announce(*this);
}

void MetricPlot::zoomBy(double factor, double center)
{
    zoomTo(zoomed(m_frame->geometry.x(), center, factor, limitsOf(*m_frame)), m_view.y);
}

void MetricPlot::moveBy(double share)
{
    if (m_view.x)
        zoomTo(moved(*m_view.x, share, limitsOf(*m_frame)), m_view.y);
}

void MetricPlot::zoomToDrag()
{
    const QRectF box = dragBox();
    const PlotGeometry &geometry = m_frame->geometry;
    if (box.width() < shortestDrag || (m_drag->bothAxes && box.height() < shortestDrag))
        return;
    std::optional<series::Range> y = m_view.y;
    if (m_drag->bothAxes)
        y = series::Range{geometry.yAt(box.bottom()), geometry.yAt(box.top())};
    zoomTo(within({geometry.xAt(box.left()), geometry.xAt(box.right())}, limitsOf(*m_frame)), y);
}

QRectF MetricPlot::dragBox() const
{
    const QRectF &area = m_frame->geometry.area();
    QRectF box = QRectF(m_drag->from, m_drag->to).normalized();
    if (!m_drag->bothAxes) {
        box.setTop(area.top());
        box.setBottom(area.bottom());
    }
    return box & area;
}

} // namespace atelier::ui
