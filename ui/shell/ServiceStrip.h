#pragma once

#include <QTimer>
#include <QWidget>

namespace atelier::ui {

/// The amber line that says that the service is away, while it is. It comes only after a moment: a service
/// that is quickly back disturbs nobody.
class ServiceStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ServiceStrip(QWidget *parent = nullptr);

    void setConnected(bool connected);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_delay;
};

} // namespace atelier::ui
