#include "ui/widgets/Ticker.h"

#include "ui/theme/Motion.h"

#include <QWidget>

namespace atelier::ui {

namespace {

constexpr int frameMs = 33;

} // namespace

Ticker::Ticker(QWidget &widget)
    : Ticker(widget, [&widget] { widget.update(); })
{
}

Ticker::Ticker(QWidget &widget, std::function<void()> repaint)
    : QObject(&widget)
    , m_widget(widget)
    , m_repaint(std::move(repaint))
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
        m_repaint();
}

} // namespace atelier::ui
