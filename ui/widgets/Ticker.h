#pragma once

#include <QBasicTimer>
#include <QObject>

#include <functional>

class QWidget;

namespace atelier::ui {

/// Repaints a widget, or has what moves on it repainted, thirty times a second while it is seen and motion is
/// not reduced. Owned by the widget.
class Ticker : public QObject
{
    Q_OBJECT

public:
    explicit Ticker(QWidget &widget);
    Ticker(QWidget &widget, std::function<void()> repaint);

    void setRunning(bool running);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget &m_widget;
    const std::function<void()> m_repaint;
    QBasicTimer m_timer;
};

} // namespace atelier::ui
