#include "ui/widgets/Ticker.h"

#include "ui/theme/Motion.h"

#include <QWidget>

namespace atelier::ui {

namespace {

constexpr int frameMs = 33;

} // namespace

Ticker::Ticker(QWidget &widget)
    : QObject(&widget)
    , m_widget(widget)
{
}

void Ticker::setRunning(bool running)
{
    if (running == m_timer.isActive())
        return;
    if (running)
        m_timer.start(frameMs, this);
    else
        m_timer.stop();
}

void Ticker::timerEvent(QTimerEvent * /*event*/)
{
    if (!reducedMotion() && m_widget.isVisible())
        m_widget.update();
}

} // namespace atelier::ui
