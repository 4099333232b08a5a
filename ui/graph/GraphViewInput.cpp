#include "ui/graph/GraphModel.h"
#include "ui/graph/GraphSelection.h"
#include "ui/graph/GraphView.h"
#include "ui/graph/NodeItem.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QTextDocument>
#include <QToolTip>

#include <cmath>

namespace atelier::ui {

namespace {

constexpr double wheelUnit = 120; // of one notch
constexpr double wheelPan = 60; // pixels for one notch

} // namespace

// Qt turns Tab into a change of focus before it becomes a key press.
bool GraphView::focusNextPrevChild(bool next)
{
    const int key = next ? Qt::Key_Tab : Qt::Key_Backtab;
    const int step = stepAfterKey(key, selectedStep(), stepCount());
    if (!hasFocus() || step < 0)
        return QGraphicsView::focusNextPrevChild(next);
    selectStep(step);
    return true;
}

// Who comes by Tab goes on with the first node or, backwards, with the last.
void GraphView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason)
        selectStep(0);
    else if (event->reason() == Qt::BacktabFocusReason)
        selectStep(stepCount() - 1);
    viewport()->update();
}

void GraphView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    m_spaceHeld = false;
    viewport()->update();
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const int step = stepAfterKey(event->key(), selectedStep(), stepCount());
    if (step >= 0)
        selectStep(step);
    else if (!handleCommand(*event))
        event->ignore(); // and not on to the scene, which has nothing to do with keys
}

bool GraphView::handleCommand(const QKeyEvent &event)
{
    const QPoint middle = viewport()->rect().center();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openStep(selectedStep());
        return selectedStep() >= 0;
    case Qt::Key_Escape: {
        const bool had = selectedStep() >= 0;
        m_selection.select({});
        return had;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(zoomStep, middle);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep, middle);
        return true;
    case Qt::Key_Exclam: // Shift+1 on many keyboards
    case Qt::Key_1:
        if (!event.modifiers().testFlag(Qt::ShiftModifier))
            return false;
        fit();
        return true;
    case Qt::Key_Space:
        m_spaceHeld = true;
        viewport()->setCursor(Qt::OpenHandCursor);
        return true;
    default:
        return false;
    }
}

void GraphView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return;
    m_spaceHeld = false;
    viewport()->unsetCursor();
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    const NodeItem *node = nodeAt(event->pos());
    const bool left = event->button() == Qt::LeftButton;
    m_panning = event->button() == Qt::MiddleButton || (left && (m_spaceHeld || node == nullptr));
    m_grip = event->pos();
    if (m_panning)
        viewport()->setCursor(Qt::ClosedHandCursor);
    else if (left)
        m_selection.select(node->node().id);
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_panning)
        return;
    m_fit = Fit::None;
    panBy(event->pos() - m_grip);
    m_grip = event->pos();
}

void GraphView::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    m_panning = false;
    if (m_spaceHeld)
        viewport()->setCursor(Qt::OpenHandCursor);
    else
        viewport()->unsetCursor();
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const NodeItem *node = nodeAt(event->pos()); node != nullptr && event->button() == Qt::LeftButton)
        Q_EMIT nodeActivated(node->node().id);
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    const QPointF notches = QPointF(event->angleDelta()) / wheelUnit;
    event->accept();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomBy(std::pow(zoomStep, notches.y()), event->position().toPoint());
        return;
    }
    m_fit = Fit::None;
    const bool sideways = event->modifiers().testFlag(Qt::ShiftModifier);
    panBy(((sideways ? notches.transposed() : notches) * wheelPan).toPoint());
}

bool GraphView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QGraphicsView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const NodeItem *node = nodeAt(help->pos());
    if (node == nullptr) {
        QToolTip::hideText();
        return true;
    }
    const QString text = node->toolTipAt(node->mapFromScene(mapToScene(help->pos())));
    QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(text), viewport());
    return true;
}

} // namespace atelier::ui
