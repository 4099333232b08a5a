#pragma once

#include <QBasicTimer>
#include <QObject>

class QWidget;

namespace atelier::ui {

/// Repaints a widget thirty times a second while it is seen and motion is not reduced. Owned by the widget.
class Ticker : public QObject
{
    Q_OBJECT

public:
    explicit Ticker(QWidget &widget);

    void setRunning(bool running);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget &m_widget;
    QBasicTimer m_timer;
};

} // namespace atelier::ui
